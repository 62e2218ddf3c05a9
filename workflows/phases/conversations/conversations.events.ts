// Events of the conversations of a round: planned, prepared, held, reported, and the round closed for input.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import {
  bool,
  choice,
  date,
  fact,
  id,
  ids,
  instant,
  int,
  internal,
  letter,
  line,
  list,
  object,
  pub,
  role,
  txt,
} from '../../kit/fields.js';

const conversationId = id('conversation');
const roundId = id('round');

const specs = {
  ConversationPlanned: {
    kind: 'decision',
    data: {
      conversationId: id(),
      roundId,
      startsAt: pub(fact(instant())),
      endsAt: pub(fact(instant())),
      venue: pub(fact(line())),
      online: pub(bool()),
      groupIds: ids('group'),
      capacity: int(),
      panelId: id('panel').optional(),
    },
  },
  ProgrammeSet: {
    kind: 'decision',
    data: {
      conversationId,
      talkingPieceDocId: id('document').optional(),
      methodId: id('method').optional(),
      agenda: list(internal(txt())),
      tasks: list(object({ task: internal(txt()), role: role() })),
      tasksComplete: bool(),
    },
  },
  ConversationsScheduled: { kind: 'decision', data: { roundId, conversationIds: ids('conversation') } },
  ConversationHeld: {
    kind: 'fact',
    data: {
      conversationId,
      roundId,
      on: date(),
      attendance: list(object({ groupId: id('group'), count: int() })),
      mood: choice(['calm', 'tense', 'escalated']),
    },
  },
  ConversationPostponed: { kind: 'decision', data: { conversationId, reason: txt() } },
  ConversationRescheduled: {
    kind: 'decision',
    data: { conversationId, startsAt: pub(fact(instant())), participantsTold: bool() },
  },
  ConversationCancelled: { kind: 'decision', data: { conversationId, reason: txt(), participantsTold: bool() } },
  RoundClosedForInput: { kind: 'decision', data: { roundId, on: date() } },
  ReportShared: {
    kind: 'fact',
    data: { conversationId, documentId: id('document').optional(), text: letter().optional(), on: date() },
  },
  ConversationsCompleted: {
    kind: 'decision',
    data: {
      roundId,
      heard: list(object({ groupId: pub(id('group')), count: pub(int()) })),
      notHeard: list(object({ groupId: pub(id('group')), reason: txt() })),
    },
  },
  RoundReopened: { kind: 'decision', data: { roundId, reason: txt() } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type ConversationsData = DataOf<typeof specs>;
export const events = defineEvents(specs);
