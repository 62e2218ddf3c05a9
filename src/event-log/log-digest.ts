// One hash over a log or the beginning of one: which events in which places, with their chain values and so with all their bytes. Two logs
// with the same digest hold the same events in the same order, whatever their positions are.
import { createHash } from 'node:crypto';
import type { StoredEvent } from './event-log.js';

export class LogDigest {
  /** Events taken so far. */
  count = 0;
  private readonly hash = createHash('sha256');

  take({ stream, revision, id, chain }: Pick<StoredEvent, 'stream' | 'revision' | 'id' | 'chain'>): void {
    this.hash.update(`${stream}\n${revision}\n${id}\n${chain}\n`);
    this.count += 1;
  }

  /** Hex, over what was taken so far; more may be taken after it. */
  value(): string {
    return this.hash.copy().digest('hex');
  }
}
