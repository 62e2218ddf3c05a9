// The compiled step: a machine turned once into a table of candidate transitions per (state, event type).
// XState stays the specification and the oracle (compile.spec.ts); what the table cannot hold is refused here, by name.
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { MachineEvent } from './machine.js';
import type { Cell, StepContext } from './types.js';

interface Candidate {
  target: string | undefined;
  guard: ((args: { context: StepContext; event: MachineEvent }) => boolean) | undefined;
  assign: Assign | undefined;
}
/** What a transition writes into the two fields that a machine remembers. */
type Assign = Partial<Record<keyof StepContext, (args: { context: StepContext; event: MachineEvent }) => string>>;

export interface CompiledMachine {
  readonly id: string;
  readonly initial: string;
  readonly states: readonly string[];
  readonly events: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
  /** The XState machine it was made from: for diagrams and the oracle. */
  readonly source: AnyStateMachine;
  /** Whether the state has a transition for this event type, payload unseen. */
  takes(value: string, type: string): boolean;
  /** A new cell in the initial state. */
  start(): Cell;
  /** Takes the event in place; false when no candidate fits (the cell is then unchanged). */
  step(cell: Cell, event: MachineEvent): boolean;
  /** Whether the cell would take this very event. */
  fits(cell: Cell, event: MachineEvent): boolean;
  /** The table itself: state -> event type -> targets (undefined = stays). */
  table(): Map<string, Map<string, (string | undefined)[]>>;
}

export class CannotCompile extends Error {
  constructor(machine: string, construct: string) {
    super(
      `Machine '${machine}' uses ${construct}, which the compiled step cannot compute. Use flat states with guards on the payload and assigns.`,
    );
    this.name = 'CannotCompile';
  }
}

/** Compiles a flat machine; throws CannotCompile naming the machine and the construct otherwise. */
export function compile(machine: AnyStateMachine): CompiledMachine {
  refuseForeign(machine, machine.root, true);
  const table = new Map<string, Map<string, Candidate[]>>();
  const tags = new Map<string, ReadonlySet<string>>();
  const events = new Set<string>();
  for (const node of Object.values(machine.root.states)) {
    refuseForeign(machine, node, false);
    tags.set(node.key, new Set(node.tags));
    table.set(node.key, candidatesOf(machine, node, events));
  }
  const initial = Object.keys(machine.root.states).find((key) => key === machine.config.initial);
  if (initial === undefined) throw new CannotCompile(machine.id, 'an initial state that does not exist');
  const context0 = machine.config.context as StepContext;
  const pick = (cell: Cell, event: MachineEvent): Candidate | undefined => {
    const candidates = table.get(cell.value)?.get(event.type);
    if (candidates === undefined) return undefined;
    for (const candidate of candidates) {
      if (candidate.guard === undefined || candidate.guard({ context: cell.context, event })) return candidate;
    }
    return undefined;
  };
  return {
    id: machine.id,
    initial,
    states: [...table.keys()],
    events,
    tags,
    source: machine,
    takes: (value, type) => table.get(value)?.has(type) ?? false,
    start: () => ({ machine: machine.id, value: initial, context: { ...context0 }, revision: 0 }),
    fits: (cell, event) => pick(cell, event) !== undefined,
    step(cell, event) {
      const candidate = pick(cell, event);
      if (!candidate) return false;
      if (candidate.assign) cell.context = assigned(cell.context, candidate.assign, event);
      if (candidate.target !== undefined) cell.value = candidate.target;
      cell.revision += 1;
      return true;
    },
    table: () => targetsOf(table),
  };
}

/** This is the innermost loop of every fold: one shape, one argument object, and a value that both fields share is computed once. */
function assigned(context: StepContext, assign: Assign, event: MachineEvent): StepContext {
  const args = { context, event };
  const last = assign.last ? assign.last(args) : context.last;
  if (!assign.since) return { since: context.since, last };
  return { since: assign.since === assign.last ? last : assign.since(args), last };
}

function targetsOf(table: Map<string, Map<string, Candidate[]>>): Map<string, Map<string, (string | undefined)[]>> {
  return new Map(
    [...table].map(([state, row]) => [
      state,
      new Map([...row].map(([type, list]) => [type, list.map((c) => c.target)])),
    ]),
  );
}

/** Candidates of a state, then those of the machine itself: XState asks the inner node first and falls back to the outer one. */
function candidatesOf(machine: AnyStateMachine, node: AnyStateNode, events: Set<string>): Map<string, Candidate[]> {
  const row = new Map<string, Candidate[]>();
  for (const owner of [node, machine.root]) {
    for (const [type, transitions] of owner.transitions) {
      if (type === '' || type.includes('*')) throw new CannotCompile(machine.id, `the event descriptor '${type}'`);
      events.add(type);
      const list = row.get(type) ?? [];
      row.set(type, list);
      for (const transition of transitions) list.push(candidateOf(machine, transition));
    }
  }
  return row;
}

interface XTransition {
  target: readonly AnyStateNode[] | undefined;
  guard?: unknown;
  actions: readonly unknown[];
  reenter?: boolean;
}

function candidateOf(machine: AnyStateMachine, transition: XTransition): Candidate {
  const targets = transition.target ?? [];
  const [action, ...more] = transition.actions;
  if (targets.length > 1) throw new CannotCompile(machine.id, 'a transition with several targets');
  if (more.length > 0) throw new CannotCompile(machine.id, 'a transition with several actions');
  return {
    target: targets[0]?.key,
    guard: guardOf(machine, transition.guard),
    assign: action === undefined ? undefined : assignOf(machine, action),
  };
}

function guardOf(machine: AnyStateMachine, guard: unknown): Candidate['guard'] {
  if (guard === undefined) return undefined;
  const found: unknown = typeof guard === 'string' ? machine.implementations.guards[guard] : guard;
  if (typeof found !== 'function' || 'check' in found)
    throw new CannotCompile(machine.id, 'a guard that is not a plain function');
  return found as Candidate['guard'];
}

function assignOf(machine: AnyStateMachine, action: unknown): Assign {
  const name = typeof action === 'string' ? action : ((action as { type?: unknown } | undefined)?.type ?? '');
  const found: unknown =
    typeof name === 'string' && name in machine.implementations.actions
      ? machine.implementations.actions[name]
      : action;
  const spec = found as { type?: string; assignment?: unknown } | undefined;
  if (typeof spec !== 'function' || (spec as { type?: string }).type !== 'xstate.assign') {
    throw new CannotCompile(
      machine.id,
      `the action '${typeof name === 'string' ? name : 'without a name'}', which is not an assign`,
    );
  }
  const assignment = (spec as { assignment?: unknown }).assignment;
  if (typeof assignment !== 'object' || assignment === null)
    throw new CannotCompile(machine.id, 'an assign of the whole context');
  for (const [key, value] of Object.entries(assignment)) {
    if (typeof value !== 'function') throw new CannotCompile(machine.id, `a constant assign of '${key}'`);
    if (key !== 'since' && key !== 'last')
      throw new CannotCompile(machine.id, `an assign of '${key}', which is not part of what a machine remembers`);
  }
  return assignment;
}

function refuseForeign(machine: AnyStateMachine, node: AnyStateNode, isRoot: boolean): void {
  const refuse = (construct: string): never => {
    throw new CannotCompile(machine.id, `${construct} (at '${node.id}')`);
  };
  if (node.type === 'parallel') refuse('parallel states');
  if (node.type === 'history') refuse('history states');
  if (node.type === 'final') refuse('a final state');
  if (!isRoot && Object.keys(node.states).length > 0) refuse('nested states');
  if (node.invoke.length > 0) refuse('invoke');
  if (node.after.length > 0) refuse('after (delayed transitions)');
  if ((node.always ?? []).length > 0) refuse('always (eventless transitions)');
  if (node.entry.length > 0 || node.exit.length > 0) refuse('entry or exit actions');
}
