// Checks between the store and whoever reads: damaged bytes are found here and never served.
import { crc32c } from './crc32c.js';
import { LogCorrupt } from './errors.js';
import type { StoredEvent } from './event-log.js';

/** @throws LogCorrupt when the bytes do not have the CRC that was stored with them. */
export function checkBytes(event: StoredEvent): void {
  if (crc32c(event.bytes) !== event.crc) throw new LogCorrupt(event, 'checksum differs');
}

/** @throws LogCorrupt when the page does not hold the revisions `from`, `from + 1`, … : an event in between is gone. */
export function checkDense(events: readonly StoredEvent[], stream: string, from: number): void {
  for (const [index, event] of events.entries()) {
    const revision = from + index;
    if (event.revision !== revision) throw new LogCorrupt({ stream, revision }, 'revision is missing');
  }
}
