// G4: replaying all trajectories (read, check, open, fold) against the serial limit of the same raw steps, measured in the same rounds.
import { openLog } from '../src/event-log/open-log.js';
import { readerWith } from '../src/recording/recorder.js';
import { StreamStore } from '../src/trajectories/stream-store.js';
import { SqliteVault } from '../src/vault/sqlite.vault.js';
import { emptyTrajectory, evolve, fold } from '../workflows/kit/evolve.js';
import type { Recorded, Trajectory } from '../workflows/kit/types.js';
import { workflowOfStream, type AnyWorkflow } from '../workflows/registry.js';
import { bulkLog } from './bulk.js';
import { rawSteps } from './raw-steps.js';
import { goal, median, now, report, ROUNDS, scratch, sizeOf, timed } from './support.js';

const EVENTS = sizeOf('REPLAY_EVENTS', 50_000);

/** Reads the log once, page by page, as the product does, and folds every stream as its events come. */
async function replayLog(directory: string): Promise<number> {
  const log = await openLog({ kind: 'sqlite' }, directory);
  const vault = SqliteVault.open({ directory });
  const decode = readerWith(vault);
  const folded = new Map<string, { workflow: AnyWorkflow; trajectory: Trajectory<unknown> }>();
  let events = 0;
  for (let after = '-1'; ;) {
    const page = await log.readAll(after, 500);
    for (const stored of page) {
      const event = decode(stored);
      let known = folded.get(stored.stream);
      const workflow = known?.workflow ?? workflowOfStream(stored.stream, event);
      if (!workflow) throw new Error(`No workflow for ${stored.stream}.`);
      if (!known)
        folded.set(stored.stream, (known = { workflow, trajectory: emptyTrajectory(workflow, stored.stream) }));
      evolve(known.workflow, known.trajectory, event);
    }
    events += page.length;
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) break;
  }
  await log.close();
  vault.close();
  return events;
}

/** Loads one stream after the other, as a command does that meets a trajectory for the first time. */
async function loadStreams(directory: string, streams: readonly string[]): Promise<void> {
  const log = await openLog({ kind: 'sqlite' }, directory);
  const vault = SqliteVault.open({ directory });
  const store = new StreamStore(log, readerWith(vault));
  for (const stream of streams) await store.load(stream);
  await log.close();
  vault.close();
}

async function opened(directory: string): Promise<Map<string, Recorded[]>> {
  const log = await openLog({ kind: 'sqlite' }, directory);
  const vault = SqliteVault.open({ directory });
  const decode = readerWith(vault);
  const streams = new Map<string, Recorded[]>();
  for (let after = '-1'; ;) {
    const page = await log.readAll(after, 500);
    for (const stored of page) {
      const events = streams.get(stored.stream);
      if (events) events.push(decode(stored));
      else streams.set(stored.stream, [decode(stored)]);
    }
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) break;
  }
  await log.close();
  vault.close();
  return streams;
}

const place = scratch();
const { directory } = place;
await bulkLog(directory, { events: EVENTS });
const streams = await opened(directory);
const foldAll = (): void => {
  for (const [stream, events] of streams) {
    const workflow = workflowOfStream(stream, events[0]);
    if (workflow) fold(workflow, stream, events);
  }
};
const count = [...streams.values()].reduce((sum, { length }) => sum + length, 0);
const rates: Record<string, number[]> = {
  'serial limit: read + parse + unseal + fold': [],
  'replay of the log': [],
  'every stream loaded by itself': [],
};
const folds: number[] = [];
for (let round = -1; round < ROUNDS; round += 1) {
  globalThis.gc?.();
  const raw = rawSteps(directory).perEvent;
  const start = now();
  foldAll();
  const folding = (now() - start) / count;
  const whole = await timed(count, () => replayLog(directory));
  const single = await timed(count, () => loadStreams(directory, [...streams.keys()]));
  if (round < 0) continue;
  folds.push(1_000 / folding);
  const limit = raw.read + raw.parse + raw.unseal + folding;
  const each = [1_000 / limit, ...[whole, single].map(({ operations, ms }) => (operations / ms) * 1_000)];
  Object.values(rates).forEach((list, index) => list.push(each[index] ?? 0));
}
report(
  `G4: replay of ${count} events`,
  { ...rates, 'fold alone, in memory': folds },
  'serial limit: read + parse + unseal + fold',
  ' events/s',
);
const ratios = (rates['replay of the log'] ?? []).map((rate, round) => rate / (Object.values(rates)[0]?.[round] ?? 1));
goal('G4', 'replay to its serial limit', median(ratios), 0.6);
place.remove();
