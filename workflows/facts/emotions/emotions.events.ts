// Emotions of participants and the care afterwards. Never those of colleagues: help for staff is a talk, not an event.
import type { z } from 'zod';
import { date, id, int, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  EmotionSignalled: {
    kind: 'fact',
    standsAlone: true,
    // `level` here is how strong it was, not the participation level that stands in public.
    data: {
      conversationId: id('conversation').optional(),
      level: int(1, 3),
      helpCalled: txt().optional(),
      action: txt(),
    },
  },
  AftercareGiven: {
    kind: 'fact',
    standsAlone: true,
    data: { conversationId: id('conversation').optional(), roundId: id('round'), action: txt(), on: date() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type EmotionsData = DataOf<typeof specs>;
export const events = defineEvents(specs);
