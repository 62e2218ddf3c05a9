// Sample payloads of the commands of the five phases, and of the decision that is taken afterwards.
import { addDays, atLocal } from '../../../workflows/kit/time.js';
import type { Sample } from './samples.js';
import { personOf, type World } from './world.js';

const reason = 'omdat het zo is afgesproken';
const evening = ({ today }: World, days: number): string => atLocal(addDays(today, days), '19:00');

export const phasePayloads: Readonly<Record<string, Sample>> = {
  MakeEstimate: ({ today }) => ({ totalHours: 20, totalCents: 25_000, endOn: addDays(today, 120) }),
  RequestApproval: (world) => ({ estimateId: world.id('estimateId'), approverRef: personOf('approver') }),
  ReturnApproval: () => ({ reason }),
  ApproveTimeAndMoney: ({ today }) => ({ hours: 20, cents: 25_000, startOn: today, endOn: addDays(today, 120) }),
  RejectTimeAndMoney: () => ({ reason, wayOut: 'smallerScope' }),
  RequestSupplement: () => ({ hours: 4, cents: 5_000, days: 7, reason }),
  ApproveSupplement: ({ today }) => ({ hours: 4, cents: 5_000, endOn: addDays(today, 127) }),
  RejectSupplement: () => ({ reason }),
  ConfirmOrganisation: () => ({}),
  PlanConversation: (world) => ({
    startsAt: evening(world, 14),
    venue: 'op de stoep',
    groupIds: [world.id('groupId')],
  }),
  SetProgramme: (world) => ({
    conversationId: world.id('conversationId'),
    agenda: ['rondje'],
    tasks: [{ task: 'koffie', role: 'teamMember' }],
    tasksComplete: true,
  }),
  ReleaseProgramme: (world) => ({ conversationIds: [world.id('conversationId')] }),
  HoldConversation: (world) => ({
    conversationId: world.id('conversationId'),
    attendance: [{ groupId: world.id('groupId'), count: 21 }],
  }),
  PostponeConversation: (world) => ({ conversationId: world.id('conversationId'), reason }),
  RescheduleConversation: (world) => ({
    conversationId: world.id('conversationId'),
    startsAt: evening(world, 21),
    participantsTold: true,
  }),
  CancelConversation: (world) => ({ conversationId: world.id('conversationId'), reason, participantsTold: true }),
  CloseRoundForInput: () => ({}),
  ShareReport: (world) => ({ conversationId: world.id('conversationId'), text: 'foto van de kaart' }),
  CompleteConversations: () => ({}),
  ReopenRound: () => ({ reason }),
  ClusterContributions: (world) => ({
    clusters: [{ theme: 'plekken', contributionIds: [world.id('contributionId')] }],
  }),
  InterpretResults: () => ({ answered: 'yes' }),
  ValidateInterpretation: () => ({}),
  ContestInterpretation: (world) => ({ groupId: world.id('groupId'), ground: 'dat zeiden wij niet' }),
  ReviseInterpretation: () => ({ reason }),
  RequestMoreInput: () => ({ reason, groupIds: [] }),
  PrepareFeedback: () => ({}),
  ReturnFeedback: (world) => ({ feedbackId: world.id('feedbackId'), remarks: reason }),
  ApproveFeedback: (world) => ({ feedbackId: world.id('feedbackId') }),
  SendFeedback: () => ({ channel: 'kaartje', recipients: 21 }),
  DelayFeedback: ({ today }) => ({ newDate: addDays(today, 14), reason, participantsTold: true }),
  RecordReaction: (world) => ({ feedbackId: world.id('feedbackId'), tone: 'positive', text: 'Mooi.', count: 3 }),
  CorrectFeedback: (world) => ({ feedbackId: world.id('feedbackId'), reason }),
  CloseFeedback: () => ({}),
  RecordDecision: () => ({ body: 'college', outcome: 'asProposed' }),
};
