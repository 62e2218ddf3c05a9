// Trajectories by chance: runs of commands of which many are dated back, and facts whose day is corrected afterwards.
import fc from 'fast-check';
import { addDays } from '../../../workflows/kit/time.js';
import type { Recorded } from '../../../workflows/kit/types.js';
import { kern } from '../../../workflows/registry.js';
import { move, play, type Move } from '../kern/random.js';
import { active, answered, held, sent } from '../kern/routes.js';
import { World } from '../kern/world.js';
import { REGISTRATION } from './story.js';

const begun = (workflow: typeof kern): World => {
  const world = new World(workflow);
  world.must('processCoordinator', 'RegisterTrajectory', REGISTRATION);
  return world;
};
const starts = [begun, active, held, sent, answered];
const late = fc
  .tuple(move, fc.integer({ min: -40, max: -1 }))
  .map(([one, days]) => ({ ...one, days, damage: undefined, role: undefined }));
const moves = fc.array(fc.oneof({ weight: 5, arbitrary: move }, { weight: 3, arbitrary: late }), {
  minLength: 3,
  maxLength: 25,
});
/** Days by which the date of a fact is corrected afterwards, one after the other. */
const shifts = fc.array(fc.integer({ min: -9, max: 3 }), { maxLength: 4 });
/** Runs of commands of which many are dated back and some correct what was said before. */
export const run = fc.record({ start: fc.constantFrom(...starts), moves, shifts });
/** Nothing is recorded late, and nothing corrected. */
export const inTime = run.map(({ start, moves: any }) => ({
  start,
  moves: any.filter(({ command }) => command !== 'CorrectFact').map((one) => ({ ...one, days: 0 })),
  shifts: [],
}));

export interface Run {
  start: (workflow: typeof kern) => World;
  moves: Move[];
  shifts: number[];
}

/** Everything that was recorded of it. */
export function eventsOf({ start, moves: all, shifts: days }: Run): Recorded[] {
  const world = start(kern);
  for (const one of all) play(world, one);
  if (days.length > 0) world.send('processCoordinator', 'BookHours', { hours: 4, phase: 'conversations' });
  days.forEach((shift, index) => shiftOne(world, shift, index));
  return world.events;
}

/** Corrects the day of one of the facts that say theirs. */
function shiftOne(world: World, days: number, index: number): void {
  world.pass(index + 1);
  const dated = [...world.trajectory.events.values()].filter(
    ({ type, data }) => typeof data.on === 'string' && kern.events.get(type)?.kind === 'fact',
  );
  // A trajectory that was put away in the archive takes no hours any more, so there may be none.
  const fact = dated[(index * 7) % dated.length];
  if (!fact) return;
  const { meta, data } = fact;
  const [before, after] = [String(data.on), addDays(String(data.on), days)];
  const payload = { eventId: meta.id, field: '/on', before, after, reason: 'andere dag' };
  if (after !== before) world.send('processCoordinator', 'CorrectFact', payload);
}

/** In the order in which they were recorded, as a log has them. */
export const inOrder = (events: readonly Recorded[]): Recorded[] =>
  [...events].sort((one, other) =>
    one.meta.recordedAt < other.meta.recordedAt ? -1 : Number(one.meta.recordedAt > other.meta.recordedAt),
  );
