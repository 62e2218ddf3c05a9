// What a new trajectory most likely says: this workflow, the only municipality of the person, and the only client there.
import type { Caller, Grant } from '../../trajectories/caller.js';
import type { FormValues } from '../../../web/parts/field-types.js';

interface Person {
  ref: string;
  active: boolean;
  grants: readonly Grant[];
}

/** Values of the first part of the form that opens a trajectory. */
export function openingValues({ grants }: Caller, accounts: readonly Person[]): FormValues {
  const towns = [...new Set(grants.flatMap(({ municipalityId }) => municipalityId ?? []))];
  const [town] = towns;
  const clients = accounts.filter(
    ({ active, grants: own }) =>
      active && own.some(({ role, municipalityId }) => role === 'client' && municipalityId === town),
  );
  const [client] = clients;
  return {
    'c0.workflow': 'kern',
    ...(town !== undefined && towns.length === 1 ? { 'c0.municipalityIds': [town] } : {}),
    ...(client && clients.length === 1 && town !== undefined ? { 'c0.clientRef': client.ref } : {}),
  };
}
