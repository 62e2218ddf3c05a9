// The signals of kern: how urgent each is, which commands clear it, which source asks for it, and where it comes from in a history.
import { approvalLate, budgetOverrun, startWithoutApproval } from './approval.js';
import type { SignalCode } from './codes.js';
import { framesNotAnnounced, noSingleContact, questionMissing } from './contact.js';
import { contributionUnanswered, escalationWaiting, passedOnLost } from './contributions.js';
import { groupNotHeard, invitationTooLate, reportMissing, tension } from './conversations.js';
import { feedbackNegative, feedbackOverdue, stopNotTold } from './feedback.js';
import { noRoleDivision } from './organisation.js';
import { questionNotAnswered, resultsNotInterpreted } from './rounds.js';
import type { Story } from './story.js';
import {
  adviceWaiting,
  agreementBroken,
  agreementOverdue,
  decisions,
  directRoute,
  entryIncomplete,
  privacyRisk,
} from './things.js';
import type { Case } from './types.js';

export interface SignalDef {
  severity: 'target' | 'final' | 'both';
  /** Commands that clear it; who may give them can solve it. */
  clearedBy: readonly string[];
  sources: readonly string[];
}

const OUTCOME_COMMANDS = [
  'AdoptContribution',
  'AdoptContributionPartly',
  'LeaveContribution',
  'RejectContribution',
  'AnswerContribution',
  'NoteContribution',
  'EscalateContribution',
];

const one = (severity: SignalDef['severity'], clearedBy: readonly string[], sources: string): SignalDef => ({
  severity,
  clearedBy,
  sources: sources.split(', '),
});

/** By code. */
const DEFS: Record<SignalCode, SignalDef> = {
  FRAMES_NOT_ANNOUNCED: one('final', ['AnnounceFrames'], 'S0, S4 k1'),
  START_WITHOUT_APPROVAL: one('final', ['ApproveTimeAndMoney'], 'S1'),
  BUDGET_OVERRUN: one('both', ['RequestSupplement'], 'S1'),
  APPROVAL_LATE: one('target', ['ApproveTimeAndMoney'], 'D'),
  NO_ROLE_DIVISION: one('final', ['AssignRole'], 'S1'),
  NO_SINGLE_CONTACT: one('final', ['AppointSingleContact'], 'S4 k5'),
  CAPACITY_SINGLE_POINT: one('target', ['AssignRole'], 'S3'),
  QUESTION_MISSING: one('final', ['SetQuestion'], 'S1'),
  INVITATION_TOO_LATE: one('target', ['RescheduleConversation'], 'RG'),
  REPORT_MISSING: one('both', ['ShareReport'], 'S0'),
  GROUP_NOT_HEARD: one('final', ['PlanConversation', 'WaiveGroup'], 'S4 k3'),
  TENSION: one('final', ['RecordAftercare'], 'S0'),
  DIRECT_ROUTE: one('both', ['HandleDirectRoute'], 'S0, S4 k7'),
  RESULTS_NOT_INTERPRETED: one('final', ['ValidateInterpretation'], 'S1'),
  QUESTION_NOT_ANSWERED: one('target', ['PlanRound'], 'S1'),
  CONTRIBUTION_UNANSWERED: one('target', OUTCOME_COMMANDS, 'S4 k2'),
  ESCALATION_WAITING: one('target', ['MakeClientChoice'], 'S0'),
  PASSED_ON_LOST: one('target', ['AcceptPassedOn'], 'S0'),
  FEEDBACK_OVERDUE: one('both', ['SendFeedback'], 'S0, S1, S4 k1-2'),
  FEEDBACK_NEGATIVE: one('target', ['CorrectFeedback'], 'S0'),
  STOP_NOT_TOLD: one('final', ['SendFeedback'], 'S4 k1'),
  AGREEMENT_OVERDUE: one('both', ['FulfilAgreement'], 'S4 k2'),
  AGREEMENT_BROKEN: one('final', ['TellBrokenAgreement'], 'S4 k2'),
  DECISION_DEVIATES: one('final', ['SendFeedback'], 'S4 k8'),
  DECISION_UNEXPLAINED: one('final', ['SendFeedback'], 'S4 k2'),
  ADVICE_WAITING: one('target', ['AnswerAdviser', 'GiveSecondOpinion'], 'S1, S3'),
  ENTRY_INCOMPLETE: one('target', ['CorrectFact'], 'S0'),
  /** The reference clears it by withdrawing a document; until documents can be published only entries raise it, and correcting them clears it. */
  PRIVACY_RISK: one('final', ['CorrectFact'], 'S0, L'),
};

export const SIGNALS: Readonly<Partial<Record<string, SignalDef>>> = DEFS;

/** From the history of one trajectory; CAPACITY_SINGLE_POINT is over several and stands apart. */
export const SUBJECTS: readonly ((story: Story) => Case[])[] = [
  framesNotAnnounced,
  startWithoutApproval,
  budgetOverrun,
  approvalLate,
  noRoleDivision,
  noSingleContact,
  questionMissing,
  invitationTooLate,
  reportMissing,
  groupNotHeard,
  tension,
  directRoute,
  resultsNotInterpreted,
  questionNotAnswered,
  contributionUnanswered,
  escalationWaiting,
  passedOnLost,
  feedbackOverdue,
  feedbackNegative,
  stopNotTold,
  agreementOverdue,
  agreementBroken,
  decisions,
  adviceWaiting,
  entryIncomplete,
  privacyRisk,
];

/** Signals that outlive their trajectory. */
export const OUTLIVES: ReadonlySet<string> = new Set(['STOP_NOT_TOLD']);
