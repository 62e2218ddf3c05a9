// For every command a world in which its first rightful role may give it as it stands, every need met.
import * as routes from './routes.js';
import { take, type Route } from './routes.js';
import { personOf, type World } from './world.js';

const after =
  (from: Route, act: (world: World) => unknown): Route =>
  (workflow) => {
    const world = from(workflow);
    act(world);
    return world;
  };
const next = (from: Route, ...commands: string[]): Route =>
  after(from, (world) => commands.forEach((command) => take(world, command)));

/** Commands that fit most days: groups, frames, a conversation and contributions are there. */
const anyDay = routes.held;

const homes: Readonly<Record<string, Route>> = {
  RegisterTrajectory: routes.nothing,
  SkipPhase: routes.informing,
  ReopenPhase: routes.approved,
  CorrectFact: after(anyDay, (world) =>
    world.must('alderman', 'NoteDirectRoute', { to: 'alderman', topic: 'het parkeren' }),
  ),
  PauseTrajectory: routes.active,
  ResumeTrajectory: routes.paused,
  CompleteTrajectory: routes.answered,
  ReopenTrajectory: routes.completed,
  ArchiveTrajectory: routes.completed,
  AcceptRole: after(routes.active, (world) =>
    take(world, 'AssignRole', {
      role: 'buddy',
      assigneeRef: personOf('buddy'),
      responsibility: 'buddy',
      accepted: false,
    }),
  ),
  HandleDirectRoute: next(routes.active, 'NoteDirectRoute'),
  AnswerAdviser: next(routes.active, 'AskAdviser'),
  GiveSecondOpinion: next(routes.active, 'RequestSecondOpinion'),
  MakeEstimate: routes.active,
  RequestApproval: routes.estimated,
  ReturnApproval: routes.submitted,
  ApproveTimeAndMoney: routes.submitted,
  RejectTimeAndMoney: routes.submitted,
  RequestSupplement: routes.approved,
  ApproveSupplement: routes.supplementPending,
  RejectSupplement: routes.supplementPending,
  ConfirmOrganisation: routes.staffed,
  PlanConversation: routes.organised,
  SetProgramme: routes.planned,
  ReleaseProgramme: routes.planned,
  HoldConversation: routes.planned,
  PostponeConversation: routes.planned,
  RescheduleConversation: routes.planned,
  CancelConversation: routes.planned,
  CompleteConversations: routes.reported,
  ReopenRound: routes.conversed,
  InterpretResults: routes.weighed,
  ValidateInterpretation: routes.interpreted,
  ReviseInterpretation: next(routes.interpreted, 'ContestInterpretation'),
  RequestMoreInput: routes.interpreted,
  PrepareFeedback: routes.validated,
  ReturnFeedback: routes.prepared,
  ApproveFeedback: routes.prepared,
  SendFeedback: routes.prepared,
  RecordReaction: routes.sent,
  CorrectFeedback: routes.sent,
  CloseFeedback: routes.reacted,
  // Participants decide along only at the levels that promise them so.
  RecordDecision: after(anyDay, (world) => take(world, 'SetLevel', { level: 'codecide' })),
  MakeClientChoice: next(anyDay, 'EscalateContribution'),
  AcceptPassedOn: next(anyDay, 'PassOnContribution'),
  ReconsiderContribution: next(anyDay, 'AdoptContribution'),
  RescheduleAgreement: next(anyDay, 'MakeAgreement'),
  FulfilAgreement: next(anyDay, 'MakeAgreement'),
  BreakAgreement: next(anyDay, 'MakeAgreement'),
  TellBrokenAgreement: next(anyDay, 'MakeAgreement', 'BreakAgreement'),
};

/** The home world of a command. */
export const homeOf = (command: string): Route => homes[command] ?? anyDay;
