// The twelve forms of kern (domain.md 3.0): what people do in one go, as batches of commands.
import type { Form } from '../kit/forms.js';

const one = (command: string, links?: Record<string, string>) => ({ command, ...(links ? { links } : {}) });
const may = (command: string, links?: Record<string, string>) => ({ ...one(command, links), optional: true });
const some = (command: string, links?: Record<string, string>) => ({
  ...one(command, links),
  optional: true,
  repeated: true,
});

/** In the order of the domain. A form is sent as often as needed, each time with at least one command. */
export const forms: readonly Form[] = [
  { key: 'register', nr: 1, commands: [one('RegisterTrajectory'), may('SetQuestion'), some('AddPublicGroup')] },
  {
    key: 'ask-time-and-money',
    nr: 2,
    phase: 'approval',
    commands: [one('MakeEstimate'), may('RequestApproval', { estimateId: '0.estimateId' })],
  },
  { key: 'approve', nr: 3, phase: 'approval', commands: [one('ApproveTimeAndMoney')] },
  {
    key: 'who-does-what',
    nr: 4,
    phase: 'organisation',
    commands: [some('AssignRole'), may('AppointSingleContact'), may('ConfirmOrganisation')],
  },
  {
    key: 'plan-conversation',
    nr: 5,
    phase: 'conversations',
    commands: [
      one('PlanConversation'),
      may('SetProgramme', { conversationId: '0.conversationId' }),
      may('ReleaseProgramme', { conversationIds: '0.conversationId' }),
    ],
  },
  {
    key: 'invite',
    nr: 6,
    phase: 'conversations',
    commands: [some('DefineFrame'), may('AnnounceFrames'), { command: 'SendInvitation', repeated: true }],
  },
  {
    key: 'conversation-held',
    nr: 7,
    phase: 'conversations',
    commands: [
      one('HoldConversation'),
      some('ReceiveContribution', { conversationId: '0.conversationId' }),
      some('MakeAgreement', { conversationId: '0.conversationId' }),
    ],
  },
  {
    key: 'report',
    nr: 8,
    phase: 'conversations',
    commands: [
      may('RegisterDocument'),
      one('ShareReport', { documentId: '0.documentId' }),
      may('CompleteConversations'),
    ],
  },
  {
    key: 'weigh-ideas',
    nr: 9,
    phase: 'interpreting',
    commands: [
      some('AssessContribution'),
      some('AdoptContribution'),
      some('AdoptContributionPartly'),
      some('LeaveContribution'),
      some('RejectContribution'),
      some('AnswerContribution'),
      some('NoteContribution'),
      some('EscalateContribution'),
      some('PassOnContribution'),
      may('InterpretResults'),
      may('ValidateInterpretation'),
    ],
  },
  {
    key: 'give-feedback',
    nr: 10,
    phase: 'feedback',
    commands: [may('PrepareFeedback'), may('SendFeedback', { feedbackId: '0.feedbackId' })],
  },
  {
    key: 'agreements-hours-corrections',
    nr: 11,
    commands: [some('FulfilAgreement'), some('BookHours'), some('BookCost'), some('CorrectFact')],
  },
  { key: 'complete', nr: 12, commands: [some('RecordLesson'), one('CompleteTrajectory')] },
];
