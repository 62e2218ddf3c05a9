// Worlds in which a need of a command is not met, brought about by commands: one line per case, with everything the refusal must list.
import { addDays } from '../../../../workflows/kit/time.js';
import type { Role } from '../../../../workflows/kit/types.js';
import * as routes from '../routes.js';
import { force, take, type Route } from '../routes.js';
import type { Payload } from '../samples.js';
import { personOf, type Extra, type World } from '../world.js';

export interface Unmet {
  command: string;
  /** All codes of the refusal, in its order: general ones, hard ones, soft ones. */
  missing: readonly string[];
  route: Route;
  change?: (world: World) => Payload;
  as?: readonly Role[];
  extra?: Extra;
}

const after =
  (from: Route, act: (world: World) => unknown): Route =>
  (workflow) => {
    const world = from(workflow);
    act(world);
    return world;
  };
const next = (from: Route, ...commands: string[]): Route => after(from, (world) => commands.forEach((command) => take(world, command)));
const paused = (from: Route): Route => after(from, (world) => world.must('client', 'PauseTrajectory', { reason: 'verkiezingen' }));
const set =
  (change: Payload): NonNullable<Unmet['change']> =>
  () =>
    change;

/** Roles are assigned and a contact is appointed, but time and money are not approved yet. */
const staffedEarly = after(routes.submitted, (world) => {
  take(world, 'AssignRole');
  take(world, 'AssignRole', { role: 'processCoordinator', responsibility: 'process' });
  take(world, 'AppointSingleContact');
});
const content = (accepted: boolean) => (world: World) => take(world, 'AssignRole', { accepted });
const process = (world: World) => take(world, 'AssignRole', { role: 'processCoordinator', responsibility: 'process' });
const contact = (world: World) => take(world, 'AppointSingleContact');
const with_ = (...acts: ((world: World) => unknown)[]): Route => after(routes.approved, (world) => acts.forEach((act) => act(world)));

/** The approver asked for it in another role. */
const selfAsked: Route = after(routes.estimated, (world) => world.must(['approver', 'processCoordinator'], 'RequestApproval', { approverRef: personOf('approver') }));
const selfSupplement: Route = after(routes.approved, (world) => world.must(['approver', 'processCoordinator'], 'RequestSupplement', { hours: 1, cents: 0, days: 0, reason: 'meer werk' }));
const requesterAsDecider: Extra = { decidedBy: { role: 'approver', function: 'budgethouder', ref: personOf('processCoordinator') }, evidence: { text: 'mail' } };

const adopted = (world: World, reason: string): Payload => ({ items: [{ contributionIds: [world.id('contributionId'), world.id('otherId')], outcome: 'adopted', reason }] });
const owing: Route = after(routes.validated, (world) => {
  const items = [{ contributionIds: [world.id('contributionId')], outcome: 'adopted', reason: 'goed idee' }];
  take(world, 'PrepareFeedback', { items, owed: [{ contributionIds: [world.id('otherId')], by: addDays(world.today, 30) }] });
  take(world, 'SendFeedback');
});

const root: Unmet[] = [
  { command: 'RegisterTrajectory', missing: ['CLIENT_AND_COORDINATOR_KNOWN'], route: routes.nothing, change: set({ clientRef: '' }) },
  { command: 'RegisterTrajectory', missing: ['CLIENT_AND_COORDINATOR_KNOWN'], route: routes.nothing, change: set({ coordinatorRef: '' }) },
  { command: 'CancelTrajectory', missing: ['STOP_MESSAGE_PLANNED'], route: routes.planned, change: set({ messagePlannedOn: undefined }) },
  { command: 'CancelTrajectory', missing: ['REASON_GIVEN', 'STOP_MESSAGE_PLANNED'], route: routes.planned, change: set({ messagePlannedOn: undefined, reason: '' }) },
  { command: 'CompleteTrajectory', missing: ['ALL_FEEDBACK_CLOSED'], route: routes.sent },
  { command: 'CompleteTrajectory', missing: ['STATE_FITS', 'NOT_PAUSED'], route: paused(routes.answered) },
  { command: 'CompleteTrajectory', missing: ['ALL_FEEDBACK_CLOSED', 'DECISIONS_EXPLAINED'], route: next(routes.answered, 'RecordDecision') },
  { command: 'CompleteTrajectory', missing: ['AGREEMENTS_SETTLED'], route: next(routes.answered, 'MakeAgreement') },
  { command: 'CompleteTrajectory', missing: ['AGREEMENTS_SETTLED'], route: next(routes.answered, 'MakeAgreement', 'BreakAgreement') },
  {
    command: 'CompleteTrajectory',
    missing: ['STATE_FITS', 'ALL_FEEDBACK_CLOSED', 'DECISIONS_EXPLAINED', 'AGREEMENTS_SETTLED', 'NOT_PAUSED'],
    route: paused(next(routes.sent, 'RecordDecision', 'MakeAgreement')),
  },
  { command: 'ArchiveTrajectory', missing: ['RETENTION_SET'], route: routes.completed, change: set({ keepUntil: undefined }) },
  { command: 'ArchiveTrajectory', missing: ['RETENTION_SET'], route: routes.completed, change: set({ selectionCategory: '' }) },
  { command: 'SkipPhase', missing: ['SKIP_ALLOWED'], route: routes.active },
  { command: 'SkipPhase', missing: ['SKIP_ALLOWED'], route: routes.informing, change: set({ phase: 'approval' }) },
  { command: 'SkipPhase', missing: ['SKIP_ALLOWED', 'REASON_GIVEN'], route: routes.active, change: set({ reason: '' }) },
  { command: 'OverrideGuard', missing: ['NEED_IS_SOFT'], route: routes.active, change: set({ needs: ['REPORTS_SHARED', 'NOTHING_OWED'] }) },
  {
    command: 'CorrectFact',
    missing: ['IS_A_FACT'],
    route: routes.active,
    change: ({ events }) => ({ eventId: events.find(({ type }) => type === 'QuestionSet')!.meta.id, field: '/question', before: 'x' }),
  },
];

const facts: Unmet[] = [
  { command: 'RecordIntake', missing: ['ROOM_FOR_INPUT'], route: routes.active, change: set({ room: 'none', levelReason: 'toch' }) },
  { command: 'RecordIntake', missing: ['LOWERING_BY_PLAN'], route: routes.planned, change: set({ level: 'inform', impactScore: 10 }) },
  { command: 'RecordIntake', missing: ['REASON_GIVEN'], route: routes.active, change: set({ level: 'advise' }) },
  { command: 'SetLevel', missing: ['LOWERING_BY_PLAN'], route: routes.planned, change: set({ level: 'inform' }) },
  { command: 'RemovePublicGroup', missing: ['CLIENT_AGREES_GROUP'], route: after(routes.active, (world) => take(world, 'AddPublicGroup', { required: true })) },
  { command: 'AssignRole', missing: ['CONTENT_NOT_WITH_COMMUNICATION'], route: routes.active, change: set({ isCommunication: true }) },
  { command: 'AcceptRole', missing: ['IS_ASSIGNEE'], route: routes.staffed },
  { command: 'AppointSingleContact', missing: ['FUNCTION_NAME'], route: routes.active, change: set({ publicName: 'Jan de Vries' }) },
  { command: 'RecordDecision', missing: ['MOTIVATION_IF_DEVIATING'], route: next(routes.held, 'SetLevel'), as: ['client'], change: set({ deviates: true }) },
];

const approval: Unmet[] = [
  { command: 'MakeEstimate', missing: ['PHASE_OPEN'], route: routes.registered },
  { command: 'ReturnApproval', missing: ['STATE_FITS', 'PHASE_OPEN'], route: routes.registered },
  { command: 'RequestSupplement', missing: ['STATE_FITS', 'PHASE_OPEN'], route: routes.registered },
  { command: 'ApproveTimeAndMoney', missing: ['APPROVER_NOT_REQUESTER'], route: selfAsked },
  { command: 'ApproveTimeAndMoney', missing: ['APPROVER_NOT_REQUESTER'], route: routes.submitted, as: ['processCoordinator'], extra: requesterAsDecider },
  { command: 'ApproveSupplement', missing: ['APPROVER_NOT_REQUESTER'], route: selfSupplement },
  { command: 'ApproveSupplement', missing: ['APPROVER_NOT_REQUESTER'], route: routes.supplementPending, as: ['processCoordinator'], extra: requesterAsDecider },
];

const organisation: Unmet[] = [
  { command: 'ConfirmOrganisation', missing: ['PHASE_OPEN'], route: staffedEarly },
  { command: 'ConfirmOrganisation', missing: ['CONTENT_ROLE_ACCEPTED', 'PROCESS_ROLE_ACCEPTED', 'SINGLE_CONTACT_NAMED'], route: routes.approved },
  { command: 'ConfirmOrganisation', missing: ['CONTENT_ROLE_ACCEPTED'], route: with_(content(false), process, contact) },
  { command: 'ConfirmOrganisation', missing: ['PROCESS_ROLE_ACCEPTED'], route: with_(content(true), contact) },
  { command: 'ConfirmOrganisation', missing: ['SINGLE_CONTACT_NAMED'], route: with_(content(true), process) },
];

const conversations: Unmet[] = [
  { command: 'PlanConversation', missing: ['PHASE_OPEN'], route: routes.staffed },
  { command: 'CloseRoundForInput', missing: ['STATE_FITS', 'PHASE_OPEN'], route: routes.staffed },
  { command: 'ReleaseProgramme', missing: ['NOT_PAUSED'], route: paused(routes.planned) },
  { command: 'CloseRoundForInput', missing: ['NOT_PAUSED'], route: paused(routes.held) },
  { command: 'CloseRoundForInput', missing: ['CONVERSATIONS_DONE'], route: next(routes.held, 'PlanConversation') },
  { command: 'CompleteConversations', missing: ['NOT_PAUSED'], route: paused(routes.reported) },
  { command: 'CompleteConversations', missing: ['CONVERSATIONS_DONE'], route: next(routes.reported, 'PlanConversation') },
  { command: 'CompleteConversations', missing: ['REPORTS_SHARED'], route: routes.held },
  { command: 'CompleteConversations', missing: ['NOT_PAUSED', 'CONVERSATIONS_DONE', 'REPORTS_SHARED'], route: paused(next(routes.held, 'PlanConversation')) },
];

const interpreting: Unmet[] = [
  { command: 'ClusterContributions', missing: ['PHASE_OPEN'], route: routes.organised, change: set({ clusters: [] }) },
  { command: 'InterpretResults', missing: ['PHASE_OPEN'], route: routes.organised },
  { command: 'InterpretResults', missing: ['NOT_PAUSED'], route: paused(routes.weighed) },
  { command: 'InterpretResults', missing: ['ALL_HAVE_OUTCOME'], route: routes.conversed },
  { command: 'ValidateInterpretation', missing: ['NOT_PAUSED'], route: paused(routes.interpreted) },
  { command: 'ValidateInterpretation', missing: ['QUESTION_ANSWERED'], route: after(routes.weighed, (world) => take(world, 'InterpretResults', { answered: 'no' })) },
  { command: 'ValidateInterpretation', missing: ['WITH_PARTICIPANTS'], route: after(routes.interpreted, (world) => take(world, 'SetLevel', { level: 'coproduce' })) },
];

const feedback: Unmet[] = [
  { command: 'PrepareFeedback', missing: ['PHASE_OPEN'], route: routes.organised },
  { command: 'PrepareFeedback', missing: ['REASON_PER_ITEM'], route: routes.validated, change: (world) => adopted(world, ' ') },
  { command: 'PrepareFeedback', missing: ['OWED_HAS_DATE'], route: routes.validated, change: set({ items: [] }) },
  { command: 'CloseFeedback', missing: ['REACTION_TIME_PASSED'], route: routes.sent },
  { command: 'CloseFeedback', missing: ['NOTHING_OWED'], route: after(owing, (world) => world.pass(8)) },
  { command: 'CloseFeedback', missing: ['NOTHING_OWED', 'REACTION_TIME_PASSED'], route: owing, as: ['processCoordinator'] },
];

/** The version that was announced came after the idea, or nobody was told of the one that held. */
const contribution: Unmet[] = [
  {
    command: 'RejectContribution',
    missing: ['FRAME_IN_FORCE'],
    route: after(next(routes.held, 'AmendFrame'), (world) => take(world, 'AnnounceFrames', { frames: [{ frameId: world.id('frameId'), version: 2 }], on: addDays(world.today, -10) })),
    change: set({ frameVersion: 2 }),
  },
  {
    command: 'RejectContribution',
    missing: ['FRAME_ANNOUNCED_BEFORE_IDEA'],
    route: after(routes.organised, (world) => force(world, 'ReceiveContribution')),
  },
  {
    command: 'RejectContribution',
    missing: ['FRAME_ANNOUNCED_BEFORE_IDEA'],
    // On the day of the idea itself, and not in the opening of its conversation.
    route: after(routes.organised, (world) => take(take(world.pass(1), 'AnnounceFrames'), 'ReceiveContribution')),
  },
  { command: 'PassOnContribution', missing: ['RECEIVER_KNOWN'], route: routes.held, change: set({ receiverRef: undefined }) },
  { command: 'MergeContributions', missing: ['TARGET_OPEN'], route: after(routes.held, (world) => take(world, 'WithdrawContribution', { contributionId: world.id('otherId') })) },
  { command: 'MergeContributions', missing: ['TARGET_OPEN'], route: routes.held, change: (world) => ({ intoId: world.id('contributionId') }) },
];

export const unmet: readonly Unmet[] = [...root, ...facts, ...approval, ...organisation, ...conversations, ...interpreting, ...feedback, ...contribution];
