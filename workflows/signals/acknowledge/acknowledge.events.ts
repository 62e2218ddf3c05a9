// Acknowledging a signal: it was seen, somebody says why it can wait and until when. Signals themselves are computed and never stored.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { choice, date, id, txt } from '../../kit/fields.js';
import { CODES } from '../codes.js';

const specs = {
  SignalAcknowledged: {
    kind: 'decision',
    standsAlone: true,
    data: { code: choice(CODES), subjectId: id('signalSubject'), reason: txt(), snoozeUntil: date() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type AcknowledgeData = DataOf<typeof specs>;
export const events = defineEvents(specs);
