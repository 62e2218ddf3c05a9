// English words of intake, level and goals, with the questions of the impact meter.
import { excerpt, type Labels } from '../../kit/labels.js';

const levels = {
  inform: 'inform',
  consult: 'consult',
  advise: 'advise',
  coproduce: 'coproduce',
  codecide: 'decide together',
  selfGovern: 'self-government',
};
const workflows = { kern: 'Kern', volledig: 'Volledig' };

export const en: Labels = {
  name: 'Intake, level and goals',
  commands: { RecordIntake: 'Record the intake', SetLevel: 'Choose the level', SetGoals: 'Record the goals' },
  fields: {
    cause: 'Why now?',
    policyGoal: 'What does the policy want?',
    room: 'Room for input',
    meterVersion: 'Version of the impact meter',
    answers: 'Answers to the impact meter',
    '1': 'How many people will notice?',
    '2': 'How much does their daily life or surroundings change?',
    '3': 'How long does it last?',
    '4': 'How far apart are the interests?',
    '5': 'How sensitive is it, by what happened before or happens now?',
    '6': 'Does it touch people who are hard to reach?',
    '7': 'Do residents or businesses know things that we do not?',
    '8': 'Must others take part to make it work, now or in maintenance?',
    '9': 'How hard is it to undo later?',
    impactScore: 'Impact score',
    advisedLevel: 'Advised level',
    advisedWorkflow: 'Advised workflow',
    level: 'Level',
    levelReason: 'Why this level?',
    before: 'Was',
    reason: 'Reason',
    participationGoal: 'What must the talk yield?',
    othersMustKnow: 'What must others know?',
    weWantToKnow: 'What do we want to know?',
    councilRole: 'What does the council do?',
  },
  hints: {
    answers: '0 not, 1 a little, 2 noticeably, 3 much, 4 very much.',
    '1': '0 fewer than 10, 1 up to 50, 2 up to 250, 3 up to 1,000, 4 more.',
    '3': '0 days, 1 months, 2 a few years, 3 ten years, 4 for good.',
    impactScore: 'From 0 to 100. With answers the meter computes it.',
    levelReason: 'Needed when you choose another level than the meter advises.',
  },
  choices: {
    room: { none: 'none', limited: 'limited', wide: 'wide' },
    level: levels,
    advisedLevel: levels,
    before: levels,
    advisedWorkflow: workflows,
    councilRole: { setsFrames: 'sets the frames', decides: 'decides', informed: 'is informed' },
  },
  events: {
    IntakeRecorded: (data, names) => {
      const advice = `${names.choice('level', data.advisedLevel)}, workflow ${names.choice('advisedWorkflow', data.advisedWorkflow)}`;
      const why = excerpt(data.levelReason);
      return (
        `The intake was recorded: impact score ${names.number(data.impactScore)}, advice ${advice}. ` +
        `Chosen level: ${names.choice('level', data.level)}${why === '' ? '' : `, because: ${why}`}. ` +
        `Room for input: ${names.choice('room', data.room)}. Cause: ${excerpt(data.cause)}`
      );
    },
    LevelSet: (data, names) => {
      const before = data.before === undefined ? '' : `; it was ${names.choice('level', data.before)}`;
      const why = excerpt(data.reason);
      return `The level is ${names.choice('level', data.level)}${before}.${why === '' ? '' : ` Reason: ${why}`}`;
    },
    GoalsSet: (data, names) =>
      `The goal of the talk was recorded: ${excerpt(data.participationGoal)} The council ${names.choice('councilRole', data.councilRole)}.`,
  },
  needs: {
    ROOM_FOR_INPUT: 'There is no room for input; then only inform people.',
    LOWERING_BY_PLAN: 'People have been invited already; less influence takes a plan change.',
    BOTH_GOAL_LISTS: 'Fill in what others must know and what we want to know.',
  },
};
