// Holds the mutation run to its promise: a fault is noticed by the scenario about it, and a copy without a fault is listed as a survivor.
import { describe, expect, it } from '@jest/globals';
import { kern } from '../../workflows/registry.js';
import { scenarios } from '../support/kern/scenarios/index.js';
import { tryAll } from './main.js';
import { mutantsOf, type Mutant } from './mutants.js';

const mutants = mutantsOf(kern);
const pausing = scenarios.states!.filter(({ about }) => about.includes('PauseTrajectory'));
const named = (name: string): Mutant => mutants.find((mutant) => mutant.name === name)!;

describe('a mutant', () => {
  it('is made for every transition, every role of a command, and both ways of every need that kern asks', () => {
    const count = (kind: string) => mutants.filter((mutant) => mutant.kind === kind).length;
    const transitions = [kern.rootMachine, ...kern.machines.values()].flatMap((machine) =>
      [...machine.table().values()].flatMap((row) => [...row.values()].flat()),
    );
    expect(count('transition')).toBe(transitions.length);
    expect(count('role')).toBe([...kern.commands.values()].flatMap(({ by }) => by).length);
    const asked = [...kern.needs.values()].filter((need) => kern.asks(need)).length;
    expect([count('need always met'), count('need never met')]).toEqual([asked, asked]);
    expect(new Set(mutants.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(mutants.length);
  });

  it('lacks its one transition and keeps the others', () => {
    const broken = named('root active -TrajectoryPaused-> paused').build().rootMachine;
    expect(broken.takes('active', 'TrajectoryPaused')).toBe(false);
    const rows = (machine: typeof broken) =>
      [...machine.table()].map(([state, row]) => [state, [...row].filter(([type]) => type !== 'TrajectoryPaused')]);
    expect(rows(broken)).toEqual(rows(kern.rootMachine));
    expect(kern.rootMachine.takes('active', 'TrajectoryPaused')).toBe(true);
  });

  it('is noticed by scenarios about it, and survives when it is no fault or nothing looks at it', () => {
    const faultless: Mutant = { kind: 'role', name: 'nothing changed', about: [], build: () => kern };
    const outcome = tryAll(
      [named('root active -TrajectoryPaused-> paused'), faultless, named('BookCost without teamMember')],
      pausing,
    );
    expect(outcome.killed).toEqual(new Map([['transition', 1]]));
    expect(outcome.survivors).toEqual(['role: nothing changed', 'role: BookCost without teamMember']);
  });
});
