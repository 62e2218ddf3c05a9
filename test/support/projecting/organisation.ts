// The stream of the organisation that the trajectories of tests belong to.
import { idOf } from '../../../workflows/kit/ids.js';
import type { Instant, Recorded } from '../../../workflows/kit/types.js';
import { OOSTERKOOG, ORGANISATION, personOf } from '../kern/world.js';

/** The event that makes Oosterkoog known under a name, as number `revision` of the stream. */
export const named = (revision: number, at: Instant, name: string): Recorded =>
  recorded('MunicipalityRegistered', revision, at, { municipalityId: OOSTERKOOG, name });

/** The event that changes a setting from a day on (that of recording unless given), as number `revision` of the stream. */
export const setting = (
  revision: number,
  at: Instant,
  key: string,
  after: number | null,
  from = at.slice(0, 10),
): Recorded => recorded('SettingChanged', revision, at, { key, before: null, after, from });

function recorded(type: string, revision: number, at: Instant, data: Record<string, unknown>): Recorded {
  const commandId = idOf('organisation-command', revision);
  const decided = { decidedBy: { role: 'admin', function: 'beheerder' }, decidedOn: at.slice(0, 10) };
  return {
    type,
    version: 1,
    data: { ...data, ...decided },
    meta: {
      id: idOf('organisation-event', revision),
      stream: `organisation-${ORGANISATION}`,
      revision,
      position: '',
      occurredAt: at,
      recordedAt: at,
      actor: { kind: 'person', ref: personOf('admin'), role: 'admin' },
      organisationId: ORGANISATION,
      municipalityIds: [],
      commandId,
      commandHash: '',
      correlationId: commandId,
      causationId: commandId,
    },
  };
}
