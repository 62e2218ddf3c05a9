// Frames: the limits within which ideas can be adopted, their versions, and when people were told.
import type { z } from 'zod';
import { bool, choice, date, fact, id, int, internal, line, list, object, pub, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  FrameDefined: {
    kind: 'decision',
    standsAlone: true,
    data: {
      frameId: id(),
      version: int(1, 1),
      kind: choice(['content', 'money', 'time', 'law', 'process']),
      text: internal(txt()),
      negotiable: bool(),
      source: fact(internal(txt())),
    },
  },
  FrameAmended: {
    kind: 'decision',
    standsAlone: true,
    data: { frameId: id('frame'), version: int(2), before: internal(txt()), after: internal(txt()), reason: txt() },
  },
  FramesAnnounced: {
    kind: 'fact',
    standsAlone: true,
    data: {
      frames: list(object({ frameId: pub(id('frame')), version: pub(int(1)) })).min(1),
      channel: internal(line()),
      publicText: pub(txt()),
      conversationId: id('conversation').optional(),
      on: pub(date()),
    },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type FramesData = DataOf<typeof specs>;
export const events = defineEvents(specs);
