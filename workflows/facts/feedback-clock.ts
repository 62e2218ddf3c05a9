// The feedback clock of a round (domain.md 3.7): since when people wait for an answer, until when that may last, and to whom an answer is owed.
// Computed from facts whenever asked, so that a late record or a correction moves the clock as if it had been known in time.
import { addDays, atLocal, localDay } from '../kit/time.js';
import type { Id, LocalDate } from '../kit/types.js';
import type { Contribution, Facts, FeedbackSend } from './facts.js';

export interface Owed {
  contributionIds: Id[];
  by: LocalDate;
}

export interface FeedbackClock {
  /** The day since which people wait; absent when nobody does. */
  startOn?: LocalDate;
  /** Last days that are still in time; absent without a start. */
  targetOn?: LocalDate;
  finalOn?: LocalDate;
  /** Waiting without a date of their own, in the order in which they came. */
  openContributions: Id[];
  /** Promised an answer by a day, not answered yet; earliest day first. */
  owed: Owed[];
  /** The date of the told delay in force, which then is target and final. */
  toldDelay?: LocalDate;
  nothingOwed: boolean;
}

/** Days from the start to the last day in time; `explain` counts from a decision or from stopping. */
export interface FeedbackNorms {
  target: number;
  final: number;
  explain: number;
}
export const FEEDBACK_NORMS: FeedbackNorms = { target: 28, final: 42, explain: 14 };

/** Tells the clock of a round, a decision (by id) or `stopped`. One pass over the contributions; never throws, an unknown `about` has nothing owed. */
export function feedbackClock(facts: Facts, about: string, norms: FeedbackNorms = FEEDBACK_NORMS): FeedbackClock {
  const promised = promises(facts);
  const waiting = waitingIn(facts, about);
  const openContributions = waiting.filter(({ id }) => !promised.has(id)).map(({ id }) => id);
  const owed = owedAbout(facts, about, promised);
  const startOn = facts.rounds.has(about) ? startIn(facts, about) : startOfExplaining(facts, about);
  if (startOn === undefined) return { openContributions, owed, nothingOwed: owed.length === 0 };
  if (!facts.rounds.has(about)) {
    const last = addDays(startOn, norms.explain);
    return { startOn, targetOn: last, finalOn: last, openContributions, owed, nothingOwed: false };
  }
  const toldDelay = delayOf(facts, about, startOn);
  const targetOn = toldDelay ?? addDays(startOn, norms.target);
  const finalOn = toldDelay ?? addDays(startOn, norms.final);
  return {
    startOn,
    targetOn,
    finalOn,
    openContributions,
    owed,
    ...(toldDelay ? { toldDelay } : {}),
    nothingOwed: false,
  };
}

/** The last day on which people can react: `days` after the last sending about it; undefined while nothing was sent. */
export function reactionsUntil(facts: Facts, about: string, days: number): LocalDate | undefined {
  const last = sendsAbout(facts, about).reduce((latest, { on }) => (on > latest ? on : latest), '');
  return last === '' ? undefined : addDays(last, days);
}

/** Every sending about a round, a decision or `stopped`, in the order in which they were recorded per message. */
export function sendsAbout(facts: Facts, about: string): FeedbackSend[] {
  return [...facts.feedbacks.values()]
    .filter((message) => message.about === about)
    .flatMap(({ sends }) => [...sends.values()]);
}

const waitingIn = (facts: Facts, about: string): Contribution[] =>
  [...facts.contributions.values()].filter((one) => one.roundId === about && waits(one));
const waits = (one: Contribution): boolean => one.toldOn === undefined && !one.withdrawn;

interface Dated {
  by: LocalDate;
  /** First day on which a date was promised: from then it is out of the clock. */
  since: LocalDate;
  abouts: Set<string>;
}

/** Dates that sent messages promised, by contribution; the date promised last counts. */
function promises(facts: Facts): Map<Id, Dated> {
  const found = new Map<Id, Dated>();
  const sends = [...facts.feedbacks.values()].flatMap(({ about, sends: all }) =>
    [...all.values()].map((send) => ({ about, ...send })),
  );
  for (const { about, on, owed } of sends.sort((a, b) => a.on.localeCompare(b.on) || a.at.localeCompare(b.at))) {
    for (const { contributionIds, by } of owed) {
      for (const id of contributionIds) {
        const known = found.get(id);
        found.set(id, { by, since: known?.since ?? on, abouts: (known?.abouts ?? new Set()).add(about) });
      }
    }
  }
  return found;
}

/** What is still owed about this: promised in it, or in another message but of this round. */
function owedAbout(facts: Facts, about: string, promised: ReadonlyMap<Id, Dated>): Owed[] {
  const byDay = new Map<LocalDate, Id[]>();
  for (const [id, { by, abouts }] of promised) {
    const one = facts.contributions.get(id);
    if (!one || !waits(one) || !(abouts.has(about) || one.roundId === about)) continue;
    byDay.set(by, [...(byDay.get(by) ?? []), id]);
  }
  return [...byDay].map(([by, contributionIds]) => ({ contributionIds, by })).sort((a, b) => a.by.localeCompare(b.by));
}

/** The start as it was at the end of a day; without a day, as it is now. */
function startIn(facts: Facts, roundId: string, asOf = '9999-12-31'): LocalDate | undefined {
  const sentOn = sendsAbout(facts, roundId)
    .map(({ on }) => on)
    .filter((on) => on <= asOf);
  const answeredSince = (heldOn: LocalDate): boolean => sentOn.some((on) => on >= heldOn);
  let start: LocalDate | undefined;
  for (const { roundId: own, heldOn } of facts.conversations.values()) {
    if (own !== roundId || heldOn === undefined || heldOn > asOf || answeredSince(heldOn)) continue;
    if (start === undefined || heldOn < start) start = heldOn;
  }
  const received = firstReceived(facts, roundId, asOf);
  return received !== undefined && (start === undefined || received < start) ? received : start;
}

/** The day on which the oldest contribution came that had no answer and no date of its own at the end of that day. */
function firstReceived(facts: Facts, roundId: string, asOf: LocalDate): LocalDate | undefined {
  const promised = promises(facts);
  const dayEnd = asOf === '9999-12-31' ? asOf : atLocal(addDays(asOf, 1));
  let first: string | undefined;
  for (const one of facts.contributions.values()) {
    if (
      one.roundId !== roundId ||
      one.withdrawn ||
      one.receivedAt >= dayEnd ||
      (first !== undefined && one.receivedAt >= first)
    )
      continue;
    if (one.toldOn !== undefined && one.toldOn <= asOf) continue;
    const since = promised.get(one.id)?.since;
    if (since === undefined || since > asOf) first = one.receivedAt;
  }
  return first === undefined ? undefined : localDay(first);
}

/** The first delay that participants were told of while this start ran. A second one, or one nobody was told of, moves nothing. */
function delayOf(facts: Facts, about: string, startOn: LocalDate): LocalDate | undefined {
  const told = (facts.delays.get(about) ?? [])
    .filter(({ participantsTold }) => participantsTold)
    .sort((a, b) => a.at.localeCompare(b.at));
  return told.find(({ at }) => startIn(facts, about, localDay(at)) === startOn)?.newDate;
}

/** A decision waits for its explanation, stopping for its message, unless nobody was invited. A deferred decision waits for nothing. */
function startOfExplaining(facts: Facts, about: string): LocalDate | undefined {
  if (about === 'stopped') {
    const { stopped } = facts;
    return stopped && stopped.toldOn === undefined && facts.invitations.size > 0 ? stopped.on : undefined;
  }
  const decision = facts.decisions.get(about);
  return decision && decision.outcome !== 'deferred' && decision.explainedOn === undefined ? decision.on : undefined;
}
