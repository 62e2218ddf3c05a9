// The participation question: the one question that a round must answer.
import type { z } from 'zod';
import { fact, id, internal, pub, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  QuestionSet: {
    kind: 'decision',
    standsAlone: true,
    data: {
      roundId: id('round').optional(),
      question: internal(txt().min(1)),
      publicText: fact(pub(txt())),
      weWantToKnowRef: id().optional(),
    },
  },
  QuestionRevised: {
    kind: 'decision',
    standsAlone: true,
    data: { roundId: id('round').optional(), before: internal(txt()), after: internal(txt().min(1)), reason: txt() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type QuestionData = DataOf<typeof specs>;
export const events = defineEvents(specs);
