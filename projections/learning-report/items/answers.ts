// Whether people heard back: per round the longest that someone waited for an answer, and per contribution when its giver was told.
// A conversation waits for any message about its round, a contribution for the message that answers it or promises it an answer by a day.
import { localDay } from '../../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import type { Item } from './item.js';
import { namedIn, sendsOf, type Named, type Send, type Sent } from './sends.js';
import { daysFrom, type Closable, type Source } from './source.js';

/** Something of which people wait to hear: since when, and the message that ended the waiting. */
interface Waiting {
  since: LocalDate;
  /** The event that began it. */
  by: Id;
  until?: Sent;
}

/** A row for each round of which the feedback is finished and nobody waits, and for each contribution in it that was answered. */
export function answerItems(source: Source): (Item<'round'> | Item<'told'>)[] {
  const { facts } = source.trajectory;
  const isAnswered = (phase: Closable): boolean =>
    phase.phase === 'feedback' && phase.closed !== undefined && facts.rounds.has(phase.round ?? '');
  const finished = source.phases.filter(isAnswered);
  if (finished.length === 0 && !source.ended) return [];
  const sends = sendsOf(facts);
  const named = namedIn(sends);
  const days = new Map<string, LocalDate>();
  const rounds = finished.flatMap((phase) => {
    const waits = waitingIn(source, phase.round ?? '', sends, named);
    if (!phase.closed || waits.some(({ until }) => until === undefined)) return [];
    days.set(phase.round ?? '', phase.closed.day);
    return roundItem(source, phase, phase.closed, waits);
  });
  return [...rounds, ...toldItems(source, days, named)];
}

function roundItem(
  source: Source,
  { round = '' }: Closable,
  closed: { day: LocalDate; event: Id },
  waits: readonly Waiting[],
): Item<'round'>[] {
  const longest = waits.reduce<Waiting | undefined>(
    (most, one) => (most && lengthOf(most) >= lengthOf(one) ? most : one),
    undefined,
  );
  if (!longest?.until) return [];
  const delay = delayOf(source, round, longest.since, waits);
  const data = {
    round: source.trajectory.facts.rounds.get(round)?.nr ?? 0,
    start: longest.since,
    sent: longest.until.on,
    days: lengthOf(longest),
    told: delay?.newDate ?? null,
  };
  const events = [longest.by, ...(delay ? [delay.id] : []), longest.until.event, closed.event];
  return [{ kind: 'round', day: closed.day, data, events }];
}

/** `days` holds the day on which each answered round was finished; a contribution without a round waits for the end of the trajectory. */
function toldItems(source: Source, days: ReadonlyMap<string, LocalDate>, named: Named): Item<'told'>[] {
  return source.contributions().flatMap(({ nr, one, event }) => {
    const day = one.roundId === undefined ? source.ended?.day : days.get(one.roundId);
    const answer = named.answered.get(one.id);
    if (day === undefined || one.toldOn === undefined || one.withdrawn || !answer) return [];
    const received = localDay(one.receivedAt);
    const promise = named.promised.get(one.id);
    const owedBy = promise?.by ?? null;
    const data = { nr, received, told: one.toldOn, days: daysFrom(received, one.toldOn), owedBy };
    const events = [...new Set([event, ...(promise ? [promise.event] : []), answer.event])];
    return [{ kind: 'told', day, data, events } satisfies Item<'told'>];
  });
}

function waitingIn(source: Source, roundId: string, sends: readonly Send[], named: Named): Waiting[] {
  const { facts } = source.trajectory;
  const about = sends.filter((send) => send.about === roundId);
  const held = source.of('ConversationHeld').flatMap(({ data, meta }): Waiting[] => {
    const conversation = facts.conversations.get(String(data.conversationId));
    const since = conversation?.heldOn;
    if (conversation?.roundId !== roundId || since === undefined) return [];
    const until = about.find(({ on }) => on >= since);
    return [{ since, by: meta.id, ...(until ? { until } : {}) }];
  });
  const received = source.contributions().filter(({ one }) => one.roundId === roundId && !one.withdrawn);
  const waiting = received.map(({ one, event }): Waiting => {
    const until = named.first.get(one.id);
    return { since: localDay(one.receivedAt), by: event, ...(until ? { until } : {}) };
  });
  return [...held, ...waiting];
}

const lengthOf = ({ since, until }: Waiting): number => daysFrom(since, until?.on ?? since);

/** The first delay that participants were told of while the clock stood on this start; it replaces target and final date. */
function delayOf(source: Source, about: string, start: LocalDate, waits: readonly Waiting[]) {
  const told = (source.trajectory.facts.delays.get(about) ?? []).filter(({ participantsTold }) => participantsTold);
  const startAt = (day: LocalDate): LocalDate | undefined =>
    waits
      .filter(({ since, until }) => since <= day && (until === undefined || until.on > day))
      .map(({ since }) => since)
      .sort()[0];
  return [...told].sort((a, b) => a.at.localeCompare(b.at)).find(({ at }) => startAt(localDay(at)) === start);
}
