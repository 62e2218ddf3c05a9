// What a row of the signals is, and short ways to write one.
import type { Severity } from '../../../../workflows/signals/types.js';
import { active, take, type Route } from '../routes.js';
import type { Payload } from '../samples.js';
import type { World } from '../world.js';

export interface SignalCase {
  code: string;
  severity: Severity;
  /** Ends on the day of the cause. */
  cause: Route;
  /** Days from the cause to the first day on which it stands. */
  after: number;
  clear: (world: World) => unknown;
  /** The command of the reference that clears it, where `clear` gives another one for a reason. */
  with: string;
}

export const after =
  (route: Route, ...acts: ((world: World) => unknown)[]): Route =>
  (workflow) => {
    const world = route(workflow);
    for (const act of acts) act(world);
    return world;
  };
export const give =
  (command: string, change: Payload = {}) =>
  (world: World): unknown =>
    take(world, command, change);
export const pass =
  (days: number) =>
  (world: World): unknown =>
    world.pass(days);
/** Sent before anything is arranged. */
export const invited = after(active, give('SendInvitation', { conversationIds: [] }));
export const clears = (command: string, change: Payload = {}): Pick<SignalCase, 'clear' | 'with'> => ({
  clear: give(command, change),
  with: command,
});
export const both = (
  code: string,
  target: number,
  final: number,
  rest: Omit<SignalCase, 'code' | 'severity' | 'after'>,
) => [
  { code, severity: 'target' as const, after: target, ...rest },
  { code, severity: 'final' as const, after: final, ...rest },
];
