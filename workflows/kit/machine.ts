// How machines are written: flat XState machines whose transitions note when a state was entered and when a step was taken.
// They hold structure only; the compiler (compile.ts) refuses anything more.
import { assign, setup, type AnyStateMachine } from 'xstate';
import { later } from './time.js';
import type { Recorded, StepContext } from './types.js';

type Data = Record<string, unknown>;
/** What a machine receives: the stored event. */
export type MachineEvent = Recorded<string, Data>;
/** Routing by payload, and by payload only. */
export type Route = (args: { event: MachineEvent }) => boolean;

export interface Transition {
  target?: string;
  guard?: Route;
  actions: 'enter' | 'stay';
}

/** A step into `target`. With a route it is taken only when the payload says so. */
export function to(target: string, route?: Route): Transition {
  return route ? { target, guard: route, actions: 'enter' } : { target, actions: 'enter' };
}

/** The event is taken and the state stays (↺). */
export const stay: Transition = { actions: 'stay' };

export interface StateSpec {
  /** `closed` marks a finished phase; `waits:<role>` names who has to act. */
  tags?: string[];
  on?: Record<string, Transition | Transition[]>;
}

/** Every state of these, for `on` of a state list: `{ ...when(['A', 'B'], stay) }`. */
export function when(
  types: readonly string[],
  transition: Transition | Transition[],
): Record<string, Transition | Transition[]> {
  return Object.fromEntries(types.map((type) => [type, transition]));
}

/** When a step happened in the world, never before the step it follows. */
const stepTime = ({ context, event }: { context: StepContext; event: MachineEvent }): string =>
  later(context.last, event.meta.occurredAt);

/**
 * A flat machine. `any` holds what every state takes, unless the state says otherwise.
 * The context keeps `since` (entered) and `last` (last step), on the time axis of the world and never running backwards.
 */
export function flatMachine(
  id: string,
  initial: string,
  states: Record<string, StateSpec>,
  any: StateSpec['on'] = {},
): AnyStateMachine {
  return setup({
    types: { context: {} as StepContext, events: {} as MachineEvent },
    actions: {
      // The same function twice, so that the compiled step computes it once.
      enter: assign({ since: stepTime, last: stepTime }),
      stay: assign({ last: stepTime }),
    },
  }).createMachine({ id, initial, context: { since: '', last: '' }, states, on: any });
}
