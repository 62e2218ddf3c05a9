// Invitations and the responses to them. What an invitation says is a promise, and public.
import type { z } from 'zod';
import { date, id, ids, int, internal, letter, line, object, pub, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  InvitationSent: {
    kind: 'fact',
    standsAlone: true,
    data: {
      groupId: id('group'),
      roundId: id('round').optional(),
      conversationIds: ids('conversation'),
      channel: internal(line()),
      on: date(),
      addressed: int(),
      says: object({ topic: pub(txt()), timeNeeded: pub(txt()), resultsWhen: pub(txt()) }),
      letter: letter().optional(),
    },
  },
  ResponseRecorded: {
    kind: 'fact',
    standsAlone: true,
    data: { groupId: id('group'), accepted: int(), declined: int(), on: date() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type InvitationsData = DataOf<typeof specs>;
export const events = defineEvents(specs);
