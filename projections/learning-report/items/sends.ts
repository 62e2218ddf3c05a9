// Every feedback that was sent, earliest day first, and per contribution what those messages said about it.
import type { Facts } from '../../../workflows/facts/facts.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';

export interface Sent {
  on: LocalDate;
  /** Id of the FeedbackSent. */
  event: Id;
}
export interface Send extends Sent {
  about: string;
  answered: readonly Id[];
  owed: readonly { contributionIds: readonly Id[]; by: LocalDate }[];
}

export interface Named {
  /** The first message, by day, that answered it or promised it an answer. */
  first: Map<Id, Sent>;
  answered: Map<Id, Sent>;
  /** The date that was promised last. */
  promised: Map<Id, Sent & { by: LocalDate }>;
}

export function sendsOf(facts: Facts): Send[] {
  return [...facts.feedbacks.values()]
    .flatMap(({ about, sends }) => [...sends].map(([event, send]) => ({ ...send, about, event })))
    .sort((a, b) => a.on.localeCompare(b.on) || a.at.localeCompare(b.at));
}

/** What the messages, in the order of `sendsOf`, said about each contribution. */
export function namedIn(sends: readonly Send[]): Named {
  const named: Named = { first: new Map(), answered: new Map(), promised: new Map() };
  const note = (map: Map<Id, Sent>, id: Id, sent: Sent): unknown => map.has(id) || map.set(id, sent);
  for (const { on, event, answered, owed } of sends) {
    for (const id of answered) {
      note(named.first, id, { on, event });
      note(named.answered, id, { on, event });
    }
    for (const { contributionIds, by } of owed) {
      for (const id of contributionIds) {
        note(named.first, id, { on, event });
        named.promised.set(id, { on, event, by });
      }
    }
  }
  return named;
}
