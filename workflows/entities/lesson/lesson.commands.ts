// Commands about lessons: anyone around the trajectory may record one.
import type { Facts } from '../../facts/facts.js';
import { defineCommands } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import { events } from './lesson.events.js';

export const commands = defineCommands<Facts>('lesson', events, {
  RecordLesson: {
    event: 'LessonRecorded',
    by: [...TEAM, 'client', 'areaManager', 'strategicAdviser', 'management'],
    makes: ['lessonId'],
  },
});
