// Owed acts: the decisions that someone should take now (domain.md section 6). Facts are not owed; what is missing is owed by who can solve it.
import type { Facts } from '../facts/facts.js';
import { phaseKeys } from '../kit/evolve.js';
import { possibleAt } from '../kit/possible.js';
import { isFinished, place } from '../kit/react.js';
import { idOf, SYSTEM_REF } from '../kit/ids.js';
import type { Address, Cell, Id, Instant, Named, Refusal, Role, Settings, Trajectory } from '../kit/types.js';
import type { Workflow } from '../kit/workflow.js';

export interface OwedAct {
  command: string;
  address: Address;
  /** When the reason began: the state was entered, the entry recorded. */
  since: Instant;
  /** Roles that may decide, or that can solve what is missing. */
  by: (Role | Named)[];
  /** A single person, when only that person can (the author of an entry). */
  ref?: Id;
  /** The thing it is about, where the address does not say so (a log entry). */
  about?: Id;
  missing: Refusal[];
  /** How many things the line stands for (contributions of one round and state). */
  count: number;
}

type T = Trajectory<Facts>;
interface Wanted {
  command: string;
  address: Address;
  since: Instant;
  count?: number;
  ref?: Id;
  about?: Id;
}

/** What is owed in this trajectory, oldest first. `at` is the moment of asking, for needs that look at the clock. */
export function owedActs(workflow: Workflow<Facts>, trajectory: T, settings: Settings, at: Instant): OwedAct[] {
  const wanted = [
    ...rootOwed(workflow, trajectory),
    ...phaseKeys(workflow, trajectory).flatMap((key) => phaseOwed(trajectory, key)),
    ...contributionsOwed(trajectory),
    ...entriesOwed(trajectory),
  ];
  return wanted
    .map((one) => toAct(workflow, trajectory, settings, at, one))
    .filter((act) => act !== undefined)
    .sort((a, b) => a.since.localeCompare(b.since) || a.command.localeCompare(b.command));
}

function toAct(
  workflow: Workflow<Facts>,
  trajectory: T,
  settings: Settings,
  at: Instant,
  wanted: Wanted,
): OwedAct | undefined {
  const command = workflow.commands.get(wanted.command);
  if (!command) return undefined;
  const roles = command.by.filter((by): by is Role => !NAMED.has(by));
  const context = {
    actor: { kind: 'person', ref: SYSTEM_REF, roles },
    now: at,
    settings,
    commandId: ASKING,
    commandHash: '',
    correlationId: '',
  } as const;
  const { missing } = possibleAt(workflow, trajectory, command, wanted.address, context);
  if (missing.some(({ code }) => code === 'STATE_FITS' || code === 'NOT_ARCHIVED')) return undefined;
  const by = missing.length > 0 ? [...new Set(missing.flatMap(({ solvableBy }) => solvableBy))] : [...command.by];
  const { command: name, address, since, ref, about } = wanted;
  return {
    command: name,
    address,
    since,
    by: ref ? ['author'] : by,
    ...(ref ? { ref } : {}),
    ...(about ? { about } : {}),
    missing,
    count: wanted.count ?? 1,
  };
}
/** Nothing is decided here, so one id will do. */
const ASKING = idOf('owed');
const NAMED = new Set<string>(['assignee', 'receiver', 'author', 'owner', 'recorder']);

function rootOwed(workflow: Workflow<Facts>, trajectory: T): Wanted[] {
  const { root } = trajectory;
  const owe = (command: string): Wanted[] => [{ command, address: {}, since: root.context.since }];
  if (root.value === 'paused') return owe('ResumeTrajectory');
  if (root.value === 'completed' || root.value === 'cancelled') return owe('ArchiveTrajectory');
  const keys = phaseKeys(workflow, trajectory);
  const finished = keys.filter((key) => isFinished(workflow, trajectory, key));
  if (root.value !== 'active' || !keys.every((key) => finished.includes(key) || isUntouched(trajectory, key)))
    return [];
  if (!finished.some((key) => place(key).round !== undefined)) return [];
  const closedAt = finished.map((key) => trajectory.cells.get(key)?.context.since ?? '').sort();
  return [{ command: 'CompleteTrajectory', address: {}, since: closedAt.at(-1) || root.context.since }];
}

/** A round in which nothing was heard counts as closed, but only once another one was closed. */
function isUntouched(trajectory: T, key: string): boolean {
  return place(key).round !== undefined && trajectory.phases.get(key)?.startedAt === undefined;
}

function phaseOwed(trajectory: T, key: string): Wanted[] {
  const cell = trajectory.cells.get(key);
  if (!cell || trajectory.root.value !== 'active' || trajectory.phases.get(key)?.skipped) return [];
  const { phase, round } = place(key);
  const command = commandOwed(trajectory, cell, round);
  if (command === undefined) return [];
  const since = cell.context.since || (trajectory.phases.get(key)?.startedAt ?? '');
  const started = trajectory.phases.get(key)?.startedAt;
  return started === undefined
    ? []
    : [{ command, address: { phase, ...(round ? { round } : {}) }, since: since > started ? since : started }];
}

function commandOwed(trajectory: T, cell: Cell, round: string | undefined): string | undefined {
  const { facts, cells } = trajectory;
  switch (`${cell.machine}:${cell.value}`) {
    case 'approval:estimating':
      return [...facts.estimates.values()].some(({ madeAt }) => madeAt >= cell.context.since)
        ? 'RequestApproval'
        : 'MakeEstimate';
    case 'conversations:programming':
      return ofRound(facts, round).length === 0 ? 'PlanConversation' : undefined;
    case 'conversations:running':
    case 'conversations:reporting':
      return ofRound(facts, round).every((one) => one.heldOn !== undefined || one.cancelled)
        ? 'CompleteConversations'
        : undefined;
    case 'interpreting:collecting':
    case 'interpreting:assessing':
      return cells.get(`conversations/${round}`)?.value === 'closed' ? 'InterpretResults' : undefined;
    case 'feedback:preparing':
      return cells.get(`interpreting/${round}`)?.value === 'validated' || !facts.rounds.has(round ?? '')
        ? 'PrepareFeedback'
        : undefined;
    default:
      return OWED_IN_STATE[`${cell.machine}:${cell.value}`];
  }
}

const OWED_IN_STATE: Record<string, string> = {
  'approval:rejected': 'MakeEstimate',
  'approval:submitted': 'ApproveTimeAndMoney',
  'approval:supplementPending': 'ApproveSupplement',
  'organisation:designing': 'ConfirmOrganisation',
  'organisation:vacancy': 'ConfirmOrganisation',
  'interpreting:interpreted': 'ValidateInterpretation',
  'interpreting:contested': 'ReviseInterpretation',
  'feedback:inApproval': 'ApproveFeedback',
};

const ofRound = (facts: Facts, round: string | undefined) =>
  [...facts.conversations.values()].filter((one) => one.roundId === round);

/**
 * States of a contribution without an outcome, and the decision each waits for: its outcome, whichever it becomes. Assessing it first is a
 * need of that outcome (in volledig), not something owed by itself.
 */
const OUTCOME_OWED: Record<string, string> = {
  received: 'AdoptContribution',
  asked: 'AdoptContribution',
  assessed: 'AdoptContribution',
  escalated: 'MakeClientChoice',
};

/** One line per round and state, however many contributions there are. */
function contributionsOwed(trajectory: T): Wanted[] {
  if (trajectory.root.value !== 'active') return [];
  const lines = new Map<string, Wanted & { ids: Id[] }>();
  for (const { id, roundId } of trajectory.facts.contributions.values()) {
    const cell = trajectory.cells.get(`contribution/${id}`);
    const command = OUTCOME_OWED[cell?.value ?? ''];
    if (!cell || command === undefined) continue;
    const key = `${roundId ?? ''} ${cell.value}`;
    const line = lines.get(key) ?? {
      command,
      address: { entity: 'contribution', id, ...(roundId ? { round: roundId } : {}) },
      since: cell.context.since,
      count: 0,
      ids: [],
    };
    line.count = (line.count ?? 0) + 1;
    if (cell.context.since < line.since) line.since = cell.context.since;
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** A quick log entry stays owed by its author until with whom and the yield are filled in. */
function entriesOwed(trajectory: T): Wanted[] {
  return [...trajectory.facts.logEntries.values()]
    .filter((entry) => entry.incomplete && (entry.withWhom.length === 0 || entry.yield === ''))
    .map((entry) => ({
      command: 'CorrectFact',
      address: {},
      since: entry.recordedAt,
      ref: entry.authorRef,
      about: entry.id,
    }));
}
