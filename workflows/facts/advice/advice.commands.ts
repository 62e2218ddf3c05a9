// Commands for the helpdesk and the second opinion of the strategic adviser.
import { defineCommands } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { events } from './advice.events.js';

const defaults = { on: (view: { today: string }): string => view.today };

export const commands = defineCommands<Facts>('advice', events, {
  AskAdviser: { event: 'AdviserAsked', by: [...TEAM, 'client', 'areaManager'], makes: ['questionId'], defaults },
  AnswerAdviser: { event: 'AdviserAnswered', by: ['strategicAdviser'], defaults },
  RequestSecondOpinion: {
    event: 'SecondOpinionRequested',
    by: ['client', 'processCoordinator', 'projectLeader', 'management'],
    makes: ['opinionId'],
    defaults,
  },
  GiveSecondOpinion: { event: 'SecondOpinionGiven', by: ['strategicAdviser'], defaults },
});
