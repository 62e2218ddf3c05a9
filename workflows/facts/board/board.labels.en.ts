// English words of the contact with alderman and council.
import { excerpt, type Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Alderman and council',
  commands: {
    AgreeAldermanLine: 'Agree on regular contact with the alderman',
    CommunicateCouncilRole: 'Tell what the council does',
    NoteDirectRoute: 'Note a direct question',
    HandleDirectRoute: 'Handle a direct question',
  },
  fields: {
    everyDays: 'Every how many days?',
    form: 'Form',
    text: 'Text',
    audience: 'To whom?',
    on: 'Date',
    routeId: 'Direct question',
    to: 'Where did it arrive?',
    topic: 'What is it about?',
    action: 'What was done?',
  },
  choices: { to: { alderman: 'the alderman', council: 'the council' } },
  events: {
    AldermanLineAgreed: (data, names) => {
      const every = data.everyDays === 1 ? 'every day' : `every ${names.number(data.everyDays)} days`;
      const form = excerpt(data.form);
      return `Contact with the alderman was agreed ${every}${form === '' ? '' : `: ${form}`}.`;
    },
    CouncilRoleCommunicated: (data) => {
      const audience = excerpt(data.audience);
      return `Told what the council does${audience === '' ? '' : `, to ${audience}`}: ${excerpt(data.text)}`;
    },
    DirectRouteNoticed: (data, names) =>
      `Someone went directly to ${names.choice('to', data.to)}: ${excerpt(data.topic)}`,
    DirectRouteHandled: (data) => `The direct question was handled: ${excerpt(data.action)}`,
  },
};
