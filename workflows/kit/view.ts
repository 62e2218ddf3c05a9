// Building the view that defaults and needs look at, and asking which needs are not met.
import type { CommandDef, Data, NeedDef, View } from './commands.js';
import { idOf } from './ids.js';
import { localDay } from './time.js';
import type { Address, Command, Context, Instant, Refusal, Trajectory } from './types.js';
import type { Workflow } from './workflow.js';

/** The view of one command at one address. `given` lacks a payload when only asking what is possible. */
export function viewOf<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  command: CommandDef<F>,
  given: Partial<Command>,
  context: Context,
  at: Instant,
): View<F> {
  const own =
    context.actor.roles.find((role) => (command.by as readonly string[]).includes(role)) ??
    context.actor.roles[0] ??
    'publicReader';
  return {
    workflow,
    command,
    given,
    trajectory,
    facts: trajectory.facts,
    settings: context.settings,
    actor: context.actor,
    decider: given.decidedBy ?? { role: own, ref: context.actor.ref },
    now: context.now,
    at,
    today: localDay(at),
    address: {},
    approverOf: context.approverOf,
    makeId: (field, index = 0) => idOf(context.commandId, field, index),
  };
}

/** General needs in the order of the rule table, then those of the command, hard before soft. */
export function needsOf<F>(workflow: Workflow<F>, command: CommandDef<F>): readonly NeedDef<F>[] {
  const known = (NEEDS.get(workflow) ?? new Map()) as Map<CommandDef<F>, readonly NeedDef<F>[]>;
  const needs = known.get(command) ?? listed(workflow, command);
  NEEDS.set(workflow, known.set(command, needs));
  return needs;
}

/** A workflow does not change: the needs of its commands are listed once. */
const NEEDS = new WeakMap<object, unknown>();

function listed<F>(workflow: Workflow<F>, command: CommandDef<F>): NeedDef<F>[] {
  const first =
    command.kind === 'decision'
      ? ['NOT_ARCHIVED', 'ROLE_ALLOWED', 'STATE_FITS', 'DECIDER_KNOWN', 'NOT_IN_FUTURE']
      : ['NOT_ARCHIVED', 'ROLE_ALLOWED', 'NOT_IN_FUTURE'];
  const open = command.kind === 'decision' && command.phase ? ['PHASE_OPEN'] : [];
  const own = [...new Set([...open, ...command.needs])]
    .map((code) => workflow.needs.get(code))
    .filter((need): need is NeedDef<F> => need !== undefined && workflow.asks(need));
  const general = first
    .map((code) => workflow.needs.get(code))
    .filter((need): need is NeedDef<F> => need !== undefined);
  return [...general, ...own.filter((need) => need.hard), ...own.filter((need) => !need.hard)];
}

/** The needs that are not met. Without a payload only those that the state alone can tell. */
export function missingNeeds<F>(view: View<F>, data: Data): Refusal[] {
  const stateOnly = view.given.payload === undefined;
  return needsOf(view.workflow, view.command)
    .filter((need) => !(stateOnly && need.sees === 'payload') && !need.met(view, data))
    .map((need) => ({
      code: need.code,
      hard: need.hard,
      vars: need.vars?.(view, data) ?? {},
      solvableBy: need.code === 'ROLE_ALLOWED' ? [...view.command.by] : [...need.solvableBy],
    }));
}

/** The address that a payload leads to when its command does not say so itself. */
export function addressOf<F>(
  workflow: Workflow<F>,
  command: CommandDef<F>,
  data: Data,
  trajectory: Trajectory<F>,
): Address {
  if (command.address) return command.address(data, trajectory.facts);
  const home = workflow.homes.get(command.name);
  if (home?.kind === 'entity') {
    const id = data[`${home.key}Id`];
    const many = data[`${home.key}Ids`];
    const only = Array.isArray(many) && many.length === 1 ? (many[0] as unknown) : id;
    return { entity: home.key, ...(typeof only === 'string' ? { id: only } : {}) };
  }
  if (home?.kind !== 'phase') return {};
  const phase = workflow.phases.find((candidate) => candidate.key === home.key);
  const event = { type: command.event, data } as Parameters<NonNullable<NonNullable<typeof phase>['rounds']>>[0];
  const round = phase?.per === 'round' ? phase.rounds?.(event, trajectory.facts)[0] : undefined;
  return { phase: home.key, ...(round === undefined ? {} : { round }) };
}
