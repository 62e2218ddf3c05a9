// What the trajectory is for: why it begins, how much influence people have, and what the talk must yield.
import type { z } from 'zod';
import { choice, fact, int, internal, level, list, object, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const answer = () => int(0, 4);
const answers = () =>
  object({
    '1': answer(),
    '2': answer(),
    '3': answer(),
    '4': answer(),
    '5': answer(),
    '6': answer(),
    '7': answer(),
    '8': answer(),
    '9': answer(),
  });

const specs = {
  IntakeRecorded: {
    kind: 'decision',
    standsAlone: true,
    data: {
      cause: fact(txt()),
      policyGoal: fact(internal(txt())),
      room: choice(['none', 'limited', 'wide']),
      meterVersion: int(1),
      answers: answers().optional(),
      impactScore: int(0, 100),
      advisedLevel: level(),
      advisedWorkflow: choice(['kern', 'volledig']),
      level: level(),
      levelReason: txt().optional(),
    },
  },
  LevelSet: {
    kind: 'decision',
    standsAlone: true,
    data: { level: level(), before: internal(level()).optional(), reason: txt().optional() },
  },
  GoalsSet: {
    kind: 'decision',
    standsAlone: true,
    data: {
      participationGoal: internal(txt()),
      othersMustKnow: list(internal(txt())),
      weWantToKnow: list(internal(txt())),
      councilRole: choice(['setsFrames', 'decides', 'informed']),
    },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type IntakeData = DataOf<typeof specs>;
export const events = defineEvents(specs);
