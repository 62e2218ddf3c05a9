// Dutch words of the organisation's own stream.
import type { Labels } from '../kit/labels.js';

export const nl: Labels = {
  name: 'Organisatie',
  commands: {
    RegisterMunicipality: 'Gemeente toevoegen',
    ChangeSetting: 'Instelling veranderen',
    SetCalendar: 'Kalender vastleggen',
  },
  fields: {
    name: 'Naam',
    municipalityId: 'Gemeente',
    key: 'Instelling',
    before: 'Er staat nu',
    after: 'Nieuwe waarde',
    from: 'Vanaf',
    to: 'Tot en met',
    periods: 'Vrije dagen en reces',
  },
  hints: { periods: 'Op deze dagen lopen de termijnen voor ambtenaren niet door.' },
  choices: {
    key: {
      name: 'Naam van de organisatie',
      'feedback.reactionDays': 'Dagen om te reageren na een terugkoppeling',
      'norm.FEEDBACK_OVERDUE.target': 'Terugkoppeling: streefdatum in dagen',
      'norm.FEEDBACK_OVERDUE.final': 'Terugkoppeling: uiterste datum in dagen',
      'approval.decideDays': 'Dagen om over tijd en geld te beslissen',
    },
  },
  events: {
    MunicipalityRegistered: (data) => `De gemeente ${String(data.name)} is toegevoegd.`,
    SettingChanged: (data, names) => `De instelling '${names.choice('key', data.key)}' is nu ${String(data.after)}.`,
    CalendarSet: () => 'De kalender met vrije dagen en reces is vastgelegd.',
  },
};
