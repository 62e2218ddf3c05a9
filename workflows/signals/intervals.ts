// Times as intervals between points: what of them lies in others, and what is left without others.
import type { LocalDate } from '../kit/types.js';
import type { Interval, Point } from './types.js';

/** The start of a day: before anything happened on it. */
export const startOf = (day: LocalDate): Point => `${day}a`;
/** The end of a day: everything that happened on it is there. */
export const endOf = (day: LocalDate): Point => `${day}b`;
export const dayOf = (point: Point): LocalDate => point.slice(0, -1);

/** Later than every day. */
const NEVER: Point = '9999-12-31b';
const toOf = ({ to }: Interval): Point => to ?? NEVER;

const made = (from: Point, to: Point): Interval[] => (from < to ? [{ from, ...(to === NEVER ? {} : { to }) }] : []);

/** What two intervals share; empty or one. */
export function shared(a: Interval, b: Interval): Interval[] {
  const from = a.from > b.from ? a.from : b.from;
  const to = toOf(a) < toOf(b) ? toOf(a) : toOf(b);
  return made(from, to);
}

/** What is left of an interval outside all of those. */
export function without(one: Interval, others: readonly Interval[]): Interval[] {
  return others.reduce<Interval[]>(
    (left, other) =>
      left.flatMap((part) => [
        ...made(part.from, toOf(part) < other.from ? toOf(part) : other.from),
        ...made(part.from > toOf(other) ? part.from : toOf(other), toOf(part)),
      ]),
    [one],
  );
}

/** The times in which a state holds, from the moments at which it is turned on and off, in any order. */
export function periods(moments: readonly { day: LocalDate; on: boolean }[]): Interval[] {
  const found: Interval[] = [];
  let from: Point | undefined;
  for (const { day, on } of [...moments].sort((a, b) => a.day.localeCompare(b.day))) {
    if (on) from ??= endOf(day);
    else if (from !== undefined) {
      found.push(...made(from, endOf(day)));
      from = undefined;
    }
  }
  return from === undefined ? found : [...found, { from }];
}
