// Dutch words of questions to the strategic adviser and second opinions.
import { excerpt, type Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Advies',
  commands: {
    AskAdviser: 'Vraag stellen aan de adviseur',
    AnswerAdviser: 'Vraag beantwoorden als adviseur',
    RequestSecondOpinion: 'Second opinion vragen',
    GiveSecondOpinion: 'Second opinion geven',
  },
  fields: {
    questionId: 'Vraag aan de adviseur',
    question: 'Vraag',
    answer: 'Antwoord',
    on: 'Datum',
    opinionId: 'Second opinion',
    about: 'Waarover?',
    view: 'Oordeel',
    text: 'Tekst',
  },
  choices: {
    about: { design: 'de aanpak', evaluation: 'de evaluatie' },
    view: { agree: 'eens', adjust: 'aanpassen', reconsider: 'opnieuw bekijken' },
  },
  events: {
    AdviserAsked: (data) => `Vraag aan de strategisch adviseur: ${excerpt(data.question)}`,
    AdviserAnswered: (data) => `Antwoord van de strategisch adviseur: ${excerpt(data.answer)}`,
    SecondOpinionRequested: (data, names) =>
      `Er is een second opinion gevraagd over ${names.choice('about', data.about)}: ${excerpt(data.question)}`,
    SecondOpinionGiven: (data, names) =>
      `De strategisch adviseur gaf een second opinion: ${names.choice('view', data.view)}. ${excerpt(data.text)}`.trimEnd(),
  },
};
