// English words of questions to the strategic adviser and second opinions.
import { excerpt, type Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Advice',
  commands: {
    AskAdviser: 'Ask the adviser',
    AnswerAdviser: 'Answer as adviser',
    RequestSecondOpinion: 'Request a second opinion',
    GiveSecondOpinion: 'Give a second opinion',
  },
  fields: {
    questionId: 'Question to the adviser',
    question: 'Question',
    answer: 'Answer',
    on: 'Date',
    opinionId: 'Second opinion',
    about: 'About what?',
    view: 'Opinion',
    text: 'Text',
  },
  choices: {
    about: { design: 'the approach', evaluation: 'the evaluation' },
    view: { agree: 'agrees', adjust: 'adjust', reconsider: 'reconsider' },
  },
  events: {
    AdviserAsked: (data) => `Question to the strategic adviser: ${excerpt(data.question)}`,
    AdviserAnswered: (data) => `Answer of the strategic adviser: ${excerpt(data.answer)}`,
    SecondOpinionRequested: (data, names) =>
      `A second opinion was requested about ${names.choice('about', data.about)}: ${excerpt(data.question)}`,
    SecondOpinionGiven: (data, names) =>
      `The strategic adviser gave a second opinion: ${names.choice('view', data.view)}. ${excerpt(data.text)}`.trimEnd(),
  },
};
