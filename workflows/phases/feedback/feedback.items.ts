// What a feedback says when nobody filled it in: every contribution of the round with its outcome and the reason of that outcome.
import type { Contribution, Facts } from '../../facts/facts.js';
import { contributionsOf } from '../../facts/rounds.js';
import type { Data, View } from '../../kit/commands.js';
import { CONTRIBUTIONS_MAX, LIST_MAX } from '../../kit/fields.js';
import type { Id } from '../../kit/types.js';

export interface Item {
  contributionIds: Id[];
  outcome: string;
  reason: string;
}

/** States that an answer can tell. Of `escalated` the client still has to choose, so that one is not among them. */
const TELLABLE = ['adopted', 'partlyAdopted', 'notChosen', 'rejected', 'answered', 'noted', 'passedOn'];

/** The contribution that carries the outcome: the one it was merged into, however often. */
function carrier(facts: Facts, one: Contribution): Contribution {
  let found = one;
  for (
    let into = facts.contributions.get(found.mergedInto ?? '');
    into;
    into = facts.contributions.get(found.mergedInto ?? '')
  )
    found = into;
  return found;
}

function answerOf(view: View<Facts>, one: Contribution): { outcome: string; reason: string } | undefined {
  const from = carrier(view.facts, one);
  const outcome = view.trajectory.cells.get(`contribution/${from.id}`)?.value ?? '';
  return TELLABLE.includes(outcome) ? { outcome, reason: from.reason ?? '' } : undefined;
}

/** One item per outcome and reason, as many as one message holds. What does not fit, or has no outcome, has to be owed. */
export function itemsOf(view: View<Facts>, about: string): Item[] {
  const items = new Map<string, Item>();
  let room = CONTRIBUTIONS_MAX;
  for (const one of contributionsOf(view.facts, about)) {
    const answer = answerOf(view, one);
    if (!answer) continue;
    const key = `${answer.outcome}\n${answer.reason}`;
    const item = items.get(key) ?? { ...answer, contributionIds: [] };
    if (room === 0 || (items.size === LIST_MAX && !items.has(key))) continue;
    item.contributionIds.push(one.id);
    items.set(key, item);
    room -= 1;
  }
  return [...items.values()];
}

/** Outcome or reason of an item as far as all its contributions share one. */
export function sharedAnswer(view: View<Facts>, item: Data, field: 'outcome' | 'reason'): string | undefined {
  const answers = (item.contributionIds as Id[]).map((id) => {
    const one = view.facts.contributions.get(id);
    return one && answerOf(view, one)?.[field];
  });
  return new Set(answers).size === 1 ? answers[0] : undefined;
}

/** Contributions about which this feedback has to say something: of its round and not answered before. */
export function unanswered(facts: Facts, about: string): Contribution[] {
  return contributionsOf(facts, about).filter((one) => one.toldOn === undefined);
}

/** Those of them that neither these answers nor these promises name. */
export function unnamed(facts: Facts, about: string, lists: readonly { contributionIds: Id[] }[]): Id[] {
  const named = new Set(lists.flatMap(({ contributionIds }) => contributionIds));
  return unanswered(facts, about)
    .map(({ id }) => id)
    .filter((id) => !named.has(id));
}
