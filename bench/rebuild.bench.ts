// G5: rebuilding logbook and status overview, against the serial limit of the same raw steps in the same run, at 10^4 and 10^5 events.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { StoredEvent } from '../src/event-log/event-log.js';
import { readerWith } from '../src/recording/recorder.js';
import type { Runtime } from '../src/runtime.js';
import { goal, now, scratch } from './support.js';
import { benchRuntime, runMany } from './workload.js';

const SIZES = (process.env.BENCH_EVENTS ?? '10000,100000').split(',').map(Number);
const EVENTS_PER_TRAJECTORY = 18;

async function allEvents(runtime: Runtime): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = '-1'; ;) {
    const page = await runtime.log.readAll(after, 500);
    events.push(...page);
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) return events;
  }
}

/** Milliseconds per event of each raw step. */
async function rawSteps(runtime: Runtime): Promise<Record<string, number>> {
  const steps: Record<string, number> = {};
  const step = async (name: string, work: () => unknown): Promise<void> => {
    const start = now();
    await work();
    steps[name] = (now() - start) / events.length;
  };
  let events: StoredEvent[] = await allEvents(runtime);
  await step('read', async () => {
    events = await allEvents(runtime);
  });
  const texts = events.map(({ bytes }) => Buffer.from(bytes).toString());
  await step('parse', () => texts.forEach((text) => JSON.parse(text) as unknown));
  const decode = readerWith(runtime.vault);
  await step('parse + unseal', () => events.forEach(decode));
  await step('hash', () => {
    let hash = '';
    for (const { id } of events) hash = createHash('sha256').update(hash).update(id).digest('hex');
  });
  await step('rows', () => insertRows(events));
  return steps;
}

/** Constant rows: a line with its full text, and the status of its trajectory, 200 events in a transaction. */
function insertRows(events: readonly StoredEvent[]): void {
  const place = scratch();
  const db = new Database(join(place.directory, 'raw.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON']) db.pragma(pragma);
  db.exec(
    'CREATE TABLE line (nr INTEGER PRIMARY KEY, event TEXT UNIQUE, trajectory TEXT, day TEXT, type TEXT); CREATE INDEX by_trajectory ON line (trajectory, day)',
  );
  db.exec(
    "CREATE VIRTUAL TABLE words USING fts5 (nl, en); INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
  );
  db.exec('CREATE TABLE status (id TEXT PRIMARY KEY, state TEXT, last TEXT, count INTEGER)');
  const line = db.prepare('INSERT INTO line (nr, event, trajectory, day, type) VALUES (?, ?, ?, ?, ?)');
  const words = db.prepare('INSERT INTO words (rowid, nl, en) VALUES (?, ?, ?)');
  const status = db.prepare(
    "INSERT INTO status VALUES (?, 'active', ?, 1) ON CONFLICT (id) DO UPDATE SET last = excluded.last, count = count + 1",
  );
  const NL = 'Er is een gesprek gehouden met 31 bewoners in de wijk; de sfeer was rustig.';
  const EN = 'A conversation was held with 31 residents of the district; the mood was calm.';
  for (let from = 0; from < events.length; from += 200) {
    db.transaction(() => {
      for (const [index, event] of events.slice(from, from + 200).entries()) {
        line.run(from + index, event.id, event.stream, '2026-01-01', event.type);
        words.run(from + index, NL, EN);
        status.run(event.stream, event.type);
      }
    })();
  }
  db.close();
  place.remove();
}

console.log('\n## G5: rebuild of logbook (with full text, unsealing, hash) and status overview');
for (const size of SIZES) {
  const place = scratch();
  const { runtime, municipalityId } = await benchRuntime(place.directory);
  await runtime.start();
  await runMany(runtime, municipalityId, Math.ceil(size / EVENTS_PER_TRAJECTORY), 32, String(size));
  const count = (await allEvents(runtime)).length;
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const raw = await rawSteps(runtime);
    const limit = (raw.read ?? 0) + (raw['parse + unseal'] ?? 0) + (raw.hash ?? 0) + (raw.rows ?? 0);
    const start = now();
    await Promise.all([runtime.runner.rebuild('logbook'), runtime.runner.rebuild('status-overview')]);
    const ours = (now() - start) / count;
    ratios.push(limit / ours);
    const shown = Object.entries(raw).map(([name, ms]) => `${name} ${(ms * 1_000).toFixed(1)}`);
    console.log(
      `${count} events: ours ${(ours * 1_000).toFixed(1)} µs/event; raw ${shown.join(', ')} µs/event; limit ${(limit * 1_000).toFixed(1)}; ratio ${(limit / ours).toFixed(2)}`,
    );
  }
  goal(`G5 at ${count} events`, ratios.sort((a, b) => a - b)[1] ?? 0, 0.6);
  await runtime.close();
  place.remove();
}
