// Dutch words of the participation question.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const of = (data: Record<string, unknown>, names: Names): string =>
  data.roundId === undefined ? '' : ` voor ronde ${names.round(data.roundId)}`;

export const nl: Labels = {
  name: 'Participatievraag',
  commands: { SetQuestion: 'Vraag vastleggen', ReviseQuestion: 'Vraag aanpassen' },
  fields: {
    roundId: 'Ronde',
    question: 'Welke vraag moet aan het eind beantwoord zijn?',
    publicText: 'Openbare tekst',
    weWantToKnowRef: 'Bij welk doel?',
    before: 'Was',
    after: 'Wordt',
    reason: 'Reden',
  },
  events: {
    QuestionSet: (data, names) => `De vraag${of(data, names)} is: ${excerpt(data.question)}`,
    QuestionRevised: (data, names) =>
      `De vraag${of(data, names)} is aangepast: “${excerpt(data.before)}” is nu “${excerpt(data.after)}”. Reden: ${excerpt(data.reason)}`,
  },
};
