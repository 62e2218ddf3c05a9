// The feedback clock of a round (domain.md 3.7): since when people wait for an answer, until when that may last, and to whom an answer is owed.
// Computed from facts whenever asked, so that a late record or a correction moves the clock as if it had been known in time.
import { numberFor } from '../kit/settings.js';
import { addDays, atLocal, localDay } from '../kit/time.js';
import type { Id, LocalDate, Settings } from '../kit/types.js';
import type { Contribution, Facts, FeedbackSend } from './facts.js';

type Numbers = Pick<Settings, 'numbers' | 'local' | 'dated'>;

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

/** Later than any day: as things stand now. */
const NOW = '9999-12-31';

/** Tells the clock of a round, a decision (by id) or `stopped`. A few passes over the contributions; never throws, an unknown `about` has nothing owed. */
export function feedbackClock(facts: Facts, about: string, norms: FeedbackNorms = FEEDBACK_NORMS): FeedbackClock {
  const promised = promises(facts, NOW);
  const openContributions = waitingIn(facts, about, NOW)
    .filter(({ id }) => !promised.has(id))
    .map(({ id }) => id);
  const owed = owedAbout(facts, about, NOW);
  const startOn = startOf(facts, about, NOW);
  if (startOn === undefined) return { openContributions, owed, nothingOwed: owed.length === 0 };
  const isRound = facts.rounds.has(about);
  const toldDelay = isRound ? delayOf(facts, about, startOn) : undefined;
  const targetOn = toldDelay ?? addDays(startOn, isRound ? norms.target : norms.explain);
  const finalOn = toldDelay ?? addDays(startOn, isRound ? norms.final : norms.explain);
  const told = toldDelay === undefined ? {} : { toldDelay };
  return { startOn, targetOn, finalOn, openContributions, owed, ...told, nothingOwed: false };
}

/**
 * Whether nobody waited for an answer at the end of that day. What came later does not count: a clock command that runs late decides as if
 * it had run in time.
 */
export function nothingOwedOn(facts: Facts, about: string, day: LocalDate): boolean {
  return startOf(facts, about, day) === undefined && owedAbout(facts, about, day).length === 0;
}

/** The day of the last sending about it; undefined while nothing was sent. */
export function lastSentOn(facts: Facts, about: string): LocalDate | undefined {
  const last = sendsAbout(facts, about).reduce((latest, { on }) => (on > latest ? on : latest), '');
  return last === '' ? undefined : last;
}

/** The setting that says how many days people have to react, and the number where nobody set one. */
export const REACTION_DAYS = { key: 'feedback.reactionDays', standard: 7 };

/** The days to react to what was sent on that day: the number that counted then, for that is what people were told. */
export function reactionDays({ municipalityIds }: Facts, settings: Numbers, sentOn: LocalDate): number {
  return numberFor(settings, municipalityIds, REACTION_DAYS.key, REACTION_DAYS.standard, sentOn);
}

/** The last day on which people can react, counted from the last sending about it; undefined while nothing was sent. */
export function reactionsUntil(facts: Facts, about: string, settings: Numbers): LocalDate | undefined {
  const last = lastSentOn(facts, about);
  return last && addDays(last, reactionDays(facts, settings, last));
}

/** Every sending about a round, a decision or `stopped`, in the order in which they were recorded per message. */
export function sendsAbout(facts: Facts, about: string): FeedbackSend[] {
  return [...facts.feedbacks.values()]
    .filter((message) => message.about === about)
    .flatMap(({ sends }) => [...sends.values()]);
}

/** Contributions of the round that had come by the end of that day and had no answer yet. */
function waitingIn(facts: Facts, roundId: string, asOf: LocalDate): Contribution[] {
  const dayEnd = asOf === NOW ? NOW : atLocal(addDays(asOf, 1));
  const had = (one: Contribution): boolean => one.roundId === roundId && one.receivedAt < dayEnd;
  return [...facts.contributions.values()].filter((one) => had(one) && waits(one, asOf));
}

function waits({ withdrawn, toldOn }: Contribution, asOf: LocalDate): boolean {
  return !withdrawn && (toldOn === undefined || toldOn > asOf);
}

interface Promised {
  by: LocalDate;
  abouts: Set<string>;
}

/** Dates that messages sent by then promised, by contribution; the date promised last counts. */
function promises(facts: Facts, asOf: LocalDate): Map<Id, Promised> {
  const found = new Map<Id, Promised>();
  const sends = [...facts.feedbacks.values()].flatMap(({ about, sends: all }) =>
    [...all.values()].map((send) => ({ about, ...send })),
  );
  const inOrder = sends.sort((a, b) => a.on.localeCompare(b.on) || a.at.localeCompare(b.at));
  for (const { about, owed } of inOrder.filter(({ on }) => on <= asOf)) {
    for (const { contributionIds, by } of owed) {
      for (const id of contributionIds) found.set(id, { by, abouts: (found.get(id)?.abouts ?? new Set()).add(about) });
    }
  }
  return found;
}

/** What is still owed about this: promised in it, or in another message but of this round. */
function owedAbout(facts: Facts, about: string, asOf: LocalDate): Owed[] {
  const byDay = new Map<LocalDate, Id[]>();
  for (const [id, { by, abouts }] of promises(facts, asOf)) {
    const one = facts.contributions.get(id);
    if (!one || !waits(one, asOf) || !(abouts.has(about) || one.roundId === about)) continue;
    const sameDay = byDay.get(by) ?? [];
    sameDay.push(id);
    byDay.set(by, sameDay);
  }
  return [...byDay].map(([by, contributionIds]) => ({ contributionIds, by })).sort((a, b) => a.by.localeCompare(b.by));
}

/** The day since which people wait, as things stood at the end of a day. */
function startOf(facts: Facts, about: string, asOf: LocalDate): LocalDate | undefined {
  if (!facts.rounds.has(about)) return startOfExplaining(facts, about);
  const days = [...heldUnanswered(facts, about, asOf), ...firstReceived(facts, about, asOf)];
  return days.sort()[0];
}

/** Days of conversations since which nothing was sent about their round. */
function heldUnanswered(facts: Facts, roundId: string, asOf: LocalDate): LocalDate[] {
  const lastSentOn = sendsAbout(facts, roundId)
    .map(({ on }) => on)
    .filter((on) => on <= asOf)
    .sort()
    .at(-1);
  return [...facts.conversations.values()]
    .filter((one) => one.roundId === roundId)
    .flatMap(({ heldOn }) => heldOn ?? [])
    .filter((heldOn) => heldOn <= asOf && heldOn > (lastSentOn ?? ''));
}

/** The day of the oldest contribution that waits without a date of its own. Local days are costly, so only of that one. */
function firstReceived(facts: Facts, roundId: string, asOf: LocalDate): LocalDate[] {
  const promised = promises(facts, asOf);
  let first = NOW;
  for (const { id, receivedAt } of waitingIn(facts, roundId, asOf)) {
    if (receivedAt < first && !promised.has(id)) first = receivedAt;
  }
  return first === NOW ? [] : [localDay(first)];
}

/** The first delay that participants were told of while this start ran. A second one, or one nobody was told of, moves nothing. */
function delayOf(facts: Facts, about: string, startOn: LocalDate): LocalDate | undefined {
  const told = (facts.delays.get(about) ?? [])
    .filter(({ participantsTold }) => participantsTold)
    .sort((a, b) => a.at.localeCompare(b.at));
  return told.find(({ at }) => startOf(facts, about, localDay(at)) === startOn)?.newDate;
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
