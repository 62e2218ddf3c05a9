// A trajectory as the makers of items read it: its events by type with the values in force, its pauses, and whether and when it ended.
import type { Contribution, Facts } from '../../../workflows/facts/facts.js';
import { daysBetween, localDay } from '../../../workflows/kit/time.js';
import type { Id, LocalDate, Recorded, Trajectory } from '../../../workflows/kit/types.js';
import type { PhasePlace, Stood } from '../../kit/projection.js';

export interface Source {
  trajectory: Trajectory<Facts>;
  phases: Closable[];
  /** Events of a type in the order of the stream, corrected values included. */
  of(type: string): readonly Recorded[];
  /** The first event that stepped the machine of a phase, by its key. */
  firstOf(key: string): Recorded | undefined;
  ended?: { day: LocalDate; completed: boolean; events: Id[] };
  /** Contributions with their number and the event that brought them in, in that order. */
  contributions(): readonly { nr: number; one: Contribution; event: Id }[];
  /** Days of pauses between two days, and the events that began and ended them. */
  paused(from: LocalDate, to: LocalDate): { days: number; events: Id[] };
}

/** A phase with what became of it. `closed` = finished and not opened again since; a skipped phase is neither begun nor closed. */
export interface Closable extends PhasePlace {
  begun: boolean;
  skipped: boolean;
  closed?: { day: LocalDate; event: Id };
  startedOn?: LocalDate;
}

/** The day an event stands for: its own `on`, else the day on which it occurred. */
export const dayOf = ({ data, meta }: Recorded): LocalDate =>
  typeof data.on === 'string' ? data.on : localDay(meta.occurredAt);

/** Days between two days, never fewer than none: a fact may be dated back before what it followed. */
export const daysFrom = (from: LocalDate, to: LocalDate): number => Math.max(0, daysBetween(from, to));

/** Reads a settled trajectory. `firstIds` are the ids of first events by the key of their phase. */
export function sourceOf(settled: Stood, firstIds: ReadonlyMap<string, Id>): Source {
  const { trajectory } = settled;
  const byType = new Map<string, Recorded[]>();
  for (const event of trajectory.events.values()) {
    const known = byType.get(event.type);
    if (known) known.push(event);
    else byType.set(event.type, [event]);
  }
  const of = (type: string): readonly Recorded[] => byType.get(type) ?? [];
  const ended = endOf(settled, of);
  return {
    trajectory,
    phases: settled.phases.map((place) => closable(settled, of, place)),
    of,
    firstOf: (key) => trajectory.events.get(firstIds.get(key) ?? ''),
    ...(ended ? { ended } : {}),
    contributions: once(() => contributionsOf(trajectory.facts, of)),
    paused: pausesOf(of),
  };
}

function closable({ trajectory, words }: Stood, of: Source['of'], place: PhasePlace): Closable {
  const life = trajectory.phases.get(place.key);
  if (!life || life.skipped) return { ...place, begun: false, skipped: life?.skipped === true };
  const value = trajectory.cells.get(place.key)?.value ?? '';
  const isClosed = life.completedAt !== undefined && words.nl.state(place.phase, value).word === 'klaar';
  const event =
    isClosed &&
    of('PhaseCompleted').findLast(({ data, meta }) => data.phase === place.phase && meta.round === place.round);
  return {
    ...place,
    begun: life.startedAt !== undefined,
    skipped: false,
    ...(life.startedAt === undefined ? {} : { startedOn: localDay(life.startedAt) }),
    ...(event ? { closed: { day: localDay(event.meta.occurredAt), event: event.meta.id } } : {}),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function contributionsOf(facts: Facts, of: Source['of']): { nr: number; one: Contribution; event: Id }[] {
  const received = new Map(of('ContributionReceived').map(({ data, meta }) => [String(data.contributionId), meta.id]));
  return [...facts.contributions.values()].map((one, index) => ({
    nr: index + 1,
    one,
    event: received.get(one.id) ?? '',
  }));
}

const ENDS = ['TrajectoryCompleted', 'TrajectoryCancelled'];

function endOf({ trajectory }: Stood, of: Source['of']): Source['ended'] {
  if (!['completed', 'cancelled', 'archived'].includes(trajectory.root.value)) return undefined;
  const last = ENDS.flatMap(of)
    .sort((a, b) => a.meta.revision - b.meta.revision)
    .at(-1);
  return last && { day: dayOf(last), completed: last.type === 'TrajectoryCompleted', events: [last.meta.id] };
}

const PAUSING = ['TrajectoryPaused', 'TrajectoryResumed', ...ENDS];

/** A pause ends when work goes on, or when the trajectory is stopped; one that still runs has no end. */
function pausesOf(of: Source['of']): Source['paused'] {
  const turns = PAUSING.flatMap(of).sort((a, b) => a.meta.revision - b.meta.revision);
  const spans = turns.flatMap((turn, index) => {
    if (turn.type !== 'TrajectoryPaused') return [];
    const next = turns[index + 1];
    return [{ from: localDay(turn.meta.occurredAt), to: next && localDay(next.meta.occurredAt), turn, next }];
  });
  return (from, to) => {
    const within = spans.map((span) => {
      const begin = span.from > from ? span.from : from;
      const end = span.to !== undefined && span.to < to ? span.to : to;
      const ids = [span.turn.meta.id, ...(span.next ? [span.next.meta.id] : [])];
      return { days: Math.max(0, daysBetween(begin, end)), ids };
    });
    const counted = within.filter(({ days }) => days > 0);
    return { days: counted.reduce((sum, { days }) => sum + days, 0), events: counted.flatMap(({ ids }) => ids) };
  };
}
