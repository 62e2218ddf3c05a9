// The compiled step equals XState's own transition on random walks of every machine, and refuses by name what it cannot compute.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  assign,
  createMachine,
  initialTransition,
  setup,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { kern, organisationWorkflow } from '../registry.js';
import { CannotCompile, compile, type CompiledMachine } from './compile.js';
import type { MachineEvent } from './machine.js';
import type { Recorded, StepContext } from './types.js';

const machines: CompiledMachine[] = [kern.rootMachine, ...kern.machines.values(), organisationWorkflow.rootMachine];

/** Payloads that between them take every route: each routing field with each value a guard may ask for. */
const routing = (machine: CompiledMachine) =>
  fc.record({
    toState: fc.constantFrom(...machine.states, 'elsewhere'),
    choice: fc.constantFrom('adopt', 'partly', 'notChosen', 'reject', 'passOn'),
    responsibility: fc.constantFrom('content', 'process', 'support', 'buddy'),
    verdict: fc.constantFrom('within', 'outside', 'unclear'),
    tasksComplete: fc.boolean(),
    last: fc.boolean(),
  });

const anEvent = (machine: CompiledMachine): fc.Arbitrary<MachineEvent> =>
  fc.record({
    type: fc.constantFrom(...machine.events, 'SomethingElse'),
    version: fc.constant(1),
    data: routing(machine),
    meta: fc
      .integer({ min: 0, max: 5_000 })
      .map(
        (minutes) => ({ occurredAt: new Date(1_780_000_000_000 + minutes * 60_000).toISOString() }) as Recorded['meta'],
      ),
  });

describe('the compiled step', () => {
  it.each(machines.filter((machine) => machine.events.size > 0))(
    'equals XState transition on random walks of $id',
    (machine) => {
      fc.assert(
        fc.property(fc.array(anEvent(machine), { maxLength: 25 }), (events) => {
          const cell = machine.start();
          let snapshot: AnyMachineSnapshot = initialTransition(machine.source)[0];
          for (const event of events) {
            const before = cell.revision;
            const taken = machine.step(cell, event);
            snapshot = transition(machine.source, snapshot, event)[0];
            expect({ value: cell.value, context: cell.context }).toEqual({
              value: snapshot.value as string,
              context: snapshot.context as StepContext,
            });
            expect(cell.revision).toBe(taken ? before + 1 : before);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(machines.filter((machine) => machine.events.size > 0))(
    'takes every transition of $id at least once on random walks',
    (machine) => {
      const open = new Set(
        [...machine.table()].flatMap(([state, row]) =>
          [...row].flatMap(([type, targets]) => targets.map((target) => `${state} -${type}-> ${target ?? state}`)),
        ),
      );
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), fc.infiniteStream(routing(machine)), (picks, payloads) => {
          const cell = machine.start();
          for (let step = 0; step < 60; step += 1) {
            const fitting = [...machine.events].filter((type) => machine.takes(cell.value, type));
            const type = fitting[picks.next().value % fitting.length];
            if (type === undefined) return;
            const from = cell.value;
            machine.step(cell, {
              type,
              version: 1,
              data: payloads.next().value as MachineEvent['data'],
              meta: { occurredAt: '' } as Recorded['meta'],
            });
            open.delete(`${from} -${type}-> ${cell.value}`);
          }
        }),
        { numRuns: 300, seed: 94 },
      );
      expect([...open]).toEqual([]);
    },
  );

  it('says beforehand whether an event fits, as XState does', () => {
    for (const machine of machines) {
      for (const state of machine.states) {
        for (const type of machine.events) {
          const source = machine.source as unknown as {
            states: Record<string, { on: Record<string, unknown> }>;
            config: { on?: Record<string, unknown> };
          };
          const known = type in (source.states[state]?.on ?? {}) || type in (source.config.on ?? {});
          expect([machine.id, state, type, machine.takes(state, type)]).toEqual([machine.id, state, type, known]);
        }
      }
    }
  });
});

const foreign: [construct: string, machine: AnyStateMachine][] = [
  ['parallel states', createMachine({ id: 'm', type: 'parallel', states: { a: {}, b: {} } })],
  ['nested states', createMachine({ id: 'm', initial: 'a', states: { a: { initial: 'b', states: { b: {} } } } })],
  ['a final state', createMachine({ id: 'm', initial: 'a', states: { a: { type: 'final' } } })],
  ['history states', createMachine({ id: 'm', initial: 'a', states: { a: {}, h: { type: 'history' } } })],
  ['invoke', createMachine({ id: 'm', initial: 'a', states: { a: { invoke: { src: 'x' } } } })],
  ['after', createMachine({ id: 'm', initial: 'a', states: { a: { after: { 100: 'a' } } } })],
  [
    'always',
    createMachine({ id: 'm', initial: 'a', states: { a: { always: { target: 'b', guard: () => false } }, b: {} } }),
  ],
  ['entry or exit actions', createMachine({ id: 'm', initial: 'a', states: { a: { entry: () => undefined } } })],
  [
    'which is not an assign',
    createMachine({ id: 'm', initial: 'a', states: { a: { on: { E: { actions: () => undefined } } } } }),
  ],
  ["event descriptor '*'", createMachine({ id: 'm', initial: 'a', states: { a: { on: { '*': 'a' } } } })],
  [
    'a transition with several actions',
    createMachine({
      id: 'm',
      initial: 'a',
      context: { last: '' },
      states: { a: { on: { E: { actions: [assign({ last: () => 'x' }), assign({ last: () => 'y' })] } } } },
    }),
  ],
  [
    'assign of the whole context',
    createMachine({ id: 'm', initial: 'a', states: { a: { on: { E: { actions: assign(() => ({})) } } } } }),
  ],
  [
    'a guard that is not a plain function',
    setup({ guards: { g: (_args, _params: { n: number }) => true } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { on: { E: { target: 'a', guard: { type: 'g', params: { n: 1 } } } } } },
    }),
  ],
];

describe('what the compiled step cannot compute', () => {
  it.each(foreign)('refuses %s at start and names machine and construct', (construct, machine) => {
    expect(() => compile(machine)).toThrow(CannotCompile);
    expect(() => compile(machine)).toThrow(/Machine 'm'/);
    expect(() => compile(machine)).toThrow(construct);
  });
});
