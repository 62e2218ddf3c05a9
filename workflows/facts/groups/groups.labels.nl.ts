// Dutch words of public groups.
import { excerpt, type Labels } from '../../kit/labels.js';

const required = (value: unknown): string => (value === true ? 'verplicht' : 'niet verplicht');

export const nl: Labels = {
  name: 'Publieksgroepen',
  commands: {
    AddPublicGroup: 'Groep toevoegen',
    RemovePublicGroup: 'Groep weghalen',
    AdmitLateGroup: 'Groep later laten meedoen',
    WaiveGroup: 'Van een groep afzien',
    PlanExtraOutreach: 'Extra werving plannen',
  },
  fields: {
    groupId: 'Groep',
    roundId: 'Ronde',
    name: 'Naam van de groep',
    relation: 'Band met het onderwerp',
    required: 'Verplicht',
    everyone: 'Iedereen mag meedoen',
    size: 'Hoe groot is de groep?',
    min: 'Hoeveel mensen minstens?',
    target: 'Op hoeveel mensen mikt u?',
    sender: 'Afzender',
    channels: 'Kanalen',
    panelId: 'Panel',
    reason: 'Reden',
    measure: 'Wat gaat u extra doen?',
  },
  hints: { sender: 'Wie nodigt uit? Dat hoeft niet de gemeente te zijn.' },
  choices: {
    relation: {
      affected: 'merkt er iets van',
      interested: 'heeft belangstelling',
      expert: 'weet er veel van',
      partner: 'werkt mee',
      hardToReach: 'moeilijk te bereiken',
    },
  },
  events: {
    PublicGroupAdded: (data, names) =>
      `Groep ${excerpt(data.name)} is toegevoegd (${names.choice('relation', data.relation)}, ${required(data.required)}): ` +
      `omvang ${names.number(data.size)}, minstens ${names.number(data.min)}, doel ${names.number(data.target)}.`,
    PublicGroupRemoved: (data, names) => `Groep ${names.group(data.groupId)} is weggehaald: ${excerpt(data.reason)}`,
    LateGroupAdmitted: (data, names) =>
      `Groep ${excerpt(data.name)} doet later ook mee (${required(data.required)}, minstens ${names.number(data.min)}).`,
    GroupWaived: (data, names) =>
      `De opdrachtgever ziet af van groep ${names.group(data.groupId)}: ${excerpt(data.reason)}`,
    ExtraOutreachPlanned: (data, names) =>
      `Extra werving voor groep ${names.group(data.groupId)}: ${excerpt(data.measure)}`,
  },
  needs: { CLIENT_AGREES_GROUP: 'Deze groep is verplicht; de opdrachtgever moet akkoord zijn.' },
};
