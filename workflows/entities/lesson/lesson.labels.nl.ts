// Dutch words of lessons.
import type { Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Les',
  states: {
    none: { word: 'nog niet', label: 'Nog niet vastgelegd' },
    recorded: { word: 'nog niet', label: 'Vastgelegd' },
  },
  commands: { RecordLesson: 'Les vastleggen' },
  fields: {
    lessonId: 'Les',
    text: 'Tekst',
    kind: 'Soort',
    phase: 'Fase',
    keyNo: 'Sleutel (1 tot en met 8)',
    signalCode: 'Signaal',
  },
  choices: { kind: { keep: 'zo blijven doen', improve: 'de volgende keer anders' } },
  events: {
    LessonRecorded: (data, names) =>
      `Les uit ${names.phase(data.phase)} (${names.choice('kind', data.kind)}): ${String(data.text)}`,
  },
};
