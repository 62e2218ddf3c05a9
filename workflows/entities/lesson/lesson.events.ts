// A lesson is recorded when it is learned, also halfway; what happens with it later comes with the learning parts.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { choice, id, int, internal, line, phase, txt } from '../../kit/fields.js';

const specs = {
  LessonRecorded: {
    kind: 'fact',
    data: {
      lessonId: id(),
      text: txt(),
      kind: choice(['keep', 'improve']),
      phase: phase(),
      keyNo: int(1, 8).optional(),
      signalCode: internal(line()).optional(),
    },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type LessonData = DataOf<typeof specs>;
export const events = defineEvents(specs);
