// The campaign itself: so many faults of each kind, all kinds side by side, each on servers of its own; one table at the end. Exits with 1
// when anything was lost, doubled, not delivered, answered too late, given up without need, or rejected without anybody to hear it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Calls } from '../../src/event-log/eventstoredb/calls.js';
import { KINDS, type Kind } from './kinds.js';
import { Lane } from './lane.js';
import { Place } from './place.js';
import { faultsOf, print, type Row } from './table.js';

/** Servers side by side where a fault hits the whole server. */
const PLACES = 5;

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    /** Only the kinds whose name has this in it. */
    kind: { type: 'string', default: '' },
    /** Prints the times but does not judge by them: for a machine that does other things too. */
    'times-do-not-count': { type: 'boolean', default: false },
  },
});
const each = Number(values.each);
if (!(Number.isInteger(each) && each >= 10)) throw new Error('--each is a whole number from 10.');

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
process.on('uncaughtException', (error) => unhandled.push(error));

/** How long this process was kept from looking at its clocks; no bound can be measured more finely. */
const held = monitorEventLoopDelay();
held.enable();

let longestCallMs = 0;
/** Every call that the adapter makes, as those who wait for it see it. */
type Call = (this: Calls, ...args: unknown[]) => Promise<unknown>;
const calls = Calls.prototype as unknown as Record<'append' | 'read', Call>;
for (const name of ['append', 'read'] as const) {
  const call = calls[name];
  calls[name] = async function timed(...args) {
    const start = performance.now();
    try {
      return await call.apply(this, args);
    } finally {
      longestCallMs = Math.max(longestCallMs, performance.now() - start);
    }
  };
}

/** The same numbers for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function runKind(kind: Kind, index: number): Promise<Row> {
  const start = performance.now();
  const row: Row = { kind: kind.name, ...{ injected: 0, commands: 0, gaveUp: 0, gaveUpWithoutNeed: 0 } } as Row;
  Object.assign(row, { lost: 0, doubled: 0, undelivered: 0, longestMs: 0, recoveryMs: 0 });
  const chance = chances(Number(values.seed) * 1_000 + index);
  const places = kind.lanes > 1 ? 1 : PLACES;
  await Promise.all(Array.from({ length: places }, (_, n) => runPlace(kind, row, chance, `${index}-${n}`)));
  console.error(`${kind.name}: ${row.injected} faults in ${Math.round((performance.now() - start) / 1_000)} s`);
  return row;
}

async function runPlace(kind: Kind, row: Row, chance: () => number, name: string): Promise<void> {
  const place = await Place.open(kind.setup);
  const known = new Map<string, string>();
  const lanes = Array.from({ length: kind.lanes }, (_, n) => new Lane(place, `${name}-${n}`));
  await Promise.all(lanes.map((lane) => runLane(kind, row, chance, place, lane, known)));
  const stored = place.stored();
  const places = new Map(stored.map(({ id, stream, revision }) => [id, `${stream}/${revision}`]));
  for (const [id, at] of known) if (places.get(id) !== at) row.lost += 1;
  row.doubled += stored.length - known.size;
  row.undelivered += await place.missed();
  await place.close();
}

async function runLane(
  kind: Kind,
  row: Row,
  chance: () => number,
  place: Place,
  lane: Lane,
  known: Map<string, string>,
): Promise<void> {
  const keep = (events: { id: string; place: string }[]): void => events.forEach((e) => known.set(e.id, e.place));
  // A quiet one first, so that the fault finds a stream that is in use.
  keep((await lane.next()).events);
  while (row.injected < each) {
    const nr = row.injected;
    row.injected += 1;
    const healed = kind.strike({ servers: place.servers, stream: lane.stream, nr, chance });
    const answered = await lane.next();
    keep(answered.events);
    // What this command did not use up is not meant for the next one.
    place.servers.fake.faults.spare(lane.stream);
    row.commands += 1 + answered.unavailable;
    if (answered.unavailable > 0) row.gaveUp += 1;
    if (answered.unavailable > 0 && !kind.mayGiveUp(nr)) row.gaveUpWithoutNeed += 1;
    row.longestMs = Math.max(row.longestMs, answered.longestMs);
    row.recoveryMs = Math.max(row.recoveryMs, answered.at - ((await healed) ?? answered.at));
  }
}

const rows = await Promise.all(KINDS.filter(({ name }) => name.includes(values.kind)).map(runKind));
// What was still on its way may yet reject.
await new Promise((resolve) => setTimeout(resolve, 1_000));
const whole = {
  longestCallMs,
  unhandled: unhandled.length,
  heldMs: held.max / 1e6,
  timesCount: !values['times-do-not-count'],
};
print(rows, whole);
for (const reason of unhandled.slice(0, 5)) console.error(reason);
const faults = faultsOf(rows, whole);
for (const fault of faults) console.log(`FAILED: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
