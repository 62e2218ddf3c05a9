// What stands in the stream where an append of unknown outcome should have gone, held against what was asked.
import type { EventToAppend, StoredEvent } from '../event-log.js';

export type Tail =
  /** These very events: they were written. */
  | 'ours'
  /** The same ids with other bytes: an earlier try of the same command was written, and it is the answer. */
  | 'earlier-try'
  /** Somebody else's event: a lost race. */
  | 'others'
  /** Nothing yet. That does not prove that nothing was written: it may still be under way. */
  | 'nothing';

/** Compares revision, id, type and bytes of the events from `first` on with those that were asked for. */
export function compareTail(first: number, asked: readonly EventToAppend[], found: readonly StoredEvent[]): Tail {
  const [there, wanted] = [found[0], asked[0]];
  if (!there || !wanted) return 'nothing';
  if (there.revision !== first || there.id !== wanted.id) return 'others';
  const isSame = asked.every((event, index) => isThat(event, found[index], first + index));
  return isSame ? 'ours' : 'earlier-try';
}

function isThat(asked: EventToAppend, found: StoredEvent | undefined, revision: number): boolean {
  return (
    found !== undefined &&
    found.revision === revision &&
    found.id === asked.id &&
    found.type === asked.type &&
    found.chain === asked.chain &&
    Buffer.compare(found.bytes, asked.bytes) === 0
  );
}
