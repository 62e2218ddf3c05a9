// A case in which a need is not met, and short ways to bring a world there.
import type { Role } from '../../../../workflows/kit/types.js';
import { take, type Route } from '../routes.js';
import type { Payload } from '../samples.js';
import type { Extra, World } from '../world.js';

export interface Unmet {
  command: string;
  /** All codes of the refusal, in its order: general ones, hard ones, soft ones. */
  missing: readonly string[];
  route: Route;
  change?: (world: World) => Payload;
  as?: readonly Role[];
  extra?: Extra;
}

export const after =
  (from: Route, act: (world: World) => unknown): Route =>
  (workflow) => {
    const world = from(workflow);
    act(world);
    return world;
  };
export const next = (from: Route, ...commands: string[]): Route =>
  after(from, (world) => commands.forEach((command) => take(world, command)));
export const paused = (from: Route): Route =>
  after(from, (world) => world.must('client', 'PauseTrajectory', { reason: 'verkiezingen' }));
export const set =
  (change: Payload): NonNullable<Unmet['change']> =>
  () =>
    change;
