// G5: rebuilding logbook and status overview in one pass, against the serial limit of the same raw steps in the same rounds, and how the
// time per event grows from 10^4 to 10^6 events.
import { join } from 'node:path';
import { logbook } from '../projections/logbook/logbook.projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { openLog } from '../src/event-log/open-log.js';
import { ProjectionRunner } from '../src/projecting/runner.js';
import { readerWith } from '../src/recording/recorder.js';
import { domainWith } from '../src/runtime.js';
import { SqliteVault } from '../src/vault/sqlite.vault.js';
import { bulkLog } from './bulk.js';
import { rawSteps } from './raw-steps.js';
import { goal, median, now, report, ROUNDS, scratch } from './support.js';

const SIZES = (process.env.BENCH_EVENTS ?? '10000,100000,1000000').split(',').map(Number);
/** One round of a million events takes a minute or more. */
const roundsFor = (size: number): number => (size >= 1_000_000 ? 1 : size >= 100_000 ? Math.min(3, ROUNDS) : ROUNDS);

async function rebuild(
  directory: string,
  events: number,
  rounds: number,
): Promise<{ ours: number[]; limits: number[] }> {
  const log = await openLog({ kind: 'sqlite' }, directory);
  const vault = SqliteVault.open({ directory });
  const projections = [statusOverview, logbook];
  const read = join(directory, 'read');
  const runner = new ProjectionRunner({ directory: read, log, domain: domainWith(readerWith(vault)), projections });
  // The first making of the rows warms up, and has to be whole before there is something to rebuild.
  await runner.start();
  if (!(await runner.waitFor((await log.head()) ?? '-1', 1_200_000)))
    throw new Error('The rows were not made in time.');
  const [ours, limits]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    globalThis.gc?.();
    const raw = rawSteps(directory).perEvent;
    limits.push(raw.read + raw.parse + raw.unseal + raw.hash + raw.rows);
    const start = now();
    await Promise.all(projections.map(({ name }) => runner.rebuild(name)));
    ours.push((now() - start) / events);
    const shown = Object.entries(raw).map(([name, ms]) => `${name} ${(ms * 1_000).toFixed(1)}`);
    console.log(`${events} events: ours ${((ours.at(-1) ?? 0) * 1_000).toFixed(1)} µs/event; raw ${shown.join(', ')}`);
  }
  await runner.stop();
  await log.close();
  vault.close();
  return { ours, limits };
}

const perEvent = new Map<number, number>();
for (const size of SIZES) {
  const place = scratch();
  const { events } = await bulkLog(place.directory, { events: size });
  const { ours, limits } = await rebuild(place.directory, events, roundsFor(size));
  const rate = (list: readonly number[]): number[] => list.map((ms) => 1_000 / ms);
  report(
    `G5: rebuild of logbook and status overview, ${events} events`,
    { 'serial limit of the raw steps': rate(limits), 'Rode Draad': rate(ours) },
    'serial limit of the raw steps',
    ' events/s',
  );
  goal(
    'G5',
    `rebuild of ${events} events to its serial limit`,
    median(limits.map((limit, round) => limit / (ours[round] ?? 1))),
    0.6,
  );
  perEvent.set(events, median(ours));
  place.remove();
}
const [first, ...more] = [...perEvent];
const last = more.at(-1);
if (first && last)
  goal('G5', `time per event at ${last[0]} to that at ${first[0]} events (flat)`, last[1] / first[1], 1.25, true);
