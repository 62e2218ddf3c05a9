// Commands for intake, level and goals. The impact meter is computed here; a score from elsewhere may be given without answers.
import { defineCommands } from '../../kit/commands.js';
import type { Facts } from '../facts.js';
import { advisedLevel, advisedWorkflow, impactScore, meterVersion, type Answers } from './impact-meter.js';
import { events } from './intake.events.js';

const makers = ['processCoordinator', 'projectLeader'] as const;

export const commands = defineCommands<Facts>('facts', events, {
  RecordIntake: {
    event: 'IntakeRecorded',
    by: makers,
    needs: ['ROOM_FOR_INPUT', 'LOWERING_BY_PLAN', 'REASON_GIVEN'],
    reason: { field: 'levelReason', when: (_view, data) => data.level !== data.advisedLevel },
    defaults: { meterVersion: ({ settings }) => meterVersion(settings) },
    // In this order: the advice follows the score.
    engine: {
      impactScore: ({ settings }, data) =>
        data.answers === undefined ? undefined : impactScore(data.answers as Answers, settings),
      advisedLevel: ({ settings }, data) =>
        data.impactScore === undefined ? undefined : advisedLevel(Number(data.impactScore), data.room, settings),
      advisedWorkflow: ({ settings }, data) =>
        data.impactScore === undefined ? undefined : advisedWorkflow(Number(data.impactScore), settings),
    },
  },
  SetLevel: {
    event: 'LevelSet',
    by: [...makers, 'client'],
    needs: ['LOWERING_BY_PLAN'],
    engine: { before: ({ facts }) => facts.level },
  },
  SetGoals: { event: 'GoalsSet', by: makers, needs: ['BOTH_GOAL_LISTS'] },
});
