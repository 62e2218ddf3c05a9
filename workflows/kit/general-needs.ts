// The needs that every command has: not archived, the right role, a fitting state, a known decider, no future, a reason, an open phase.
import { addressed, cellAt, phaseKey } from './evolve.js';
import { localDay } from './time.js';
import { defineNeeds, type CommandDef, type Data, type NeedDef, type View } from './commands.js';
import type { Id, Named, Recorded, Role } from './types.js';

/** Roles that may record the decision of someone else, with decidedBy and evidence. */
export const RECORDERS: readonly Role[] = ['processCoordinator', 'projectLeader', 'communicationAdviser', 'clerk'];

/** How the actor stands to a command: may decide, records for a decider who is known, should name the decider, or has no right. */
export type Standing = 'decides' | 'records' | 'decider-unknown' | 'no-right';

/** The standing of the actor of this view towards its command. */
export function standing<F>(view: View<F>, data: Data): Standing {
  const { command, actor, given } = view;
  if (actor.kind === 'import') return 'decides';
  if (decidingRole(view, data) !== undefined && !given.decidedBy) return 'decides';
  if (command.kind === 'fact') return decidingRole(view, data) === undefined ? 'no-right' : 'decides';
  if (given.decidedBy) return standingOnBehalf(view, data);
  return actor.roles.some((role) => RECORDERS.includes(role)) ? 'decider-unknown' : 'no-right';
}

function standingOnBehalf<F>(view: View<F>, data: Data): Standing {
  const { command, actor, given } = view;
  const mayRecord = actor.roles.some((role) => RECORDERS.includes(role));
  const { role, ref } = given.decidedBy ?? {};
  if (!mayRecord) return isOneself(view, data) ? 'decides' : 'no-right';
  const rightful = role !== undefined && (mayDecide(view, role) || isNamed(view, data, ref));
  const separated = command.needs.some((code) => code === 'APPROVER_NOT_REQUESTER' || code === 'SECOND_PERSON');
  const proven = given.evidence?.documentId !== undefined || (given.evidence?.text ?? '').trim() !== '';
  return rightful && proven && (!separated || ref !== undefined) ? 'records' : 'decider-unknown';
}

/** Whether the decider that is named is the actor, in a role of the actor that may decide: nobody else is spoken for. */
function isOneself<F>(view: View<F>, data: Data): boolean {
  const { actor, given } = view;
  const { role, ref = actor.ref } = given.decidedBy ?? {};
  if (role === undefined || ref !== actor.ref || !actor.roles.includes(role)) return false;
  return mayDecide(view, role) || isNamed(view, data, actor.ref);
}

/** The first role of the actor that may give the command, or undefined. Words like `assignee` count when the person is the one named. */
export function decidingRole<F>(view: View<F>, data: Data): Role | undefined {
  const { actor } = view;
  const own = actor.roles.find((role) => mayDecide(view, role));
  if (own) return own;
  return isNamed(view, data, actor.ref) ? actor.roles[0] : undefined;
}

/** Whether a word like `assignee` means this person. While only asking, a word that names nobody yet may mean anyone. */
function isNamed<F>(view: View<F>, data: Data, ref: Id | undefined): boolean {
  const words = view.command.by.filter((by): by is Named => NAMED.includes(by as Named));
  return words.some((who) => {
    const person = namedPerson(view, who, data);
    return person === undefined ? view.given.payload === undefined : person === ref;
  });
}

function mayDecide<F>({ command, facts }: View<F>, role: Role): boolean {
  return (command.by as readonly string[]).includes(role) && command.allows?.(role, facts) !== false;
}
const NAMED: readonly Named[] = ['assignee', 'receiver', 'author', 'owner', 'recorder'];

function namedPerson<F>(view: View<F>, who: Named, data: Data): Id | undefined {
  return view.workflow.named(who, view.facts, data, view.trajectory);
}

/** The state that stands in the way of a decision, or undefined when all addressed machines take it. */
export function blockingState<F>(view: View<F>, event: Recorded | undefined, data: Data = {}): string | undefined {
  const { workflow, trajectory, command } = view;
  if (command.kind === 'fact') return undefined;
  if (!workflow.rootAllows(trajectory.root.value, command, data)) return `root:${trajectory.root.value}`;
  if (!event) return blockedAddress(view);
  const keys = addressed(workflow, trajectory, event);
  const unreached = unreachedPhase(view, keys);
  if (unreached !== undefined) return unreached;
  for (const key of keys) {
    const cell = cellAt(workflow, trajectory, key);
    const machine = key === 'root' ? workflow.rootMachine : workflow.machines.get(cell?.machine ?? '');
    if (cell && machine && !machine.fits(cell, event)) return `${cell.machine}:${cell.value}`;
  }
  return undefined;
}

/** A decision about a phase that its event does not reach changes nothing, so it does not fit: not every phase can be reopened. */
function unreachedPhase<F>({ workflow, trajectory, address }: View<F>, keys: readonly string[]): string | undefined {
  if (address.phase === undefined) return undefined;
  const key = phaseKey(address.phase, address.round);
  if (keys.includes(key)) return undefined;
  const cell = cellAt(workflow, trajectory, key) ?? trajectory.root;
  return `${cell.machine}:${cell.value}`;
}

/** Without a payload only the machine at the address can be asked. */
function blockedAddress<F>(view: View<F>): string | undefined {
  const { workflow, trajectory, command, address } = view;
  const key = address.entity
    ? `${address.entity}/${address.id ?? ''}`
    : address.phase
      ? phaseKey(address.phase, address.round)
      : 'root';
  const cell = cellAt(workflow, trajectory, key);
  const machine = key === 'root' ? workflow.rootMachine : workflow.machines.get(cell?.machine ?? '');
  if (!cell || !machine?.events.has(command.event)) return undefined;
  return machine.takes(cell.value, command.event) ? undefined : `${cell.machine}:${cell.value}`;
}

const REASONS = ['reason', 'remarks', 'motivation'];

/** The needs of every workflow. */
export function generalNeeds<F>(): Record<string, NeedDef<F>> {
  return { ...whoAndWhere<F>(), ...whenAndWhy<F>() };
}

function whoAndWhere<F>(): Record<string, NeedDef<F>> {
  return defineNeeds<F>({
    NOT_ARCHIVED: {
      hard: true,
      sees: 'state',
      solvableBy: ['archivist'],
      met: ({ trajectory, workflow }) => trajectory.root.value !== workflow.sealedState,
    },
    ROLE_ALLOWED: {
      hard: true,
      sees: 'state',
      solvableBy: [],
      met: (view, data) => standing(view, data) !== 'no-right',
      vars: ({ command }) => ({ by: command.by.join(',') }),
    },
    STATE_FITS: {
      hard: true,
      sees: 'state',
      solvableBy: ['processCoordinator'],
      met: (view, data) => blockingState(view, draftOf(view, data), data) === undefined,
      vars: (view, data) => ({ state: blockingState(view, draftOf(view, data), data) ?? '' }),
    },
    DECIDER_KNOWN: {
      hard: true,
      sees: 'state',
      solvableBy: ['recorder'],
      met: (view, data) => standing(view, data) !== 'decider-unknown',
    },
  });
}

function whenAndWhy<F>(): Record<string, NeedDef<F>> {
  return defineNeeds<F>({
    NOT_IN_FUTURE: {
      hard: true,
      sees: 'payload',
      solvableBy: ['recorder'],
      met: ({ at, now, given }) => at <= now && (given.decidedOn ?? '') <= localDay(now),
    },
    REASON_GIVEN: {
      hard: true,
      sees: 'payload',
      solvableBy: ['recorder'],
      met: (view, data) => {
        const { field, when } = view.command.reason ?? {};
        const fields = field === undefined ? REASONS : [field];
        return (
          when?.(view, data) === false ||
          fields.some((name) => typeof data[name] === 'string' && data[name].trim() !== '')
        );
      },
    },
    PHASE_OPEN: {
      hard: false,
      kern: true,
      sees: 'state',
      solvableBy: ['processCoordinator'],
      met: ({ trajectory, address }) =>
        trajectory.phases.get(phaseKey(address.phase ?? '', address.round))?.startedAt !== undefined,
      vars: ({ address }) => ({ entry: address.phase ?? '' }),
    },
    NOT_PAUSED: {
      hard: false,
      kern: true,
      sees: 'state',
      solvableBy: ['client', 'processCoordinator'],
      met: ({ trajectory }) => trajectory.root.value !== 'paused',
    },
  });
}

/** The event as far as the payload makes it; undefined when only the state is asked about. */
function draftOf<F>(view: View<F>, data: Data): Recorded | undefined {
  return view.given.payload === undefined ? undefined : draftEvent(view, view.command, data);
}

/** An event with the envelope that machines and addressing look at. */
export function draftEvent<F>(view: View<F>, command: CommandDef<F>, data: Data): Recorded {
  const { address } = view;
  return {
    type: command.event,
    version: 1,
    data,
    meta: {
      occurredAt: view.at,
      ...(address.phase ? { phase: address.phase } : {}),
      ...(address.round ? { round: address.round } : {}),
    } as Recorded['meta'],
  };
}
