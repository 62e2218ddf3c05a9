// The number of a logbook line: newest first is highest first, over all trajectories. It is made from when something happened, so that the
// full-text index hands out its hits in that order by itself and nothing is ever ranked or sorted.
import type { Read } from '../kit/projection.js';
import type { Instant } from '../../workflows/kit/types.js';

const REVISIONS = 2 ** 16;
const PLACES = 2 ** 4;

/** A free number for a line: second of happening, then revision in its stream, then a few places for equal ones of other streams. */
export function freeNumber(read: Read, happenedAt: Instant, revision: number): number {
  const seconds = Math.max(0, Math.floor(Date.parse(happenedAt) / 1000));
  let nr = (seconds * REVISIONS + (revision % REVISIONS)) * PLACES;
  while (read.one('SELECT 1 FROM entry WHERE nr = ?', nr) !== undefined) nr += 1;
  return nr;
}
