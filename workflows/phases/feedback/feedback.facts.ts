// What was told to whom and when. A sending is kept by its event, so that a corrected one takes the place of what it said before.
import type { Facts, FeedbackMessage } from '../../facts/facts.js';
import { sendsAbout } from '../../facts/feedback-clock.js';
import type { Id, LocalDate } from '../../kit/types.js';
import type { FactHandlers } from '../../kit/workflow.js';
import type { FeedbackData } from './feedback.events.js';

type Data<K extends keyof FeedbackData> = FeedbackData[K];

const blank = (id: Id, about: string): FeedbackMessage => ({
  id,
  about,
  items: [],
  owed: [],
  answered: [],
  sends: new Map(),
  reactions: [],
});

const firstDay = (days: LocalDate[]): LocalDate | undefined => [...days].sort()[0];

/** The message with what its sendings say together; the one with the latest day is the last. */
function summed(message: FeedbackMessage): FeedbackMessage {
  const [first, ...others] = message.sends.values();
  if (!first) return message;
  const last = others.reduce((latest, send) => (send.on >= latest.on ? send : latest), first);
  const { on: sentOn, at: sentAt, owed, recipients, channel } = last;
  const answered =
    others.length === 0 ? first.answered : [...new Set([first, ...others].flatMap((send) => send.answered))];
  return { ...message, answered, owed, sentOn, sentAt, recipients, channel };
}

/** Only a correction asks through all sendings: an answer may have gone to someone else than was written first. */
function tellAgain(facts: Facts, id: Id): void {
  const one = facts.contributions.get(id);
  const days = [...facts.feedbacks.values()].flatMap(({ sends }) =>
    [...sends.values()].filter(({ answered }) => answered.includes(id)).map(({ on }) => on),
  );
  if (one) one.toldOn = firstDay(days);
}

function tell(facts: Facts, id: Id, on: LocalDate): void {
  const one = facts.contributions.get(id);
  if (one && (one.toldOn === undefined || on < one.toldOn)) one.toldOn = on;
}

/** A decision is explained by the first message about it. */
function noteExplained(facts: Facts, about: string): void {
  const decision = facts.decisions.get(about);
  if (decision) decision.explainedOn = firstDay(sendsAbout(facts, about).map(({ on }) => on));
}

/** Stopping is told by the first message recorded since; one about an earlier stop that is corrected says nothing about this one. */
function noteStopTold(facts: Facts, on: LocalDate, before: LocalDate | undefined): void {
  const { stopped } = facts;
  if (stopped && stopped.toldOn === before) stopped.toldOn = on;
}

/** The list with this entry in the place of the one of the same event, else at its end. */
function replaced<T extends { id: Id }>(entries: readonly T[], entry: T): T[] {
  const index = entries.findIndex(({ id }) => id === entry.id);
  return index < 0 ? [...entries, entry] : entries.with(index, entry);
}

export const facts: FactHandlers<Facts> = {
  FeedbackPrepared(facts, event) {
    const { feedbackId, about, items, owed, decidedBy } = event.data as Data<'FeedbackPrepared'>;
    const told = items.map(({ contributionIds, outcome, reason }) => ({ contributionIds, outcome, reason }));
    facts.feedbacks.set(feedbackId, {
      ...blank(feedbackId, about),
      preparedBy: decidedBy.ref ?? event.meta.actor.ref,
      items: told,
      owed,
    });
  },
  FeedbackSent(facts, event) {
    const { feedbackId, about, channel, recipients, on, answered, owed } = event.data as Data<'FeedbackSent'>;
    const message = facts.feedbacks.get(feedbackId) ?? blank(feedbackId, about);
    const before = message.sends.get(event.meta.id);
    message.sends.set(event.meta.id, { on, at: event.meta.occurredAt, recipients, channel, answered, owed });
    facts.feedbacks.set(feedbackId, summed(message));
    if (before) for (const id of new Set([...before.answered, ...answered])) tellAgain(facts, id);
    else for (const id of answered) tell(facts, id, on);
    noteExplained(facts, about);
    if (about === 'stopped') noteStopTold(facts, on, before?.on);
  },
  FeedbackDelayed(facts, event) {
    const { about, newDate, participantsTold } = event.data as Data<'FeedbackDelayed'>;
    const delay = { id: event.meta.id, newDate, participantsTold, at: event.meta.occurredAt };
    facts.delays.set(about, replaced(facts.delays.get(about) ?? [], delay));
  },
  FeedbackReactionReceived(facts, event) {
    const { feedbackId, tone, count } = event.data as Data<'FeedbackReactionReceived'>;
    const message = facts.feedbacks.get(feedbackId);
    if (message)
      facts.feedbacks.set(feedbackId, {
        ...message,
        reactions: replaced(message.reactions, { id: event.meta.id, tone, count }),
      });
  },
  ContributionWithdrawn(facts, event) {
    const one = facts.contributions.get(String(event.data.contributionId));
    if (one) one.withdrawn = true;
  },
  ContributionMerged(facts, event) {
    const one = facts.contributions.get(String(event.data.contributionId));
    if (one) one.mergedInto = String(event.data.intoId);
  },
};
