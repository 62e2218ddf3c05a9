// Reading the log so that one damaged event does not stop everything behind it: it is handed on as damaged, with its place, and skipped.
import { comparePositions } from '../event-log/append-rule.js';
import { LogCorrupt } from '../event-log/errors.js';
import type { EventLog, StoredEvent } from '../event-log/event-log.js';

/** An event that is in the log but cannot be served. Its id is not trusted: the position stands for it. */
export interface Damaged {
  damaged: true;
  id: string;
  position: string;
  stream: string;
  revision: number;
}

/** What a page holds. */
export type Found = StoredEvent | Damaged;

/** True for an event that could not be served. */
export const isDamaged = (found: Found): found is Damaged => 'damaged' in found;

/**
 * Events after that position, at most `limit`, in order; empty at the end of the log.
 * @throws LogCorrupt when damage was found that has no place; whatever else the log throws.
 */
export async function readPage(log: Pick<EventLog, 'readAll'>, after: string, limit: number): Promise<Found[]> {
  try {
    return await log.readAll(after, limit);
  } catch (error) {
    if (!(error instanceof LogCorrupt)) throw error;
    const damaged = placeOf(error);
    if (comparePositions(damaged.position, after) <= 0) throw error;
    return [...(await readBefore(log, after, limit)), damaged];
  }
}

/** The whole events between `after` and the damaged one, which is known to be among the next `limit`. */
async function readBefore(log: Pick<EventLog, 'readAll'>, after: string, limit: number): Promise<StoredEvent[]> {
  const size = Math.floor(limit / 2);
  if (size === 0) return [];
  try {
    const page = await log.readAll(after, size);
    return [...page, ...(await readBefore(log, page.at(-1)?.position ?? after, limit - size))];
  } catch (error) {
    if (!(error instanceof LogCorrupt)) throw error;
    return readBefore(log, after, size);
  }
}

function placeOf(error: LogCorrupt): Damaged {
  const { stream, revision, position } = error.place;
  if (stream === undefined || revision === undefined || position === undefined) throw error;
  return { damaged: true, id: `damaged-${position}`, position, stream, revision };
}
