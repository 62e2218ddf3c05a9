// A workflow as data: which machines, facts, commands and needs, and when a phase opens. Everything is checked and compiled once.
import type { AnyStateMachine } from 'xstate';
import { compile, type CompiledMachine } from './compile.js';
import type { CommandDef, Data, NeedDef, View } from './commands.js';
import type { Awaited, Due } from './due.js';
import type { EventDef } from './events.js';
import type { Form } from './forms.js';
import { phaseEvents } from './phase-events.js';
import { generalNeeds } from './general-needs.js';
import type { Named, Recorded, Settings, Trajectory } from './types.js';

export type FactHandlers<F> = Record<string, (facts: F, event: Recorded) => void>;

/** The whole behaviour of one phase. */
export interface PhaseDef<F> {
  key: string;
  machine: AnyStateMachine;
  /** One machine for the trajectory, or one for each round or `about`. */
  per: 'trajectory' | 'round';
  /** Which rounds (or `about`s) an event of this machine concerns; only asked when `per` is 'round'. */
  rounds?: (event: Recorded, facts: F) => string[];
  events: Record<string, EventDef>;
  commands: Record<string, CommandDef<F>>;
  needs: Record<string, NeedDef<F>>;
  facts?: FactHandlers<F>;
}

/** A thing with a life of its own; its events name it in `<key>Id` or `<key>Ids`. */
export interface EntityDef<F> {
  key: string;
  machine: AnyStateMachine;
  events: Record<string, EventDef>;
  commands: Record<string, CommandDef<F>>;
  needs: Record<string, NeedDef<F>>;
  facts?: FactHandlers<F>;
}

/** Facts of one subject: no machine, only events that stand alone. */
export interface FactGroup<F> {
  events: Record<string, EventDef>;
  commands: Record<string, CommandDef<F>>;
  needs: Record<string, NeedDef<F>>;
  facts: FactHandlers<F>;
}

/** A phase, checked on its own: its machine can be compiled and is called after it. */
export function definePhase<F>(phase: PhaseDef<F>): PhaseDef<F> {
  checkName('phase', phase.key, compile(phase.machine).id);
  return phase;
}

/** An entity, checked on its own: its machine can be compiled and is called after it. */
export function defineEntity<F>(entity: EntityDef<F>): EntityDef<F> {
  checkName('entity', entity.key, compile(entity.machine).id);
  return entity;
}

function checkName(what: string, key: string, machine: string): void {
  if (key !== machine)
    throw new Error(`The ${what} '${key}' has a machine called '${machine}': they must have one name.`);
}

/** An event that the engine writes by itself in the same append. */
export interface Automatic {
  type: string;
  data: Data;
  phase?: string;
  round?: string;
}

export interface WorkflowSpec<F> {
  name: string;
  version: number;
  root: { machine: AnyStateMachine } & FactGroup<F>;
  phases: readonly PhaseDef<F>[];
  entities: readonly EntityDef<F>[];
  facts: readonly FactGroup<F>[];
  emptyFacts(): F;
  /** Rounds (and `about`s) for which a per-round phase has a machine. */
  rounds(phase: string, facts: F): string[];
  /** Whether the entry condition of a phase (and round) is met at that moment. */
  opens(phase: string, round: string | undefined, trajectory: Trajectory<F>, at: string): boolean;
  /** What follows from an event besides phases opening and closing. */
  follows(event: Recorded, trajectory: Trajectory<F>): Automatic[];
  /** Phases that come after this one, for the same round and across rounds: what a late change puts under review. */
  laterPhases(phase: string, round: string | undefined, trajectory: Trajectory<F>): string[];
  /** What the calendar will bring, earliest first: it says where the clock has to look, and when. */
  awaits(trajectory: Trajectory<F>, settings: Settings): Awaited[];
  /** Clock commands due at or before that instant, oldest first. */
  due(trajectory: Trajectory<F>, now: string, settings: Settings): Due[];
  /** Whether a decision fits the state of the root machine. */
  rootAllows(value: string, command: CommandDef<F>, data: Data): boolean;
  /** Root state in which nothing may be added. */
  sealedState: string | undefined;
  /** What an id of each register must be known to. */
  refs: Record<string, (view: View<F>, id: string) => boolean>;
  /** The person behind a word like `assignee`, as far as the payload or the facts tell. */
  named(who: Named, facts: F, data: Data, trajectory: Trajectory<F>): string | undefined;
  /** Municipalities for the envelope; `data` is that of the event that opens the stream, when the facts do not know them yet. */
  municipalitiesOf(facts: F, data: Data): readonly string[];
  /** Which soft needs this workflow asks. */
  asks(need: NeedDef<F>): boolean;
  forms: readonly Form[];
}

/** Which machines an event type can concern. */
export interface Takers<F> {
  root: boolean;
  phases: PhaseDef<F>[];
  entities: EntityDef<F>[];
}

export type Home =
  { kind: 'root' } | { kind: 'fact' } | { kind: 'phase'; key: string } | { kind: 'entity'; key: string };

export interface Workflow<F> extends WorkflowSpec<F> {
  rootMachine: CompiledMachine;
  machines: ReadonlyMap<string, CompiledMachine>;
  events: ReadonlyMap<string, EventDef>;
  commands: ReadonlyMap<string, CommandDef<F>>;
  needs: ReadonlyMap<string, NeedDef<F>>;
  handlers: ReadonlyMap<string, ((facts: F, event: Recorded) => void)[]>;
  takers: ReadonlyMap<string, Takers<F>>;
  /** The part that a command belongs to. */
  homes: ReadonlyMap<string, Home>;
}

/** Checks a workflow as a whole and compiles its machines. Throws on anything it could not run. */
export function defineWorkflow<F>(spec: WorkflowSpec<F>): Workflow<F> {
  const groups: FactGroup<F>[] = [spec.root, ...spec.phases, ...spec.entities, ...spec.facts].map((group) => ({
    ...group,
    facts: group.facts ?? {},
  }));
  const events = merged('event', [spec.phases.length > 0 ? phaseEvents : {}, ...groups.map((group) => group.events)]);
  const needs = merged('need', [generalNeeds<F>(), ...groups.map((group) => group.needs)]);
  const commands = merged(
    'command',
    groups.map((group) => group.commands),
  );
  const handlers = new Map<string, ((facts: F, event: Recorded) => void)[]>();
  for (const group of groups) {
    for (const [type, handler] of Object.entries(group.facts))
      handlers.set(type, [...(handlers.get(type) ?? []), handler]);
  }
  const machines = new Map(
    [...spec.phases, ...spec.entities].map((part) => [part.key, compile(part.machine)] as const),
  );
  const rootMachine = compile(spec.root.machine);
  const takers = new Map(
    [...events.keys()].map((type) => [type, takersOf(type, spec, rootMachine, machines)] as const),
  );
  const workflow: Workflow<F> = {
    ...spec,
    rootMachine,
    machines,
    events,
    commands,
    needs,
    handlers,
    takers,
    homes: homesOf(spec),
  };
  checkWhole(workflow);
  return workflow;
}

function takersOf<F>(
  type: string,
  spec: WorkflowSpec<F>,
  root: CompiledMachine,
  machines: ReadonlyMap<string, CompiledMachine>,
): Takers<F> {
  const takes = (part: { key: string }): boolean => machines.get(part.key)?.events.has(type) ?? false;
  return { root: root.events.has(type), phases: spec.phases.filter(takes), entities: spec.entities.filter(takes) };
}

function homesOf<F>(spec: WorkflowSpec<F>): Map<string, Home> {
  const homes = new Map<string, Home>();
  const settle = (commands: Record<string, unknown>, home: Home): void =>
    Object.keys(commands).forEach((name) => homes.set(name, home));
  settle(spec.root.commands, { kind: 'root' });
  spec.facts.forEach((group) => settle(group.commands, { kind: 'fact' }));
  spec.phases.forEach((phase) => settle(phase.commands, { kind: 'phase', key: phase.key }));
  spec.entities.forEach((entity) => settle(entity.commands, { kind: 'entity', key: entity.key }));
  return homes;
}

function merged<T>(what: string, parts: Record<string, T>[]): Map<string, T> {
  const all = new Map<string, T>();
  for (const [key, value] of parts.flatMap((part) => Object.entries(part))) {
    if (all.has(key) && all.get(key) !== value) throw new Error(`The ${what} '${key}' is defined twice.`);
    all.set(key, value);
  }
  return all;
}

function checkWhole<F>(workflow: Workflow<F>): void {
  const stepped = new Set([
    ...workflow.rootMachine.events,
    ...[...workflow.machines.values()].flatMap((machine) => [...machine.events]),
  ]);
  for (const type of [...stepped, ...workflow.handlers.keys()]) {
    if (!workflow.events.has(type))
      throw new Error(`Workflow '${workflow.name}': a machine or fact takes '${type}', which no part defines.`);
  }
  for (const [type, def] of workflow.events) {
    if (!def.standsAlone && !stepped.has(type))
      throw new Error(`Workflow '${workflow.name}': no machine takes '${type}' and it does not stand alone.`);
  }
  for (const command of workflow.commands.values()) {
    const missing = command.needs.find((code) => !workflow.needs.has(code));
    if (missing) throw new Error(`Command '${command.name}' needs '${missing}', which no part defines.`);
  }
}
