// The log as it lies on disk, read beside whoever has it open, and held to what every log must be: dense, unique, in order, undamaged.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { chainOf, ZERO_CHAIN } from '../../../src/event-log/chain.js';
import { crc32c } from '../../../src/event-log/crc32c.js';
import type { StoredEvent } from '../../../src/event-log/event-log.js';
import { decodeSealed } from '../../../src/event-log/recorder/codec.js';

/** Every event in the directory, in the order of the log. */
export function eventsIn(directory: string): StoredEvent[] {
  const db = new Database(join(directory, 'events.sqlite'), { readonly: true });
  const rows = db
    .prepare<[], StoredEvent>(
      'SELECT CAST(position AS TEXT) AS position, stream, revision, id, type, bytes, crc, chain FROM events ORDER BY events.position',
    )
    .all();
  db.close();
  return rows;
}

/** What is wrong with a log: one line for each event that is doubled, out of place, damaged or not chained to the one before it. */
export function faultsOf(events: readonly StoredEvent[]): string[] {
  const faults: string[] = [];
  const last = new Map<string, { revision: number; chain: string }>();
  const ids = new Set<string>();
  for (const event of events) {
    const before = last.get(event.stream) ?? { revision: -1, chain: ZERO_CHAIN };
    const { recorded } = decodeSealed(event);
    const wrong = Object.entries({
      'revision is not the next': event.revision !== before.revision + 1,
      'id is there twice': ids.has(event.id),
      'id differs from its envelope': recorded.meta.id !== event.id,
      'checksum differs': crc32c(event.bytes) !== event.crc,
      'chain differs': chainOf(event.bytes, before.chain) !== event.chain,
    }).filter(([, isSo]) => isSo);
    faults.push(...wrong.map(([fault]) => `${event.stream}/${event.revision}: ${fault}`));
    ids.add(event.id);
    last.set(event.stream, event);
  }
  return faults;
}
