// English words of lessons.
import type { Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Lesson',
  states: {
    none: { word: 'nog niet', label: 'Not recorded yet' },
    recorded: { word: 'nog niet', label: 'Recorded' },
  },
  commands: { RecordLesson: 'Record a lesson' },
  fields: {
    lessonId: 'Lesson',
    text: 'Text',
    kind: 'Kind',
    phase: 'Phase',
    keyNo: 'Key (1 to 8)',
    signalCode: 'Signal',
  },
  choices: { kind: { keep: 'keep doing', improve: 'do better next time' } },
  events: {
    LessonRecorded: (data, names) =>
      `Lesson from ${names.phase(data.phase)} (${names.choice('kind', data.kind)}): ${String(data.text)}`,
  },
};
