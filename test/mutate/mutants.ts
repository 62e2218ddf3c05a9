// Broken copies of kern, one fault each: a transition, a role or a need taken out, a need that always or never holds.
// The workflow value is copied, the sources stay as they are; what survives the scenarios is a rule that no command shows.
import { createMachine, type AnyStateMachine } from 'xstate';
import type { Facts } from '../../workflows/facts/facts.js';
import type { CommandDef } from '../../workflows/kit/commands.js';
import { compile, type CompiledMachine } from '../../workflows/kit/compile.js';
import type { Workflow } from '../../workflows/kit/workflow.js';

type Kern = Workflow<Facts>;
export type Kind = 'transition' | 'role' | 'need always met' | 'need never met' | 'need of a command';

export interface Mutant {
  kind: Kind;
  name: string;
  /** What the fault is about, in the words of the scenarios. */
  about: readonly string[];
  build(): Kern;
}

type On = Record<string, unknown>;
interface FlatConfig {
  states: Record<string, { on?: On }>;
  on?: On;
}

const listed = (transitions: unknown): unknown[] => (transitions === undefined ? [] : [transitions].flat());

/** The transitions of every state as one list per event: its own, then those that hold for the whole machine. */
function spreadOut(machine: AnyStateMachine): FlatConfig {
  const { states, on = {} } = machine.config as unknown as FlatConfig;
  const rows = Object.entries(states).map(([state, spec]) => {
    const types = new Set([...Object.keys(spec.on ?? {}), ...Object.keys(on)]);
    const all = [...types].map((type) => [type, [...listed(spec.on?.[type]), ...listed(on[type])]] as const);
    return [state, { ...spec, on: Object.fromEntries(all) }] as const;
  });
  return { ...machine.config, states: Object.fromEntries(rows), on: {} };
}

function without(machine: CompiledMachine, state: string, type: string, index: number): CompiledMachine {
  const config = spreadOut(machine.source);
  const row = config.states[state]!.on!;
  const left = listed(row[type]).filter((_transition, at) => at !== index);
  if (left.length > 0) row[type] = left;
  else delete row[type];
  return compile(
    createMachine(
      config as Parameters<typeof createMachine>[0],
      machine.source.implementations as Parameters<typeof createMachine>[1],
    ) as AnyStateMachine,
  );
}

function transitionMutants(kern: Kern): Mutant[] {
  const all: [machine: CompiledMachine, put: (changed: CompiledMachine) => Kern][] = [
    [kern.rootMachine, (changed) => ({ ...kern, rootMachine: changed })],
    ...[...kern.machines].map(([key, machine]): [CompiledMachine, (changed: CompiledMachine) => Kern] => [
      machine,
      (changed) => ({ ...kern, machines: new Map([...kern.machines, [key, changed]]) }),
    ]),
  ];
  return all.flatMap(([machine, put]) =>
    [...machine.table()].flatMap(([state, row]) =>
      [...row].flatMap(([type, targets]) =>
        targets.map((target, index): Mutant => ({
          kind: 'transition',
          name: `${machine.id} ${state} -${type}-> ${target ?? state}`,
          about: [`${machine.id}:${state}`, machine.id, ...commandsOf(kern, type), type],
          build: () => put(without(machine, state, type, index)),
        })),
      ),
    ),
  );
}

const commandsOf = (kern: Kern, event: string): string[] =>
  [...kern.commands.values()].filter((command) => command.event === event).map(({ name }) => name);

function withCommand(kern: Kern, command: CommandDef<Facts>, change: Partial<CommandDef<Facts>>): Kern {
  return { ...kern, commands: new Map([...kern.commands, [command.name, { ...command, ...change }]]) };
}

const roleMutants = (kern: Kern): Mutant[] =>
  [...kern.commands.values()].flatMap((command) =>
    command.by.map((role): Mutant => ({
      kind: 'role',
      name: `${command.name} without ${role}`,
      about: [`${command.name} @${role}`, command.name],
      build: () => withCommand(kern, command, { by: command.by.filter((one) => one !== role) }),
    })),
  );

/** Needs that kern asks; the others (soft without (k)) say nothing here, whatever they answer. */
const asked = (kern: Kern) => [...kern.needs.values()].filter((need) => kern.asks(need));

const needMutants = (kern: Kern): Mutant[] =>
  asked(kern).flatMap((need) =>
    [true, false].map((met): Mutant => ({
      kind: met ? 'need always met' : 'need never met',
      name: `${need.code} ${met ? 'always' : 'never'} met`,
      about: [need.code],
      build: () => ({ ...kern, needs: new Map([...kern.needs, [need.code, { ...need, met: () => met }]]) }),
    })),
  );

/** Stricter than one need for all: each command that names it has to show it. PHASE_OPEN holds for whole phases and is not listed twice. */
const listedNeedMutants = (kern: Kern): Mutant[] => {
  const codes = new Set(asked(kern).map(({ code }) => code));
  return [...kern.commands.values()].flatMap((command) =>
    command.needs
      .filter((code) => codes.has(code) && code !== 'PHASE_OPEN')
      .map((code): Mutant => ({
        kind: 'need of a command',
        name: `${command.name} without ${code}`,
        about: [`${command.name}: ${code}`, command.name, code],
        build: () => withCommand(kern, command, { needs: command.needs.filter((one) => one !== code) }),
      })),
  );
};

/** Every mutant of a workflow, in a fixed order. */
export function mutantsOf(kern: Kern): Mutant[] {
  return [...transitionMutants(kern), ...roleMutants(kern), ...needMutants(kern), ...listedNeedMutants(kern)];
}
