// Events of an organisation's own stream, for tests of what its settings do to rows.
import { idOf } from '../../../workflows/kit/ids.js';
import { atLocal } from '../../../workflows/kit/time.js';
import type { Recorded } from '../../../workflows/kit/types.js';
import { ORGANISATION, personOf } from '../kern/world.js';

/** An event of the organisation's own stream. */
export function ofOrganisation(type: string, data: Record<string, unknown>, revision: number, on: string): Recorded {
  const at = atLocal(on, '12:00');
  const request = idOf(type, revision, 'request');
  return {
    type,
    version: 1,
    data: { ...data, decidedBy: { role: 'admin', function: 'beheer' }, decidedOn: on },
    meta: {
      id: idOf(type, revision),
      stream: `organisation-${ORGANISATION}`,
      revision,
      position: '',
      occurredAt: at,
      recordedAt: at,
      actor: { kind: 'person', ref: personOf('admin'), role: 'admin' },
      organisationId: ORGANISATION,
      municipalityIds: [],
      commandId: request,
      commandHash: '',
      correlationId: request,
      causationId: request,
    },
  };
}
/** A number that is set; null takes it back. */
export const setting = (key: string, after: number | null, revision: number, on: string, municipalityId?: string) =>
  ofOrganisation(
    'SettingChanged',
    { key, before: null, after, from: on, ...(municipalityId ? { municipalityId } : {}) },
    revision,
    on,
  );
