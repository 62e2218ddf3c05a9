// English words of log entries.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const names = (list: unknown): string =>
  (Array.isArray(list) ? (list as { label: string }[]) : [])
    .map(({ label }) => excerpt(label))
    .filter((label) => label !== '')
    .join(', ');

function following(followUp: unknown, words: Names): string {
  const { agreementId, text, dueOn } = (followUp ?? {}) as { agreementId?: string; text?: string; dueOn?: string };
  if (dueOn === undefined) return '';
  return ` Follow-up before ${words.date(dueOn)}: ${agreementId === undefined ? excerpt(text) : `agreement ${words.agreement(agreementId)}`}`;
}

const forms = {
  meeting: 'meeting',
  phone: 'telephone',
  mail: 'e-mail',
  letter: 'letter',
  visit: 'visit',
  platform: 'platform',
  internal: 'internal',
};

export const en: Labels = {
  name: 'Log entry',
  commands: { WriteLogEntry: 'Write a log entry' },
  fields: {
    entryId: 'Log entry',
    happenedOn: 'When?',
    step: 'Which step?',
    withWhom: 'With whom?',
    groupId: 'Group',
    role: 'Role',
    personRef: 'Person',
    label: 'Description',
    form: 'Form',
    discussed: 'What was discussed?',
    yield: 'What did it yield?',
    incomplete: 'Not complete yet',
    consideration: 'Own consideration',
    followUp: 'Follow-up',
    agreementId: 'Agreement',
    text: 'Text',
    dueOn: 'Done before',
    linkedIds: 'Belongs to',
    visibility: 'Who may see this?',
    hasPersonalData: 'Holds personal data',
  },
  hints: {
    discussed: 'Do not write down names, health, religion or politics.',
    consideration: 'Your opinion, for internal use only.',
    incomplete: 'You fill in later whom you spoke and what it yielded.',
  },
  choices: {
    form: forms,
    step: {
      preparation: 'Preparation',
      approval: 'Approval of time and money',
      organisation: 'Organisation structure',
      outreach: 'Question, public and invitation',
      conversations: 'Conversations',
      interpreting: 'Interpreting',
      feedback: 'Feedback',
      accountability: 'Account and decision',
      evaluation: 'Evaluation',
    },
    visibility: { internal: 'internal only', public: 'public' },
  },
  events: {
    LogEntryWritten: (data, words) => {
      const whom = names(data.withWhom);
      const got = excerpt(data.yield);
      const head = `Contact (${words.choice('form', data.form)})${whom === '' ? '' : ` with ${whom}`}`;
      return `${head}: ${excerpt(data.discussed)}${got === '' ? '' : ` Yield: ${got}`}${following(data.followUp, words)}`;
    },
  },
};
