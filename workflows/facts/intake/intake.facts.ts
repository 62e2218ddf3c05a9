// Intake, level and goals as facts. The level in force is that of the last intake or level set.
import { defineNeeds, type Data } from '../../kit/commands.js';
import { LEVELS, type Level } from '../../kit/fields.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { isLatest } from '../latest.js';
import { commands } from './intake.commands.js';
import { events, type IntakeData } from './intake.events.js';

const rung = (level: unknown): number => LEVELS.indexOf(level as Level);
const hasText = (list: unknown): boolean => (list as string[]).some((text) => text.trim() !== '');

const needs = defineNeeds<Facts>({
  ROOM_FOR_INPUT: {
    hard: false,
    kern: true,
    sees: 'payload',
    solvableBy: ['client'],
    met: (_view, data) => data.room !== 'none' || data.level === 'inform',
  },
  // Raising is free. Once people were invited on a level, less influence is a change of what they were promised:
  // that takes a plan change of its own, and no plan change exists here yet.
  LOWERING_BY_PLAN: {
    hard: true,
    sees: 'payload',
    solvableBy: ['client'],
    met: ({ facts, today }, data: Data) =>
      rung(data.level) >= rung(facts.level) || ![...facts.invitations.values()].some(({ on }) => on <= today),
  },
  BOTH_GOAL_LISTS: {
    hard: false,
    sees: 'payload',
    solvableBy: ['processCoordinator', 'projectLeader'],
    met: (_view, data) => hasText(data.othersMustKnow) && hasText(data.weWantToKnow),
  },
});

export const intake: FactGroup<Facts> = {
  events,
  commands,
  needs,
  facts: {
    IntakeRecorded(facts, event) {
      const { impactScore, advisedLevel, level } = event.data as IntakeData['IntakeRecorded'];
      if (isLatest(facts, 'impact', event)) facts.impact = { score: impactScore, advisedLevel, level };
      if (isLatest(facts, 'level', event)) facts.level = level;
    },
    LevelSet(facts, event) {
      if (isLatest(facts, 'level', event)) facts.level = (event.data as IntakeData['LevelSet']).level;
    },
    GoalsSet(facts, event) {
      const { participationGoal, othersMustKnow, weWantToKnow, councilRole } = event.data as IntakeData['GoalsSet'];
      facts.goals = { participationGoal, othersMustKnow, weWantToKnow, councilRole };
    },
  },
};
