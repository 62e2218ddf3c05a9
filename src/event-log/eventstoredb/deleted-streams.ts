// Streams of ours that somebody deleted, wholly or from the front, with the server's own tools. The product never does that: it names them
// and takes no commands for them.
import type { RecordedEvent } from '@eventstore/db-client';
import { property } from './faults.js';
import { describedBy, isOurs } from './streams.js';

export class DeletedStreams {
  private readonly known = new Set<string>();

  has(stream: string): boolean {
    return this.known.has(stream);
  }

  note(stream: string): void {
    this.known.add(stream);
  }

  names(): string[] {
    return [...this.known].sort();
  }

  /** Takes notice of an event that says something about a stream of ours: of its end, or of what is still shown of it. */
  learn({ streamId, type, data }: RecordedEvent): void {
    if (type === '$streamDeleted' && isOurs(streamId)) return this.note(streamId);
    const described = describedBy(streamId);
    if (described === undefined) return;
    if (hides(data)) this.known.add(described);
    else this.known.delete(described);
  }
}

/** Whether events of the stream are no longer shown: before a revision, beyond a number, or after a time. */
function hides(metadata: unknown): boolean {
  const before = property(metadata, '$tb');
  return (
    (typeof before === 'number' && before > 0) ||
    property(metadata, '$maxCount') !== undefined ||
    property(metadata, '$maxAge') !== undefined
  );
}
