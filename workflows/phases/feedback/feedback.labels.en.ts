// English words of feedback.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

interface Owed {
  contributionIds: string[];
  by: string;
}
interface Item {
  contributionIds: string[];
  outcome: string;
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** What a feedback is about; only rounds have a number. */
function subject({ about }: Record<string, unknown>, names: Names): string {
  if (about === 'stopped') return 'stopping the trajectory';
  const round = names.round(about);
  return round.endsWith('?') ? 'the decision' : `round ${round}`;
}

const promised = (owed: unknown, names: Names): string =>
  list<Owed>(owed)
    .map(
      ({ contributionIds, by }) =>
        ` An answer follows for ${names.contributions(contributionIds)}, by ${names.date(by)}.`,
    )
    .join('');
const told = (value: unknown): string => (value === true ? 'Participants know.' : 'Participants do not know yet.');

export const en: Labels = {
  name: 'Feedback',
  states: {
    preparing: { word: 'bezig', label: 'Preparing' },
    inApproval: { word: 'wacht op', label: 'In approval', who: 'client' },
    approved: { word: 'wacht op', label: 'Approved', who: 'sender' },
    sent: { word: 'wacht op', label: 'Sent', who: 'reactions' },
    closed: { word: 'klaar', label: 'Closed' },
  },
  commands: {
    PrepareFeedback: 'Prepare feedback',
    ReturnFeedback: 'Return feedback',
    ApproveFeedback: 'Approve feedback',
    SendFeedback: 'Record feedback as sent',
    DelayFeedback: 'Record a delay of feedback',
    RecordReaction: 'Record a reaction',
    CorrectFeedback: 'Correct feedback',
    CloseFeedback: 'Close feedback',
  },
  fields: {
    feedbackId: 'Feedback',
    about: 'What is it about?',
    items: 'Answers',
    contributionIds: 'Contributions',
    outcome: 'Outcome',
    reason: 'Reason',
    publicText: 'Public text',
    owed: 'Who gets an answer later?',
    by: 'By',
    whatNext: 'What happens next?',
    whenNext: 'When is that done?',
    letter: 'Letter',
    remarks: 'Remarks',
    channel: 'Channel',
    groupIds: 'Groups',
    groupId: 'Group',
    recipients: 'Number of recipients',
    on: 'Date',
    answered: 'Which contributions are answered?',
    publicDocId: 'Public document',
    newDate: 'New date',
    publicReason: 'Public reason',
    participantsTold: 'Do participants know?',
    tone: 'Tone',
    text: 'Text',
    count: 'Number of people',
  },
  hints: {
    items: 'Leave empty: every outcome gets an answer with its reason.',
    owed: 'Name a date for contributions without an answer.',
    answered: 'Leave empty for the contributions that were prepared.',
    newDate: 'The clock only moves when participants know.',
  },
  choices: {
    about: { stopped: 'stopping the trajectory' },
    outcome: {
      adopted: 'adopted',
      partlyAdopted: 'partly adopted',
      notChosen: 'not chosen',
      rejected: 'rejected',
      answered: 'answered',
      noted: 'noted',
      passedOn: 'passed on',
      escalated: 'put to the client',
      merged: 'merged',
      withdrawn: 'withdrawn',
    },
    tone: { positive: 'positive', neutral: 'neutral', negative: 'negative' },
  },
  events: {
    FeedbackPrepared: (data, names) => {
      const items = list<Item>(data.items).map(
        ({ contributionIds, outcome }) => `${names.contributions(contributionIds)} ${names.choice('outcome', outcome)}`,
      );
      const answers = items.length === 0 ? '' : `: ${items.join('; ')}`;
      return `The feedback about ${subject(data, names)} was prepared${answers}.${promised(data.owed, names)}`;
    },
    FeedbackReturned: (data, names) =>
      `The feedback about ${subject(data, names)} was returned: ${excerpt(data.remarks)}`,
    FeedbackApproved: (data, names) => `The feedback about ${subject(data, names)} was approved.`,
    FeedbackSent: (data, names) => {
      const reached = data.recipients === 1 ? '1 recipient' : `${names.number(data.recipients)} recipients`;
      const answered = list(data.answered).length === 0 ? '' : ` Answered: ${names.contributions(data.answered)}.`;
      const head = `The feedback about ${subject(data, names)} was sent on ${names.date(data.on)} to ${reached} (${excerpt(data.channel)}).`;
      return `${head}${answered}${promised(data.owed, names)}`;
    },
    FeedbackDelayed: (data, names) =>
      `The feedback about ${subject(data, names)} comes later, by ${names.date(data.newDate)}: ${excerpt(data.reason)} ${told(data.participantsTold)}`,
    FeedbackReactionReceived: (data, names) => {
      const who = data.groupId === undefined ? '' : ` from ${names.group(data.groupId)}`;
      const people = data.count === 1 ? '1 person' : `${names.number(data.count)} people`;
      return `Reaction${who} to the feedback about ${subject(data, names)}, ${names.choice('tone', data.tone)}, ${people}: ${excerpt(data.text)}`;
    },
    FeedbackCorrected: (data, names) =>
      `The feedback about ${subject(data, names)} is being corrected: ${excerpt(data.reason)}`,
    FeedbackCompleted: (data, names) => `The feedback about ${subject(data, names)} was closed.`,
  },
  needs: {
    REASON_PER_ITEM: 'The reason is missing for these contributions: {contributions}.',
    OWED_HAS_DATE: 'Name a date for those who get no answer now: {contributions}.',
    SECOND_PERSON: 'Who made it cannot approve it.',
    NOTHING_OWED: 'These contributions still wait for an answer: {contributions}.',
    REACTION_TIME_PASSED: 'People can still react until {date}.',
  },
};
