// English words of the participation question.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const of = (data: Record<string, unknown>, names: Names): string =>
  data.roundId === undefined ? '' : ` for round ${names.round(data.roundId)}`;

export const en: Labels = {
  name: 'Participation question',
  commands: { SetQuestion: 'Set the question', ReviseQuestion: 'Revise the question' },
  fields: {
    roundId: 'Round',
    question: 'Which question must be answered in the end?',
    publicText: 'Public text',
    weWantToKnowRef: 'For which goal?',
    before: 'Was',
    after: 'Becomes',
    reason: 'Reason',
  },
  events: {
    QuestionSet: (data, names) => `The question${of(data, names)} is: ${excerpt(data.question)}`,
    QuestionRevised: (data, names) =>
      `The question${of(data, names)} was revised: “${excerpt(data.before)}” is now “${excerpt(data.after)}”. Reason: ${excerpt(data.reason)}`,
  },
};
