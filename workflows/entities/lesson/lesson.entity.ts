// A lesson of the trajectory: what to keep and what to do better, said by whoever was there.
import type { Facts } from '../../facts/facts.js';
import { flatMachine, to } from '../../kit/machine.js';
import { localDay } from '../../kit/time.js';
import { defineEntity } from '../../kit/workflow.js';
import { commands } from './lesson.commands.js';
import { events, type LessonData } from './lesson.events.js';

export const lessonMachine = flatMachine('lesson', 'none', {
  none: { on: { LessonRecorded: to('recorded') } },
  recorded: {},
});

export const lesson = defineEntity<Facts>({
  key: 'lesson',
  machine: lessonMachine,
  events,
  commands,
  needs: {},
  facts: {
    LessonRecorded(facts, event) {
      const { lessonId, text, kind, phase, signalCode } = event.data as LessonData['LessonRecorded'];
      const recordedOn = localDay(event.meta.occurredAt);
      facts.lessons.set(lessonId, { text, kind, phase, ...(signalCode ? { signalCode } : {}), recordedOn });
    },
  },
});
