// Commands of the trajectory as a whole.
import type { Facts } from '../facts/facts.js';
import { defineCommands, type Data, type View } from '../kit/commands.js';
import { pointerMatches, valueAt, withValue, type Leaf } from '../kit/leaves.js';
import { phaseEvents } from '../kit/phase-events.js';
import { PHASES } from '../kit/fields.js';
import { localDay } from '../kit/time.js';
import { TEAM, type Recorded, type Rejection, type Trajectory } from '../kit/types.js';
import { events } from './root.events.js';

const senderAs = (role: string) => (view: View<Facts>) =>
  view.actor.roles.some((own) => own === role) ? view.actor.ref : undefined;

/** Where a corrected event happened, so that later phases come under review. */
function phaseOfCorrected(data: Data, trajectory: Trajectory<Facts>): { phase?: string; round?: string } | undefined {
  const original = trajectory.events.get(String(data.eventId));
  const phase = original?.meta.phase ?? (typeof original?.data.phase === 'string' ? original.data.phase : undefined);
  if (!PHASES.some((known) => known === phase)) return {};
  return { phase, round: original?.meta.round };
}

/** What is wrong with a correction: it starts from another value than the one in force, or ends in one that the event could not have had. */
function wrongCorrection(view: View<Facts>, data: Data): Rejection | undefined {
  const original = view.trajectory.events.get(String(data.eventId));
  const field = String(data.field);
  if (!original || !isCorrectable(view, original, field)) return undefined;
  const inForce = valueAt(original.data, field) ?? null;
  if (inForce !== data.before)
    return {
      code: 'already-changed',
      pointer: '/payload/before',
      detail: { expected: JSON.stringify(inForce), got: JSON.stringify(data.before) },
    };
  return impossibleValue(view, original, field, data.after as Corrected);
}

type Corrected = string | number | boolean | null;
function impossibleValue(
  view: View<Facts>,
  original: Recorded,
  field: string,
  after: Corrected,
): Rejection | undefined {
  const pointer = '/payload/after';
  const def = view.workflow.events.get(original.type);
  const corrected = withValue(original.data, field, after ?? undefined);
  if (def?.schema.safeParse(corrected).error || (valueAt(corrected, field) ?? null) !== after)
    return { code: 'invalid', pointer, detail: { issue: 'invalid-union' } };
  const register = leafAt(view, original, field)?.meta.ref;
  const knows = register === undefined ? undefined : view.workflow.refs[register];
  if (after !== null && knows && !knows(view, String(after)))
    return { code: 'unknown-id', pointer, detail: { register: register ?? '' } };
  const happened = field === '/on' || field === '/happenedOn';
  return happened && String(after) > localDay(view.now)
    ? { code: 'invalid', pointer, detail: { issue: 'in-future' } }
    : undefined;
}

function unknownNeed(view: View<Facts>, data: Data): Rejection | undefined {
  const unknown = (data.needs as string[]).find((code) => !view.workflow.needs.has(code));
  const command = view.workflow.commands.has(String(data.command)) ? undefined : String(data.command);
  const wrong = unknown ?? command;
  return wrong === undefined
    ? undefined
    : {
        code: 'invalid',
        pointer: unknown ? '/payload/needs' : '/payload/command',
        detail: { issue: 'unknown-value', got: wrong },
      };
}

function leafAt(view: View<Facts>, original: Recorded, field: string): Leaf | undefined {
  return view.workflow.events.get(original.type)?.leaves.find(({ path }) => pointerMatches(field, path));
}

/** Whether a field of a stored event may be corrected: any of a fact, the marked ones of a decision. Never the id of what it is about. */
export function isCorrectable(view: View<Facts>, original: Recorded, field: string): boolean {
  const leaf = leafAt(view, original, field);
  const name = leaf?.path[0] ?? '';
  const madeHere = leaf?.meta.kind === 'id' && leaf.meta.ref === undefined;
  const steps = view.workflow.takers
    .get(original.type)
    ?.entities.some(({ key }) => name === `${key}Id` || name === `${key}Ids`);
  if (leaf === undefined || madeHere || steps) return false;
  return view.workflow.events.get(original.type)?.kind === 'fact' || leaf.meta.fact === true;
}

export const commands = defineCommands<Facts>(
  'root',
  { ...events, ...phaseEvents },
  {
    RegisterTrajectory: {
      event: 'TrajectoryRegistered',
      by: ['processCoordinator', 'projectLeader', 'client', 'admin'],
      needs: ['CLIENT_AND_COORDINATOR_KNOWN'],
      opensStream: true,
      defaults: {
        version: ({ workflow }) => workflow.version,
        level: () => 'consult',
        clientRef: (view) => senderAs('client')(view) ?? '',
        coordinatorRef: (view) => senderAs('processCoordinator')(view) ?? '',
        lawBasis: () => [],
        startOn: ({ today }) => today,
        logbookForm: () => 'internal',
      },
    },
    PlanRound: { event: 'RoundPlanned', by: ['processCoordinator', 'projectLeader'], makes: ['roundId'] },
    SkipPhase: { event: 'PhaseSkipped', by: ['client', 'processCoordinator'], needs: ['SKIP_ALLOWED', 'REASON_GIVEN'] },
    ReopenPhase: {
      event: 'PhaseReopened',
      by: ['client', 'projectLeader', 'processCoordinator'],
      needs: ['REASON_GIVEN'],
      defaults: { roundId: ({ facts }, data) => (isPerRound(data.phase) ? onlyRound(facts) : undefined) },
      address: (data) => ({
        phase: String(data.phase),
        ...(typeof data.roundId === 'string' ? { round: data.roundId } : {}),
      }),
    },
    OverrideGuard: {
      event: 'GuardOverridden',
      by: ['client', 'projectLeader', 'processCoordinator'],
      needs: ['NEED_IS_SOFT', 'REASON_GIVEN'],
      conflict: unknownNeed,
    },
    CorrectFact: {
      event: 'FactCorrected',
      by: [...TEAM, 'areaManager', 'singleContact', 'strategicAdviser', 'author'],
      needs: ['IS_A_FACT', 'REASON_GIVEN'],
      reason: { when: (_view, data) => data.before !== '' && data.before !== null },
      phaseOf: (data, _facts, trajectory) => phaseOfCorrected(data, trajectory),
      conflict: wrongCorrection,
    },
    PauseTrajectory: {
      event: 'TrajectoryPaused',
      by: ['client'],
      needs: ['REASON_GIVEN'],
      defaults: { participantsTold: () => false },
    },
    ResumeTrajectory: {
      event: 'TrajectoryResumed',
      by: ['client', 'processCoordinator'],
      defaults: { shiftDays: () => 0 },
    },
    CancelTrajectory: {
      event: 'TrajectoryCancelled',
      by: ['client'],
      needs: ['REASON_GIVEN', 'STOP_MESSAGE_PLANNED'],
      defaults: { participantsInvolved: ({ facts }) => facts.invitations.size > 0 },
    },
    CompleteTrajectory: {
      event: 'TrajectoryCompleted',
      by: ['processCoordinator', 'client'],
      needs: ['NOT_PAUSED', 'ALL_FEEDBACK_CLOSED', 'DECISIONS_EXPLAINED', 'AGREEMENTS_SETTLED'],
      settlesDue: true,
      defaults: { on: ({ today }) => today },
    },
    ReopenTrajectory: { event: 'TrajectoryReopened', by: ['client'], needs: ['REASON_GIVEN'] },
    ArchiveTrajectory: {
      event: 'TrajectoryArchived',
      by: ['archivist'],
      needs: ['RETENTION_SET'],
      defaults: { selectionCategory: () => '', keepUntil: () => '' },
    },
  },
);

const isPerRound = (phase: unknown): boolean =>
  phase === 'conversations' || phase === 'interpreting' || phase === 'feedback';
const onlyRound = (facts: Facts): string | undefined =>
  facts.rounds.size === 1 ? [...facts.rounds.keys()][0] : undefined;
