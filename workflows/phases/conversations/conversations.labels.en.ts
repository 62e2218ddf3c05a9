// English words of the conversations of a round.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

interface Counted {
  groupId: string;
  count: number;
}
interface Missed {
  groupId: string;
  reason: string;
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
const counts = (value: unknown, names: Names): string =>
  list<Counted>(value)
    .map(({ groupId, count }) => `${names.group(groupId)} (${names.number(count)})`)
    .join(', ');
const groups = (ids: unknown, names: Names): string =>
  list(ids)
    .map((id) => names.group(id))
    .join(', ');
const told = (value: unknown): string => (value === true ? 'Participants know.' : 'Participants do not know yet.');
const talk = (data: Record<string, unknown>, names: Names): string =>
  `Conversation ${names.conversation(data.conversationId)}`;

export const en: Labels = {
  name: 'Conversations',
  states: {
    programming: { word: 'bezig', label: 'Making the programme' },
    scheduled: { word: 'bezig', label: 'Scheduled' },
    running: { word: 'bezig', label: 'Running' },
    reporting: { word: 'bezig', label: 'Writing reports' },
    closed: { word: 'klaar', label: 'Closed' },
  },
  commands: {
    PlanConversation: 'Plan a conversation',
    SetProgramme: 'Make the programme',
    ReleaseProgramme: 'Release the programme',
    HoldConversation: 'Record a conversation',
    PostponeConversation: 'Postpone a conversation',
    RescheduleConversation: 'Reschedule a conversation',
    CancelConversation: 'Cancel a conversation',
    CloseRoundForInput: 'Close the round for input',
    ShareReport: 'Share the report',
    CompleteConversations: 'Complete the conversations',
    ReopenRound: 'Reopen the round',
  },
  fields: {
    conversationId: 'Conversation',
    conversationIds: 'Conversations',
    roundId: 'Round',
    startsAt: 'Starts at',
    endsAt: 'Ends at',
    venue: 'Venue',
    online: 'Online',
    groupIds: 'Groups',
    groupId: 'Group',
    capacity: 'Capacity',
    panelId: 'Panel',
    talkingPieceDocId: 'Talking piece',
    methodId: 'Method',
    agenda: 'Agenda',
    tasks: 'Tasks',
    task: 'Task',
    role: 'Role',
    tasksComplete: 'Are all tasks divided?',
    on: 'Date',
    attendance: 'Who were there?',
    count: 'Number of people',
    mood: 'Mood',
    reason: 'Reason',
    participantsTold: 'Do participants know?',
    documentId: 'Document',
    text: 'Text',
    heard: 'Who were heard?',
    notHeard: 'Who were not heard?',
  },
  hints: {
    text: 'Choose a document or write the report here.',
    capacity: 'Leave empty for the targets of the groups together.',
    notHeard: 'Leave empty: required groups that were heard too little are named.',
  },
  choices: { mood: { calm: 'calm', tense: 'tense', escalated: 'escalated' } },
  events: {
    ConversationPlanned: (data, names) => {
      const invited = groups(data.groupIds, names);
      const where = data.online === true ? 'online' : excerpt(data.venue);
      return `${talk(data, names)} was planned on ${names.time(data.startsAt)}${where === '' ? '' : `, ${where}`}${invited === '' ? '' : `, for ${invited}`}.`;
    },
    ProgrammeSet: (data, names) =>
      `The programme of conversation ${names.conversation(data.conversationId)} was made: ${names.number(list(data.agenda).length)} items, ` +
      `${data.tasksComplete === true ? 'all tasks are divided' : 'not all tasks are divided yet'}.`,
    ConversationsScheduled: (data, names) =>
      `The programme of round ${names.round(data.roundId)} was released: ${list(data.conversationIds)
        .map((id) => names.conversation(id))
        .join(', ')}.`,
    ConversationHeld: (data, names) => {
      const present = counts(data.attendance, names);
      const mood = names.choice('mood', data.mood);
      return `${talk(data, names)} was held on ${names.date(data.on)}.${present === '' ? '' : ` Present: ${present}.`} Mood: ${mood}.`;
    },
    ConversationPostponed: (data, names) => `${talk(data, names)} was postponed: ${excerpt(data.reason)}`,
    ConversationRescheduled: (data, names) =>
      `${talk(data, names)} was moved to ${names.time(data.startsAt)}. ${told(data.participantsTold)}`,
    ConversationCancelled: (data, names) =>
      `${talk(data, names)} was cancelled: ${excerpt(data.reason)} ${told(data.participantsTold)}`,
    RoundClosedForInput: (data, names) =>
      `Round ${names.round(data.roundId)} was closed for input on ${names.date(data.on)}.`,
    ReportShared: (data, names) => {
      const what = data.documentId === undefined ? excerpt(data.text) : names.document(data.documentId);
      return `The report of conversation ${names.conversation(data.conversationId)} was shared on ${names.date(data.on)}${what === '' ? '.' : `: ${what}`}`;
    },
    ConversationsCompleted: (data, names) => {
      const heard = counts(data.heard, names) || 'nobody';
      const missed = list<Missed>(data.notHeard).map(
        ({ groupId, reason }) => `${names.group(groupId)} (${excerpt(reason)})`,
      );
      const rest = missed.length === 0 ? '' : ` Not heard enough: ${missed.join(', ')}.`;
      return `The conversations of round ${names.round(data.roundId)} are complete. Heard: ${heard}.${rest}`;
    },
    RoundReopened: (data, names) => `Round ${names.round(data.roundId)} was reopened: ${excerpt(data.reason)}`,
  },
  needs: {
    PROGRAMMES_COMPLETE: 'Talking piece, method or tasks are missing for {conversations}.',
    CONVERSATIONS_DONE: 'These conversations were neither held nor cancelled: {conversations}.',
    REPORTS_SHARED: 'The report has not been shared of {conversations}.',
    REQUIRED_GROUPS_HEARD: 'These required groups were not heard enough: {groups}.',
  },
};
