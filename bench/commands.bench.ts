// G1 and G2: durable commands per second at 32 clients and at 1, counted until the projections have passed them, beside raw better-sqlite3,
// hand-written SQL on PostgreSQL and the peers that are installed; all take turns in one run.
import { join } from 'node:path';
import { Peer, peersOf, type Round } from './peer.js';
import { scratchPostgres, type Postgres } from './postgres.js';
import { goal, median, note, now, percentile, report, ROUNDS, scratch, sizeOf } from './support.js';
import { eventsFile, rawSqlite, storedTwelve } from './twelve.js';
import { benchRuntime, runMany, TWELVE } from './workload.js';

const TRAJECTORIES = sizeOf('TRAJECTORIES', 100);
/** Peers are slower; a round of theirs takes about as long with fewer. */
const PEER_TRAJECTORIES = sizeOf('PEER_TRAJECTORIES', 64);
const CLIENTS = 32;

/** What each peer has to be beaten by. */
const GOALS: Readonly<Record<string, number>> = {
  'raw pg': 5,
  dbos: 15,
  'emmett-pg': 15,
  'emmett-sqlite': 50,
};

const ours = (clients: number) => async (): Promise<Round> => {
  const place = scratch();
  const bench = await benchRuntime(place.directory);
  await bench.runtime.start();
  const latencies: number[] = [];
  const start = now();
  await runMany(bench, TRAJECTORIES, clients, String(clients), (ms) => latencies.push(ms));
  const perSecond = (TRAJECTORIES * TWELVE.length * 1_000) / (now() - start);
  await bench.runtime.close();
  place.remove();
  return { perSecond, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
};

type Side = () => Promise<Round | undefined>;

function sides(samples: Awaited<ReturnType<typeof storedTwelve>>, peers: readonly Peer[]): Record<string, Side> {
  const raw = (group: number) => async (): Promise<Round> => {
    const { operations, ms } = await rawSqlite(samples, group);
    return { perSecond: (operations / ms) * 1_000, p50: 0, p99: 0 };
  };
  return {
    'raw better-sqlite3, 1 event per FULL transaction': raw(1),
    'Rode Draad, 1 client': ours(1),
    'raw better-sqlite3, 32 events per FULL transaction': raw(32),
    'Rode Draad, 32 clients': ours(CLIENTS),
    ...Object.fromEntries(
      peers.map((peer) => [`${peer.name}, 32 clients`, () => peer.round(PEER_TRAJECTORIES, CLIENTS)]),
    ),
  };
}

/** All sides in turn, one round to warm up and then ROUNDS that count. */
async function rounds(all: Record<string, Side>): Promise<Map<string, Round[]>> {
  const measured = new Map<string, Round[]>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [who, side] of Object.entries(all)) {
      globalThis.gc?.();
      const one = await side();
      if (one && round >= 0) measured.set(who, [...(measured.get(who) ?? []), one]);
    }
  }
  return measured;
}

function judge(measured: Map<string, Round[]>): void {
  const of = (who: string, what: keyof Round): number => median((measured.get(who) ?? []).map((round) => round[what]));
  const own = 'Rode Draad, 32 clients';
  const one = 'raw better-sqlite3, 1 event per FULL transaction';
  report(
    'G1, G2: durable commands, projections passed',
    Object.fromEntries([...measured].map(([who, list]) => [who, list.map(({ perSecond }) => perSecond)])),
    one,
  );
  for (const [who] of measured)
    if (of(who, 'p50') > 0)
      console.log(`${who.padEnd(56)} p50 ${of(who, 'p50').toFixed(2)} ms, p99 ${of(who, 'p99').toFixed(2)} ms`);
  for (const [peer, wanted] of Object.entries(GOALS)) {
    const who = `${peer}, 32 clients`;
    if (measured.has(who))
      goal('G1', `commands/s at 32 clients to ${peer}`, of(own, 'perSecond') / of(who, 'perSecond'), wanted);
    else note(`G1 has no figure for ${peer}: it did not run.`);
  }
  const pg = 'raw pg, 32 clients';
  if (measured.has(pg)) goal('G1', 'p99 at 32 clients to that of raw pg', of(own, 'p99') / of(pg, 'p99'), 0.2, true);
  goal(
    'G2',
    'commands/s at 1 client to raw better-sqlite3',
    of('Rode Draad, 1 client', 'perSecond') / of(one, 'perSecond'),
    0.6,
  );
}

const samples = await storedTwelve(TRAJECTORIES);
const place = scratch();
const events = eventsFile(place.directory, samples);
const found = await scratchPostgres();
const postgres: Postgres | undefined = 'url' in found ? found : undefined;
if ('missing' in found) note(`No hand-written SQL and no peers on PostgreSQL: ${found.missing}.`);
else console.log(`PostgreSQL: ${found.version}, fsync on, synchronous_commit on`);
const env = { BENCH_EVENTS: events, PG_URL: postgres?.url ?? '', BENCH_DIR: place.directory };
const { peers, remove } = peersOf(env);
const raw = postgres ? [new Peer('raw pg', join(import.meta.dirname, 'raw-pg.js'), env)] : [];
try {
  judge(await rounds(sides(samples, [...raw, ...peers])));
} finally {
  [...raw, ...peers].forEach((peer) => peer.stop());
  postgres?.stop();
  remove();
  place.remove();
}
