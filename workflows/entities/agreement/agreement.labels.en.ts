// English words of agreements.
import type { Labels, Names } from '../../kit/labels.js';

const told = (value: unknown): string => (value === true ? ' Participants know.' : ' Participants do not know yet.');
const one = (data: Record<string, unknown>, names: Names): string => `Agreement ${names.agreement(data.agreementId)}`;

export const en: Labels = {
  name: 'Agreement',
  states: {
    none: { word: 'nog niet', label: 'Not made yet' },
    open: { word: 'bezig', label: 'Open' },
    fulfilled: { word: 'klaar', label: 'Fulfilled' },
    broken: { word: 'wacht op', label: 'Broken', who: 'explanation' },
    told: { word: 'klaar', label: 'Explained' },
  },
  commands: {
    MakeAgreement: 'Record an agreement',
    RescheduleAgreement: 'Reschedule an agreement',
    FulfilAgreement: 'Agreement fulfilled',
    BreakAgreement: 'Agreement broken',
    TellBrokenAgreement: 'Explain why it failed',
  },
  fields: {
    agreementId: 'Agreement',
    text: 'Text',
    withGroupId: 'With which group?',
    conversationId: 'Conversation',
    ownerRef: 'Who takes care of it?',
    dueOn: 'Done before',
    public: 'Public',
    reason: 'Reason',
    participantsTold: 'Do participants know?',
    on: 'Date',
    evidenceDocId: 'Document as evidence',
    explanation: 'Explanation',
  },
  events: {
    AgreementMade: (data, names) => {
      const group = data.withGroupId === undefined ? '' : ` with ${names.group(data.withGroupId)}`;
      const shown = data.public === true ? 'public' : 'not public';
      return `${one(data, names)} was made${group}, done before ${names.date(data.dueOn)} (${shown}): ${String(data.text)}`;
    },
    AgreementRescheduled: (data, names) =>
      `${one(data, names)} was moved to ${names.date(data.dueOn)}: ${String(data.reason)}${told(data.participantsTold)}`,
    AgreementFulfilled: (data, names) => `${one(data, names)} was fulfilled on ${names.date(data.on)}.`,
    AgreementBroken: (data, names) =>
      `${one(data, names)} was broken: ${String(data.reason)}${told(data.participantsTold)}`,
    BrokenAgreementTold: (data, names) =>
      `${one(data, names)}: on ${names.date(data.on)} it was explained why it failed: ${String(data.explanation)}`,
  },
};
