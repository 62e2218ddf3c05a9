// Events of the trajectory as a whole: registered, paused, stopped, completed, reopened, archived; rounds, overrides and corrections.
import { z } from 'zod';
import {
  bool,
  choice,
  date,
  id,
  ids,
  int,
  internal,
  LAW_BASES,
  level,
  line,
  list,
  orEmpty,
  person,
  phase,
  pub,
  txt,
} from '../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../kit/events.js';

/** A value before or after a correction: any leaf of an event. Its class is that of the field it corrects (kit/events). */
const corrected = () =>
  z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()]).meta({ kind: 'text', fieldClass: 'personal' });

const specs = {
  TrajectoryRegistered: {
    kind: 'decision',
    data: {
      title: pub(line(1)),
      theme: pub(line(1)),
      workflow: pub(choice(['kern', 'volledig'])),
      version: int(1),
      municipalityIds: list(pub(id('municipality'))).min(1),
      policyStage: pub(choice(['agenda', 'policy', 'design', 'execution', 'maintenance'])).optional(),
      level: level().optional(),
      clientRef: orEmpty(person()),
      coordinatorRef: orEmpty(person()),
      lawBasis: list(choice(LAW_BASES)),
      startOn: pub(date()).optional(),
      logbookForm: choice(['internal', 'transparent', 'both']),
    },
  },
  TrajectoryPaused: {
    kind: 'decision',
    data: {
      reason: txt(),
      publicReason: pub(txt()).optional(),
      expectedResumeOn: date().optional(),
      participantsTold: bool(),
    },
  },
  TrajectoryResumed: { kind: 'decision', data: { shiftDays: int(0, 3_650) } },
  TrajectoryCancelled: {
    kind: 'decision',
    data: {
      reason: txt(),
      publicReason: pub(txt()).optional(),
      participantsInvolved: bool(),
      messagePlannedOn: date().optional(),
    },
  },
  TrajectoryCompleted: { kind: 'decision', data: { on: pub(date()) } },
  TrajectoryReopened: { kind: 'decision', data: { reason: txt() } },
  TrajectoryArchived: {
    kind: 'decision',
    data: {
      selectionCategory: internal(line()),
      keepUntil: orEmpty(z.union([date(), z.literal('permanent')]).meta({ kind: 'date', fieldClass: 'internal' })),
    },
  },
  RoundPlanned: {
    kind: 'decision',
    data: {
      roundId: id(),
      title: pub(line(1)),
      question: internal(txt()).optional(),
      groupIds: ids('group').optional(),
    },
  },
  GuardOverridden: {
    kind: 'decision',
    data: {
      command: internal(line(1)),
      phase: phase().optional(),
      roundId: id('round').optional(),
      needs: list(internal(line(1)), 100).min(1),
      reason: txt(),
    },
  },
  FactCorrected: {
    kind: 'decision',
    data: { eventId: id('event'), field: internal(line(1)), before: corrected(), after: corrected(), reason: txt() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type RootData = DataOf<typeof specs>;
export const events = defineEvents(specs);
