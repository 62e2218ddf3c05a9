// Events of interpreting: contributions grouped, the question of the round answered, and people recognising themselves in it or not.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { bool, choice, id, ids, internal, line, list, object, role, txt } from '../../kit/fields.js';

const roundId = id('round');

const specs = {
  ContributionsClustered: {
    kind: 'decision',
    data: {
      roundId,
      clusters: list(object({ clusterId: id(), theme: internal(line(1)), contributionIds: ids('contribution') })),
    },
  },
  ResultsInterpreted: {
    kind: 'decision',
    data: {
      roundId,
      answered: choice(['yes', 'partly', 'no']),
      findings: list(object({ text: txt(), contributionIds: ids('contribution'), dissent: txt().optional() })),
      method: txt(),
    },
  },
  InterpretationValidated: { kind: 'decision', data: { roundId, by: list(role()), withParticipants: bool() } },
  InterpretationContested: { kind: 'fact', data: { roundId, groupId: id('group').optional(), ground: txt() } },
  InterpretationReopened: { kind: 'decision', data: { roundId, reason: txt() } },
  MoreInputRequested: { kind: 'decision', data: { roundId, reason: txt(), groupIds: ids('group') } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type InterpretingData = DataOf<typeof specs>;
export const events = defineEvents(specs);
