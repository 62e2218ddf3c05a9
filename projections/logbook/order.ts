// The number of a logbook line: newest first is highest first, over all trajectories. It is made from when something happened, so that the
// full-text index hands out its hits in that order by itself and nothing is ever ranked or sorted.
import type { Read } from '../kit/projection.js';
import type { Instant } from '../../workflows/kit/types.js';

/** Lines of one second; a number stays below what JavaScript counts exactly. */
const PLACES = 2 ** 20;

const secondOf = (happenedAt: Instant): number => Math.max(0, Math.floor(Date.parse(happenedAt) / 1000));

/** The number of a line: behind the other lines of its second. A line that is written again keeps its number within the same second. */
export function numberFor(read: Read, happenedAt: Instant, earlier: number | undefined): number {
  const first = secondOf(happenedAt) * PLACES;
  if (earlier !== undefined && earlier >= first && earlier < first + PLACES) return earlier;
  const last = read.one<{ nr: number }>(
    'SELECT nr FROM entry WHERE nr >= ? AND nr < ? ORDER BY nr DESC LIMIT 1',
    first,
    first + PLACES,
  );
  return last === undefined ? first : last.nr + 1;
}
