// The gate after each phase: the decision that closes it, and everything that decision still needs, whoever asks.
import type { Refusal } from '../../../workflows/kit/types.js';
import { possibleAt } from '../../../workflows/kit/possible.js';
import type { Facts } from '../../../workflows/facts/facts.js';
import type { Workflow } from '../../../workflows/kit/workflow.js';
import type { Role } from '../../../workflows/kit/types.js';
import type { PhaseView } from '../../../projections/status-overview/views.js';
import type { GateView } from '../../../web/parts/shapes.js';
import type { Standing } from '../reader.js';

/** The decision that leads out of a state; a phase that is not here by state has one closing decision. */
const NEXT: Readonly<Record<string, string>> = {
  'approval:estimating': 'RequestApproval',
  'approval:rejected': 'MakeEstimate',
  'approval:supplementPending': 'ApproveSupplement',
  'interpreting:interpreted': 'ValidateInterpretation',
  'interpreting:contested': 'ReviseInterpretation',
  'conversations:programming': 'ReleaseProgramme',
  'feedback:preparing': 'PrepareFeedback',
  'feedback:inApproval': 'ApproveFeedback',
};
const CLOSING: Readonly<Record<string, string>> = {
  approval: 'ApproveTimeAndMoney',
  organisation: 'ConfirmOrganisation',
  conversations: 'CompleteConversations',
  interpreting: 'InterpretResults',
  feedback: 'CloseFeedback',
};

export interface PhaseGate {
  gate: GateView;
  /** The decision behind the gate. */
  command?: string;
  missing: Refusal[];
}

/** The gate of one phase as it stands. */
export function gateOf(
  { workflow, trajectory, context }: Standing,
  { phase, round, state, skipped }: PhaseView,
): PhaseGate {
  if (skipped) return { gate: { kind: 'reason' }, missing: [] };
  if (state.word === 'klaar') return { gate: { kind: 'open' }, missing: [] };
  const name = NEXT[`${phase}:${state.value}`] ?? CLOSING[phase];
  const command = name === undefined ? undefined : workflow.commands.get(name);
  if (!command) return { gate: { kind: 'none' }, missing: [] };
  const roles = command.by.filter((by): by is Role => by !== 'system' && by !== 'participant');
  const asked = { ...context, actor: { ...context.actor, roles } };
  const address = { phase, ...(round === undefined ? {} : { round }) };
  const { missing } = possibleAt(
    workflow as unknown as Workflow<Facts>,
    trajectory,
    command as Parameters<typeof possibleAt<Facts>>[2],
    address,
    asked,
  );
  // Deciding for oneself only makes sense for a person; here it is asked for the role as such.
  const real = missing.filter(({ code }) => code !== 'APPROVER_NOT_REQUESTER' && code !== 'SECOND_PERSON');
  const specific = real.filter(({ code }) => code !== 'STATE_FITS');
  const shown = specific.length > 0 ? specific : real;
  return {
    gate: shown.length > 0 ? { kind: 'closed', needed: shown.length } : { kind: 'open' },
    command: command.name,
    missing: shown,
  };
}
