// Dutch words of the contact with alderman and council.
import { excerpt, type Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Wethouder en raad',
  commands: {
    AgreeAldermanLine: 'Vast contact met de wethouder afspreken',
    CommunicateCouncilRole: 'Vertellen wat de raad doet',
    NoteDirectRoute: 'Rechtstreekse vraag noteren',
    HandleDirectRoute: 'Rechtstreekse vraag behandelen',
  },
  fields: {
    everyDays: 'Om de hoeveel dagen?',
    form: 'Vorm',
    text: 'Tekst',
    audience: 'Aan wie?',
    on: 'Datum',
    routeId: 'Rechtstreekse vraag',
    to: 'Bij wie kwam het binnen?',
    topic: 'Waarover gaat het?',
    action: 'Wat is er gedaan?',
  },
  choices: { to: { alderman: 'de wethouder', council: 'de raad' } },
  events: {
    AldermanLineAgreed: (data, names) => {
      const every = data.everyDays === 1 ? 'elke dag' : `elke ${names.number(data.everyDays)} dagen`;
      const form = excerpt(data.form);
      return `Afgesproken is ${every} contact met de wethouder${form === '' ? '' : `: ${form}`}.`;
    },
    CouncilRoleCommunicated: (data) => {
      const audience = excerpt(data.audience);
      return `Verteld wat de raad doet${audience === '' ? '' : `, aan ${audience}`}: ${excerpt(data.text)}`;
    },
    DirectRouteNoticed: (data, names) =>
      `Iemand ging rechtstreeks naar ${names.choice('to', data.to)}: ${excerpt(data.topic)}`,
    DirectRouteHandled: (data) => `De rechtstreekse vraag is behandeld: ${excerpt(data.action)}`,
  },
};
