// Stands in for the fold of a folder of peers: it only counts, since peers decide nothing in this workload.
import { assign, setup } from 'xstate';

const counting = {
  init: (id) => ({ id, count: 0 }),
  step: ({ id, count }) => ({ id, count: count + 1 }),
  phase: () => 'active',
};
export const fold = counting;
export const folds = { reducer: counting, edge: counting, scope: counting, transition: counting };

/** For peers that keep a snapshot of an actor. */
export const machine = setup({}).createMachine({
  context: { count: 0 },
  initial: 'active',
  states: { active: { on: { '*': { actions: assign({ count: ({ context }) => context.count + 1 }) } } } },
});
