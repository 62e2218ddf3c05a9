// Dutch words of the participation question.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const of = (data: Record<string, unknown>, names: Names): string =>
  data.roundId === undefined ? '' : ` voor ronde ${names.round(data.roundId)}`;

export const nl: Labels = {
  name: 'Participatievraag',
  commands: { SetQuestion: 'Vraag vastleggen', ReviseQuestion: 'Vraag aanpassen' },
  fields: {
    roundId: 'Ronde',
    question: 'Vraag',
    publicText: 'Openbare tekst',
    weWantToKnowRef: 'Bij welk doel?',
    before: 'Was',
    after: 'Wordt',
    reason: 'Reden',
  },
  hints: { question: 'De ene vraag die aan het eind beantwoord moet zijn.' },
  events: {
    QuestionSet: (data, names) => `De vraag${of(data, names)} is: ${excerpt(data.question)}`,
    QuestionRevised: (data, names) =>
      `De vraag${of(data, names)} is aangepast: “${excerpt(data.before)}” is nu “${excerpt(data.after)}”. Reden: ${excerpt(data.reason)}`,
  },
};
