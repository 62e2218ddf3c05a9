// Recorded events for tests of sealing and of the codec.
import { randomUUID } from 'node:crypto';
import type { Recorded } from '../../../workflows/kit/types.js';

/** An event with this data; its id is new, its envelope otherwise always the same. */
export function aRecorded(data: Record<string, unknown>, revision = 0): Recorded {
  return {
    type: 'ContributionReceived',
    version: 1,
    data,
    meta: {
      id: randomUUID(),
      stream: 'trajectory-1',
      revision,
      position: '',
      occurredAt: '2026-04-07T08:00:00.000Z',
      recordedAt: '2026-04-07T08:00:01.000Z',
      actor: { kind: 'person', ref: 'ref-1', role: 'teamMember' },
      organisationId: 'organisation-1',
      municipalityIds: ['municipality-1'],
      phase: 'conversations',
      round: 'round-1',
      commandId: 'command-1',
      commandHash: 'hash',
      correlationId: 'request-1',
      causationId: 'request-1',
    },
  };
}
