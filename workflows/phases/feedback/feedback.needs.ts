// What feedback needs: a reason for every answer, a date for whoever gets none yet, and nobody left waiting when it closes.
import type { Facts } from '../../facts/facts.js';
import { feedbackClock, nothingOwedOn, reactionsUntil } from '../../facts/feedback-clock.js';
import { numbered } from '../../facts/numbers.js';
import { conversationsOf } from '../../facts/rounds.js';
import { shortList } from '../../facts/short-list.js';
import { defineNeeds, type Data, type View } from '../../kit/commands.js';
import { localDay } from '../../kit/time.js';
import type { LocalDate } from '../../kit/types.js';
import type { FeedbackData } from './feedback.events.js';
import { unnamed } from './feedback.items.js';
import { lastOf } from './feedback.messages.js';

type Prepared = FeedbackData['FeedbackPrepared'];

const named = ({ facts }: View<Facts>, ids: readonly string[]): Record<string, string> => ({
  contributions: shortList('B', facts.contributions, ids),
});

const withoutReason = (data: Data): string[][] =>
  (data as Prepared).items.filter(({ reason }) => reason.trim() === '').map(({ contributionIds }) => contributionIds);

function withoutDate({ facts }: View<Facts>, data: Data): string[] {
  const { about, items, owed } = data as Prepared;
  return unnamed(facts, about, [...items, ...owed]);
}

function reactUntil({ facts, settings, address }: View<Facts>): LocalDate | undefined {
  return reactionsUntil(facts, address.round ?? '', settings);
}

/** The day that counts: at midnight exactly, when the clock closes, that is the day that just ended. */
const dayOf = ({ at }: View<Facts>): LocalDate => localDay(new Date(Date.parse(at) - 1).toISOString());

/** Contributions that wait, else the conversations of which nobody heard anything since. */
function stillWaiting(view: View<Facts>): string {
  const { facts, address } = view;
  const { openContributions, owed, startOn } = feedbackClock(facts, address.round ?? '');
  const ids = [...openContributions, ...owed.flatMap(({ contributionIds }) => contributionIds)];
  if (ids.length > 0) return shortList('B', facts.contributions, ids);
  const held = conversationsOf(facts, address.round ?? '').filter(
    ({ heldOn }) => heldOn !== undefined && startOn !== undefined && heldOn >= startOn,
  );
  return numbered(
    'G',
    facts.conversations,
    held.map(({ id }) => id),
  );
}

export const needs = defineNeeds<Facts>({
  REASON_PER_ITEM: {
    hard: true,
    sees: 'payload',
    solvableBy: ['projectLeader'],
    met: (_view, data) => withoutReason(data).length === 0,
    vars: (view, data) => named(view, withoutReason(data).flat()),
  },
  OWED_HAS_DATE: {
    hard: true,
    sees: 'payload',
    solvableBy: ['processCoordinator'],
    met: (view, data) => withoutDate(view, data).length === 0,
    vars: (view, data) => named(view, withoutDate(view, data)),
  },
  SECOND_PERSON: {
    hard: false,
    sees: 'state',
    solvableBy: ['client', 'projectLeader'],
    met: ({ facts, decider, address }, data) => {
      const message = facts.feedbacks.get(String(data.feedbackId)) ?? lastOf(facts, address.round);
      return message?.preparedBy === undefined || message.preparedBy !== decider.ref;
    },
  },
  NOTHING_OWED: {
    hard: true,
    sees: 'state',
    solvableBy: ['processCoordinator', 'projectLeader'],
    met: (view) => nothingOwedOn(view.facts, view.address.round ?? '', dayOf(view)),
    vars: (view) => ({ contributions: stillWaiting(view) }),
  },
  REACTION_TIME_PASSED: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['system'],
    met: (view) => view.today > (reactUntil(view) ?? ''),
    vars: (view) => ({ date: reactUntil(view) ?? '' }),
  },
});
