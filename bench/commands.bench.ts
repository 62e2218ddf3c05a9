// G1 and G2: durable commands per second at 1 and 32 clients, counted until both projections have passed them, against raw better-sqlite3.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { goal, interleave, median, report, scratch, timed, type Measured } from './support.js';
import { benchRuntime, runMany, TWELVE } from './workload.js';

const TRAJECTORIES = Number(process.env.BENCH_TRAJECTORIES ?? 100);

interface Row {
  id: string;
  stream: string;
  revision: number;
  type: string;
  bytes: Buffer;
}

/** The twelve events of each trajectory as our side stored them, without those the engine adds. */
async function storedTwelve(): Promise<Row[]> {
  const place = scratch();
  const { runtime, municipalityId } = await benchRuntime(place.directory);
  await runtime.start();
  await runMany(runtime, municipalityId, TRAJECTORIES, 8, 'sample');
  const rows: Row[] = [];
  for (let after = '-1'; ;) {
    const page = await runtime.log.readAll(after, 500);
    rows.push(
      ...page
        .filter(({ type, stream }) => !type.startsWith('Phase') && stream.startsWith('trajectory-'))
        .map((event) => ({ ...event, bytes: Buffer.from(event.bytes) })),
    );
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) break;
  }
  await runtime.close();
  place.remove();
  return rows;
}

/** Raw better-sqlite3: the event and the status row in FULL transactions of `group` events, nothing read and nothing decided. */
function raw(rows: readonly Row[], group: number): Promise<Measured> {
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
  const write = db.transaction((batch: readonly Row[]) => {
    for (const row of batch) {
      insert.run(row.stream, row.revision, row.id, row.type, row.bytes);
      upsert.run(row.stream, row.type);
    }
  });
  const measured = timed(rows.length, () => {
    for (let from = 0; from < rows.length; from += group) write.immediate(rows.slice(from, from + group));
  });
  return measured.finally(() => {
    db.close();
    place.remove();
  });
}

async function ours(clients: number, latencies: number[]): Promise<Measured> {
  const place = scratch();
  const { runtime, municipalityId } = await benchRuntime(place.directory);
  await runtime.start();
  const measured = await timed(TRAJECTORIES * TWELVE.length, () =>
    runMany(runtime, municipalityId, TRAJECTORIES, clients, String(clients), (ms) => latencies.push(ms)),
  );
  await runtime.close();
  place.remove();
  return measured;
}

const percentile = (values: number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;

const rows = await storedTwelve();
const one: number[] = [];
const many: number[] = [];
const results = await interleave({
  'raw better-sqlite3, 1 event per FULL transaction': () => raw(rows, 1),
  'raw better-sqlite3, 32 events per FULL transaction': () => raw(rows, 32),
  'Rode Draad, 1 client': () => ours(1, one),
  'Rode Draad, 32 clients': () => ours(32, many),
});
report('G1, G2: durable commands, projections passed', results, 'raw better-sqlite3, 1 event per FULL transaction');
console.log(
  `latency 1 client: p50 ${median(one).toFixed(2)} ms, p99 ${percentile(one, 0.99).toFixed(2)} ms; 32 clients: p50 ${median(many).toFixed(2)} ms, p99 ${percentile(many, 0.99).toFixed(2)} ms`,
);
const rate = (name: keyof typeof results): number => median(results[name]);
goal(
  'G2, 1 client to raw one event per transaction',
  rate('Rode Draad, 1 client') / rate('raw better-sqlite3, 1 event per FULL transaction'),
  0.6,
);
console.log(
  `G1, 32 clients to raw 1 event per transaction: ${(rate('Rode Draad, 32 clients') / rate('raw better-sqlite3, 1 event per FULL transaction')).toFixed(2)}`,
);
console.log(
  `G1, 32 clients to raw group commit of 32: ${(rate('Rode Draad, 32 clients') / rate('raw better-sqlite3, 32 events per FULL transaction')).toFixed(2)}`,
);
