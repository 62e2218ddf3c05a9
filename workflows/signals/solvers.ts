// Who can solve a signal: the roles of the command that clears it, as the rule table gives them.
import { TEAM, type Named, type Role } from '../kit/types.js';

const AREA: readonly Role[] = [...TEAM, 'areaManager', 'singleContact'];
const TALKING: readonly Role[] = [...AREA, 'alderman', 'clerk'];
const LEADING: readonly Role[] = ['processCoordinator', 'projectLeader'];

/** By command; a test holds it to the workflow. */
export const SOLVERS: Readonly<Record<string, readonly (Role | Named)[]>> = {
  AnnounceFrames: TEAM,
  ApproveTimeAndMoney: ['approver'],
  ApproveSupplement: ['approver'],
  RequestSupplement: LEADING,
  AssignRole: ['client', 'processCoordinator', 'management'],
  AppointSingleContact: [...LEADING, 'client'],
  SetQuestion: LEADING,
  RescheduleConversation: LEADING,
  ShareReport: TEAM,
  PlanConversation: LEADING,
  RecordAftercare: TALKING,
  HandleDirectRoute: TALKING,
  ValidateInterpretation: LEADING,
  PlanRound: LEADING,
  AdoptContribution: ['projectLeader'],
  MakeClientChoice: ['client'],
  AcceptPassedOn: ['areaManager', 'receiver'],
  SendFeedback: TEAM,
  CorrectFeedback: LEADING,
  FulfilAgreement: AREA,
  TellBrokenAgreement: AREA,
  AnswerAdviser: ['strategicAdviser'],
  GiveSecondOpinion: ['strategicAdviser'],
  CorrectFact: [...AREA, 'strategicAdviser', 'author'],
};

/** Who owes that a signal goes: the roles of its command, or the author alone of an unfinished log entry. */
export const solversOf = (code: string, command: string): readonly (Role | Named)[] =>
  code === 'ENTRY_INCOMPLETE' ? ['author'] : (SOLVERS[command] ?? []);

/** Commands with which this role clears signals. */
export const commandsOf = (role: string): string[] =>
  Object.keys(SOLVERS).filter((command) => (SOLVERS[command] as readonly string[]).includes(role));
