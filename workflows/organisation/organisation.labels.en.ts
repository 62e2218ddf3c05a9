// English words of the organisation's own stream.
import type { Labels } from '../kit/labels.js';

export const en: Labels = {
  name: 'Organisation',
  commands: {
    RegisterMunicipality: 'Add a municipality',
    ChangeSetting: 'Change a setting',
    SetCalendar: 'Set the calendar',
  },
  fields: {
    name: 'Name',
    municipalityId: 'Municipality',
    key: 'Setting',
    before: 'It now says',
    after: 'New value',
    from: 'From',
    to: 'Up to and including',
    periods: 'Holidays and recess',
  },
  hints: { periods: 'Terms for officials do not run on these days.' },
  choices: {
    key: {
      name: 'Name of the organisation',
      'feedback.reactionDays': 'Days to react after a feedback',
      'norm.FEEDBACK_OVERDUE.target': 'Feedback: target in days',
      'norm.FEEDBACK_OVERDUE.final': 'Feedback: final date in days',
      'approval.decideDays': 'Days to decide on time and money',
    },
  },
  events: {
    MunicipalityRegistered: (data) => `Municipality ${String(data.name)} was added.`,
    SettingChanged: (data, names) => `Setting '${names.choice('key', data.key)}' is now ${String(data.after)}.`,
    CalendarSet: () => 'The calendar with holidays and recess was set.',
  },
};
