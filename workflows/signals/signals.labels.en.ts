// English names of the signals, and one sentence that says why each stands: `{subject}` is the thing, `{since}` the day since which.
import { excerpt, type Labels } from '../kit/labels.js';

export const names: Readonly<Record<string, string>> = {
  FRAMES_NOT_ANNOUNCED: 'Frames not announced',
  START_WITHOUT_APPROVAL: 'Started without approval',
  BUDGET_OVERRUN: 'Budget runs out',
  APPROVAL_LATE: 'Approval takes long',
  NO_ROLE_DIVISION: 'Nobody has the roles',
  NO_SINGLE_CONTACT: 'No single contact',
  CAPACITY_SINGLE_POINT: 'Depends on one person',
  QUESTION_MISSING: 'No participation question',
  INVITATION_TOO_LATE: 'Invited too late',
  REPORT_MISSING: 'Report is missing',
  GROUP_NOT_HEARD: 'Group not heard',
  TENSION: 'Tension',
  DIRECT_ROUTE: 'Residents go straight to the board',
  RESULTS_NOT_INTERPRETED: 'Results not interpreted',
  QUESTION_NOT_ANSWERED: 'Question not answered',
  CONTRIBUTION_UNANSWERED: 'Input without an answer',
  ESCALATION_WAITING: 'The client has to choose',
  PASSED_ON_LOST: 'Passed-on idea not picked up',
  FEEDBACK_OVERDUE: 'No feedback',
  FEEDBACK_NEGATIVE: 'Negative reactions',
  STOP_NOT_TOLD: 'People not told that it stops',
  AGREEMENT_OVERDUE: 'Agreement is late',
  AGREEMENT_BROKEN: 'Agreement not kept',
  DECISION_DEVIATES: 'Decision deviates',
  DECISION_UNEXPLAINED: 'Decision not explained',
  ADVICE_WAITING: 'The adviser has not answered yet',
  ENTRY_INCOMPLETE: 'Log entry not finished',
  PRIVACY_RISK: 'Privacy risk',
};

export const sentences: Readonly<Record<string, string>> = {
  FRAMES_NOT_ANNOUNCED: 'People have been contacted, but not all frames have been announced.',
  START_WITHOUT_APPROVAL: 'The work began on {since}, and time and money have not been approved.',
  BUDGET_OVERRUN:
    'The approved time or money has been nearly used up since {since}. What the conversations mean has not been agreed yet.',
  APPROVAL_LATE: 'A request for time and money has waited for an answer since {since}.',
  NO_ROLE_DIVISION: 'Nobody has said yes to the content or the process.',
  NO_SINGLE_CONTACT: 'People have been contacted, but they have nobody to turn to.',
  CAPACITY_SINGLE_POINT: 'Since {since} one process coordinator leads more trajectories at once than was agreed.',
  QUESTION_MISSING: 'People have been contacted, but there is no participation question.',
  INVITATION_TOO_LATE: 'There are too few days between the invitation and conversation {subject}.',
  REPORT_MISSING: 'Conversation {subject} was on {since}, and its report has not been shared.',
  GROUP_NOT_HEARD: 'The round is closed, but too few people of the group {subject} were heard.',
  TENSION: 'On {since} tension rose, and there has been no aftercare since.',
  DIRECT_ROUTE: 'On {since} residents went straight to the board, and nothing was done with it yet.',
  RESULTS_NOT_INTERPRETED: 'Round {subject} closed on {since}, and there is no agreement on what it means.',
  QUESTION_NOT_ANSWERED: 'The question of round {subject} was not answered.',
  CONTRIBUTION_UNANSWERED: 'Input {subject} came in on {since} and has no outcome yet.',
  ESCALATION_WAITING: 'The client has had to choose about {subject} since {since}.',
  PASSED_ON_LOST: 'Idea {subject} was passed on on {since} and has not been picked up.',
  FEEDBACK_OVERDUE: 'People have waited for an answer about round {subject} since {since}.',
  FEEDBACK_NEGATIVE: 'Most reactions to the feedback are negative.',
  STOP_NOT_TOLD: 'The trajectory stopped on {since}, and those invited do not know yet.',
  AGREEMENT_OVERDUE: 'Agreement {subject} was due on {since}.',
  AGREEMENT_BROKEN: 'Agreement {subject} was not kept, and nobody has explained that.',
  DECISION_DEVIATES: 'The decision of {since} deviates from the outcome, and nobody has explained that.',
  DECISION_UNEXPLAINED: 'The decision of {since} has not been explained to participants.',
  ADVICE_WAITING: 'A question to the strategic adviser has waited for an answer since {since}.',
  ENTRY_INCOMPLETE: 'Log entry {subject} of {since} lacks with whom it was or what it yielded.',
  PRIVACY_RISK: 'Log entry {subject} is public and holds personal data.',
};

/** Where passing the final date says something else than passing the target date. */
export const finalSentences: Readonly<Record<string, string>> = {
  BUDGET_OVERRUN: 'Since {since} more time or money has been booked than was approved.',
};

/** How urgent it is. */
export const severities = { target: 'Past its target date', final: 'Past its final date' } as const;

/** Words of acknowledging a signal. */
export const en: Labels = {
  name: 'Signal',
  commands: { AcknowledgeSignal: 'Let a signal wait' },
  fields: {
    code: 'Which signal?',
    subjectId: 'What is it about?',
    reason: 'Why can this wait?',
    snoozeUntil: 'Let it wait until',
  },
  hints: { snoozeUntil: 'What is past its final date can wait 14 days at most.' },
  choices: { code: names },
  events: {
    SignalAcknowledged: (data, words) =>
      `Signal '${names[String(data.code)] ?? ''}' waits until ${words.date(data.snoozeUntil)}: ${excerpt(data.reason)}`,
  },
  needs: { SNOOZE_LIMIT: 'What is past its final date can wait 14 days at most.' },
};
