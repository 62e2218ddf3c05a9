// Needs not met around the trajectory as a whole, its facts, the approval and the organisation: one line per case, with the whole refusal.
import * as routes from '../routes.js';
import { take, type Route } from '../routes.js';
import { personOf, type Extra, type World } from '../world.js';
import { after, next, paused, set, type Unmet } from './cases.js';

/** Roles are assigned and a contact is appointed, but time and money are not approved yet. */
const staffedEarly = after(routes.submitted, (world) => {
  take(world, 'AssignRole');
  take(world, 'AssignRole', { role: 'processCoordinator', responsibility: 'process' });
  take(world, 'AppointSingleContact');
});
const content = (accepted: boolean) => (world: World) => take(world, 'AssignRole', { accepted });
const process = (world: World) => take(world, 'AssignRole', { role: 'processCoordinator', responsibility: 'process' });
const contact = (world: World) => take(world, 'AppointSingleContact');
const with_ = (...acts: ((world: World) => unknown)[]): Route =>
  after(routes.approved, (world) => acts.forEach((act) => act(world)));

/** The approver asked for it in another role. */
const selfAsked: Route = after(routes.estimated, (world) =>
  world.must(['approver', 'processCoordinator'], 'RequestApproval', { approverRef: personOf('approver') }),
);
const selfSupplement: Route = after(routes.approved, (world) =>
  world.must(['approver', 'processCoordinator'], 'RequestSupplement', {
    hours: 1,
    cents: 0,
    days: 0,
    reason: 'meer werk',
  }),
);
const requesterAsDecider: Extra = {
  decidedBy: { role: 'approver', function: 'budgethouder', ref: personOf('processCoordinator') },
  evidence: { text: 'mail' },
};

const root: Unmet[] = [
  {
    command: 'RegisterTrajectory',
    missing: ['CLIENT_AND_COORDINATOR_KNOWN'],
    route: routes.nothing,
    change: set({ clientRef: '' }),
  },
  {
    command: 'RegisterTrajectory',
    missing: ['CLIENT_AND_COORDINATOR_KNOWN'],
    route: routes.nothing,
    change: set({ coordinatorRef: '' }),
  },
  {
    command: 'CancelTrajectory',
    missing: ['STOP_MESSAGE_PLANNED'],
    route: routes.planned,
    change: set({ messagePlannedOn: undefined }),
  },
  {
    command: 'CancelTrajectory',
    missing: ['REASON_GIVEN', 'STOP_MESSAGE_PLANNED'],
    route: routes.planned,
    change: set({ messagePlannedOn: undefined, reason: '' }),
  },
  { command: 'CompleteTrajectory', missing: ['ALL_FEEDBACK_CLOSED'], route: routes.sent },
  { command: 'CompleteTrajectory', missing: ['STATE_FITS', 'NOT_PAUSED'], route: paused(routes.answered) },
  {
    command: 'CompleteTrajectory',
    missing: ['ALL_FEEDBACK_CLOSED', 'DECISIONS_EXPLAINED'],
    route: next(routes.answered, 'RecordDecision'),
  },
  { command: 'CompleteTrajectory', missing: ['AGREEMENTS_SETTLED'], route: next(routes.answered, 'MakeAgreement') },
  {
    command: 'CompleteTrajectory',
    missing: ['AGREEMENTS_SETTLED'],
    route: next(routes.answered, 'MakeAgreement', 'BreakAgreement'),
  },
  {
    command: 'CompleteTrajectory',
    missing: ['STATE_FITS', 'ALL_FEEDBACK_CLOSED', 'DECISIONS_EXPLAINED', 'AGREEMENTS_SETTLED', 'NOT_PAUSED'],
    route: paused(next(routes.sent, 'RecordDecision', 'MakeAgreement')),
  },
  {
    command: 'ArchiveTrajectory',
    missing: ['RETENTION_SET'],
    route: routes.completed,
    change: set({ keepUntil: undefined }),
  },
  {
    command: 'ArchiveTrajectory',
    missing: ['RETENTION_SET'],
    route: routes.completed,
    change: set({ selectionCategory: '' }),
  },
  { command: 'SkipPhase', missing: ['SKIP_ALLOWED'], route: routes.active },
  { command: 'SkipPhase', missing: ['SKIP_ALLOWED'], route: routes.informing, change: set({ phase: 'approval' }) },
  {
    command: 'SkipPhase',
    missing: ['SKIP_ALLOWED', 'REASON_GIVEN'],
    route: routes.active,
    change: set({ reason: '' }),
  },
  {
    command: 'OverrideGuard',
    missing: ['NEED_IS_SOFT'],
    route: routes.active,
    change: set({ needs: ['REPORTS_SHARED', 'NOTHING_OWED'] }),
  },
  {
    command: 'CorrectFact',
    missing: ['IS_A_FACT'],
    route: routes.active,
    change: ({ events }) => ({
      eventId: events.find(({ type }) => type === 'QuestionSet')!.meta.id,
      field: '/question',
      before: 'x',
    }),
  },
];

const facts: Unmet[] = [
  {
    command: 'RecordIntake',
    missing: ['ROOM_FOR_INPUT'],
    route: routes.active,
    change: set({ room: 'none', levelReason: 'toch' }),
  },
  {
    command: 'RecordIntake',
    missing: ['LOWERING_BY_PLAN'],
    route: routes.planned,
    change: set({ level: 'inform', impactScore: 10 }),
  },
  { command: 'RecordIntake', missing: ['REASON_GIVEN'], route: routes.active, change: set({ level: 'advise' }) },
  { command: 'SetLevel', missing: ['LOWERING_BY_PLAN'], route: routes.planned, change: set({ level: 'inform' }) },
  {
    command: 'RemovePublicGroup',
    missing: ['CLIENT_AGREES_GROUP'],
    route: after(routes.active, (world) => take(world, 'AddPublicGroup', { required: true })),
  },
  {
    command: 'AssignRole',
    missing: ['CONTENT_NOT_WITH_COMMUNICATION'],
    route: routes.active,
    change: set({ isCommunication: true }),
  },
  { command: 'AcceptRole', missing: ['IS_ASSIGNEE'], route: routes.staffed },
  {
    command: 'AppointSingleContact',
    missing: ['FUNCTION_NAME'],
    route: routes.active,
    change: set({ publicName: 'Jan de Vries' }),
  },
  {
    command: 'RecordDecision',
    missing: ['MOTIVATION_IF_DEVIATING'],
    route: next(routes.held, 'SetLevel'),
    as: ['client'],
    change: set({ deviates: true }),
  },
];

const approval: Unmet[] = [
  { command: 'MakeEstimate', missing: ['PHASE_OPEN'], route: routes.registered },
  { command: 'ReturnApproval', missing: ['STATE_FITS', 'PHASE_OPEN'], route: routes.registered },
  { command: 'RequestSupplement', missing: ['STATE_FITS', 'PHASE_OPEN'], route: routes.registered },
  { command: 'ApproveTimeAndMoney', missing: ['APPROVER_NOT_REQUESTER'], route: selfAsked },
  {
    command: 'ApproveTimeAndMoney',
    missing: ['APPROVER_NOT_REQUESTER'],
    route: routes.submitted,
    as: ['processCoordinator'],
    extra: requesterAsDecider,
  },
  { command: 'ApproveSupplement', missing: ['APPROVER_NOT_REQUESTER'], route: selfSupplement },
  {
    command: 'ApproveSupplement',
    missing: ['APPROVER_NOT_REQUESTER'],
    route: routes.supplementPending,
    as: ['processCoordinator'],
    extra: requesterAsDecider,
  },
];

const organisation: Unmet[] = [
  { command: 'ConfirmOrganisation', missing: ['PHASE_OPEN'], route: staffedEarly },
  {
    command: 'ConfirmOrganisation',
    missing: ['CONTENT_ROLE_ACCEPTED', 'PROCESS_ROLE_ACCEPTED', 'SINGLE_CONTACT_NAMED'],
    route: routes.approved,
  },
  {
    command: 'ConfirmOrganisation',
    missing: ['CONTENT_ROLE_ACCEPTED'],
    route: with_(content(false), process, contact),
  },
  { command: 'ConfirmOrganisation', missing: ['PROCESS_ROLE_ACCEPTED'], route: with_(content(true), contact) },
  { command: 'ConfirmOrganisation', missing: ['SINGLE_CONTACT_NAMED'], route: with_(content(true), process) },
];

export const unmetBefore: readonly Unmet[] = [...root, ...facts, ...approval, ...organisation];
