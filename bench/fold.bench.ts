// G3: folding the real machines of kern, against XState's own transition and a hand-written reducer over the same events. All end in the same states.
import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { Facts } from '../workflows/facts/facts.js';
import { addressed, emptyTrajectory, evolve, fold, phaseKeys } from '../workflows/kit/evolve.js';
import type { Cell, Recorded } from '../workflows/kit/types.js';
import { kern } from '../workflows/registry.js';
import { readerWith } from '../src/recording/recorder.js';
import { goal, interleave, median, report, scratch, sizeOf, timed } from './support.js';
import { everything } from './twelve.js';
import { benchRuntime, runMany } from './workload.js';

const TRAJECTORIES = sizeOf('FOLD_TRAJECTORIES', 200);

async function streams(): Promise<Recorded[][]> {
  const place = scratch();
  const bench = await benchRuntime(place.directory);
  await bench.runtime.start();
  await runMany(bench, TRAJECTORIES, 8, 'fold');
  const decode = readerWith(bench.runtime.vault);
  const byStream = new Map<string, Recorded[]>();
  for (const stored of await everything(bench))
    byStream.set(stored.stream, [...(byStream.get(stored.stream) ?? []), decode(stored)]);
  await bench.runtime.close();
  place.remove();
  return [...byStream].filter(([stream]) => stream.startsWith('trajectory-')).map(([, events]) => events);
}

/** One step of one machine: all three variants get the same list, so that only stepping is compared. */
interface Tick {
  machine: string;
  key: string;
  event: Recorded;
}

function ticksOf(events: Recorded[]): Tick[] {
  const trajectory = emptyTrajectory<Facts>(kern, events[0]?.meta.stream ?? '');
  const ticks: Tick[] = [];
  for (const event of events) {
    for (const key of addressed(kern, trajectory, event)) ticks.push({ machine: key.split('/')[0] ?? key, key, event });
    evolve(kern, trajectory, event);
  }
  return ticks;
}

const machineOf = (name: string) => (name === 'root' ? kern.rootMachine : kern.machines.get(name));

function compiled(ticks: readonly Tick[]): Record<string, string> {
  const cells = new Map<string, Cell>();
  for (const { machine, key, event } of ticks) {
    const compiledMachine = machineOf(machine);
    let cell = cells.get(key);
    if (!cell && compiledMachine) cells.set(key, (cell = compiledMachine.start()));
    if (cell) compiledMachine?.step(cell, event);
  }
  return Object.fromEntries([...cells].map(([key, cell]) => [key, cell.value]));
}

function xstate(ticks: readonly Tick[]): Record<string, string> {
  const snapshots = new Map<string, AnyMachineSnapshot>();
  for (const { machine, key, event } of ticks) {
    const source = machineOf(machine)?.source;
    if (!source) continue;
    const before = snapshots.get(key) ?? initialTransition(source)[0];
    snapshots.set(key, transition(source, before, event)[0]);
  }
  return Object.fromEntries([...snapshots].map(([key, snapshot]) => [key, String(snapshot.value)]));
}

/** What one would write by hand for the events of the workload: a switch, copying state and both times as the machines do. */
function reduced(ticks: readonly Tick[]): Record<string, string> {
  const states = new Map<string, { value: string; since: string; last: string; revision: number }>();
  for (const { machine, key, event } of ticks) {
    const state = states.get(key) ?? { value: START[machine] ?? 'none', since: '', last: '', revision: 0 };
    const target = next(machine, state.value, event);
    const at = event.meta.occurredAt > state.last ? event.meta.occurredAt : state.last;
    states.set(key, {
      value: target ?? state.value,
      since: target ? at : state.since,
      last: at,
      revision: state.revision + 1,
    });
  }
  return Object.fromEntries([...states].map(([key, state]) => [key, state.value]));
}
const START: Record<string, string> = {
  approval: 'estimating',
  organisation: 'designing',
  conversations: 'programming',
  interpreting: 'collecting',
  feedback: 'preparing',
};

function next(machine: string, value: string, event: Recorded): string | undefined {
  switch (event.type) {
    case 'TrajectoryRegistered':
      return 'registered';
    case 'PhaseStarted':
      return value === 'registered' ? 'active' : undefined;
    case 'EstimateMade':
      return 'estimating';
    case 'ApprovalRequested':
      return value === 'estimating' ? 'submitted' : undefined;
    case 'TimeAndMoneyApproved':
      return value === 'submitted' ? 'approved' : undefined;
    case 'OrganisationConfirmed':
      return value === 'designing' || value === 'vacancy' ? 'confirmed' : undefined;
    case 'ConversationHeld':
      return machine === 'conversations' ? 'running' : 'held';
    case 'ResultsInterpreted':
      return 'interpreted';
    case 'FeedbackSent':
      return 'sent';
    default:
      return undefined;
  }
}

const all = await streams();
const ticks = all.map(ticksOf);
for (const [index, list] of ticks.entries()) {
  const [a, b, c] = [compiled(list), xstate(list), reduced(list)].map((states) =>
    JSON.stringify(Object.entries(states).sort()),
  );
  if (a !== b || a !== c) throw new Error(`The three folds of trajectory ${index} differ:\n${a}\n${b}\n${c}`);
}
const steps = ticks.reduce((sum, list) => sum + list.length, 0);
const REPEAT = 30;
const many =
  (one: (list: readonly Tick[]) => unknown, repeat = REPEAT) =>
  () =>
    timed(steps * repeat, () => {
      for (let round = 0; round < repeat; round += 1) for (const list of ticks) one(list);
    });
const results = await interleave({
  'XState transition()': many(xstate, 1),
  'hand-written reducer': many(reduced),
  'compiled step': many(compiled),
  'whole fold (machines, facts, phases), events': () =>
    timed(all.reduce((sum, events) => sum + events.length, 0) * REPEAT, () => {
      for (let round = 0; round < REPEAT; round += 1)
        for (const events of all) fold(kern, events[0]?.meta.stream ?? '', events);
    }),
});
report('G3: machine steps folded, identical end states', results, 'XState transition()');
goal(
  'G3',
  'compiled step to XState transition()',
  median(results['compiled step']) / median(results['XState transition()']),
  40,
);
goal(
  'G3',
  'compiled step to a hand-written reducer',
  median(results['compiled step']) / median(results['hand-written reducer']),
  0.6,
);
console.log(
  `phase machines per trajectory: ${phaseKeys(kern, fold(kern, all[0]?.[0]?.meta.stream ?? '', all[0] ?? [])).length}`,
);
