// What is known of each conversation. An event read again after a correction does not undo what came later.
import type { Conversation, Facts } from '../../facts/facts.js';
import { isLatest } from '../../facts/latest.js';
import type { FactHandlers } from '../../kit/workflow.js';
import type { ConversationsData } from './conversations.events.js';

type Data<K extends keyof ConversationsData> = ConversationsData[K];

function change(facts: Facts, id: string, what: Partial<Conversation>): void {
  const known = facts.conversations.get(id);
  if (known) facts.conversations.set(id, { ...known, ...what });
}

/** The same length at another time. */
function moved(conversation: Conversation | undefined, startsAt: string): Partial<Conversation> {
  const length = Date.parse(conversation?.endsAt ?? '') - Date.parse(conversation?.startsAt ?? '');
  return {
    startsAt,
    ...(Number.isNaN(length) ? {} : { endsAt: new Date(Date.parse(startsAt) + length).toISOString() }),
  };
}

const timesOf = (conversationId: string): string => `times/${conversationId}`;

export const facts: FactHandlers<Facts> = {
  ConversationPlanned(facts, event) {
    const {
      conversationId: id,
      roundId,
      startsAt,
      endsAt,
      venue,
      online,
      groupIds,
      capacity,
    } = event.data as Data<'ConversationPlanned'>;
    const times = isLatest(facts, timesOf(id), event) ? { startsAt, endsAt } : {};
    facts.conversations.set(id, {
      attendance: [],
      ...facts.conversations.get(id),
      id,
      roundId,
      ...times,
      venue,
      online,
      groupIds,
      capacity,
    });
  },
  ProgrammeSet(facts, event) {
    const { conversationId, talkingPieceDocId, methodId, agenda, tasksComplete } = event.data as Data<'ProgrammeSet'>;
    change(facts, conversationId, { programme: { talkingPieceDocId, methodId, agenda, tasksComplete } });
  },
  ConversationRescheduled(facts, event) {
    const { conversationId: id, startsAt } = event.data as Data<'ConversationRescheduled'>;
    if (isLatest(facts, timesOf(id), event)) change(facts, id, moved(facts.conversations.get(id), startsAt));
  },
  ConversationCancelled(facts, event) {
    change(facts, (event.data as Data<'ConversationCancelled'>).conversationId, { cancelled: true });
  },
  ConversationHeld(facts, event) {
    const { conversationId: id, roundId, on, attendance, mood } = event.data as Data<'ConversationHeld'>;
    if (!isLatest(facts, `held/${id}`, event)) return;
    const unplanned = { online: false, groupIds: attendance.map(({ groupId }) => groupId) };
    facts.conversations.set(id, {
      ...unplanned,
      ...facts.conversations.get(id),
      id,
      roundId,
      heldOn: on,
      heldAt: event.meta.occurredAt,
      attendance,
      mood,
      cancelled: false,
    });
  },
  ReportShared(facts, event) {
    const { conversationId: id, on } = event.data as Data<'ReportShared'>;
    if (isLatest(facts, `report/${id}`, event)) change(facts, id, { reportSharedOn: on });
  },
};
