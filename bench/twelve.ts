// The twelve events of each trajectory as our side stores them, without those that the engine adds: what peers and baselines append.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { decodeSealed } from '../src/event-log/recorder/codec.js';
import type { StoredEvent } from '../src/event-log/event-log.js';
import type { PeerEvent } from './peer.js';
import { scratch, timed, type Measured } from './support.js';
import { benchRuntime, runMany, type Bench } from './workload.js';

/** Stored events of that many trajectories, in the order of each. */
export async function storedTwelve(trajectories: number): Promise<StoredEvent[][]> {
  const place = scratch();
  const bench = await benchRuntime(place.directory);
  await bench.runtime.start();
  await runMany(bench, trajectories, 8, 'sample');
  const streams = new Map<string, StoredEvent[]>();
  for (const event of await everything(bench)) {
    if (event.type.startsWith('Phase') || !event.stream.startsWith('trajectory-')) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), { ...event, bytes: Buffer.from(event.bytes) }]);
  }
  await bench.runtime.close();
  place.remove();
  return [...streams.values()];
}

export async function everything({ runtime }: Pick<Bench, 'runtime'>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = '-1'; ;) {
    const page = await runtime.log.readAll(after, 500);
    events.push(...page);
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) return events;
  }
}

/** The file that peers read them from. */
export function eventsFile(directory: string, streams: readonly StoredEvent[][]): string {
  const file = join(directory, 'events.json');
  const plain: PeerEvent[][] = streams.map((events) =>
    events.map((stored) => {
      const { type, data, meta } = decodeSealed(stored).recorded;
      return { type, data, meta };
    }),
  );
  writeFileSync(file, JSON.stringify(plain));
  return file;
}

/** Raw better-sqlite3: the event and the status row in FULL transactions of `group` events, nothing read and nothing decided. */
export function rawSqlite(streams: readonly StoredEvent[][], group: number): Promise<Measured> {
  const place = scratch();
  const db = new Database(join(place.directory, 'raw.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE event (position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, id TEXT UNIQUE, type TEXT, bytes BLOB, UNIQUE (stream, revision))',
  );
  db.exec('CREATE TABLE status (id TEXT PRIMARY KEY, state TEXT, last TEXT, on_date TEXT, count INTEGER)');
  const insert = db.prepare('INSERT INTO event (stream, revision, id, type, bytes) VALUES (?, ?, ?, ?, ?)');
  const upsert = db.prepare(
    "INSERT INTO status VALUES (?, 'active', ?, '2026-01-01', 1) ON CONFLICT (id) DO UPDATE SET last = excluded.last, count = count + 1",
  );
  const write = db.transaction((batch: readonly StoredEvent[]) => {
    for (const row of batch) {
      insert.run(row.stream, row.revision, row.id, row.type, row.bytes);
      upsert.run(row.stream, row.type);
    }
  });
  const rows = streams.flat();
  const measured = timed(rows.length, () => {
    for (let from = 0; from < rows.length; from += group) write.immediate(rows.slice(from, from + group));
  });
  return measured.finally(() => {
    db.close();
    place.remove();
  });
}
