// Commands for the participation question. Without a round they mean the only round there is.
import { defineCommands } from '../../kit/commands.js';
import type { Facts } from '../facts.js';
import { onlyRound } from '../only-round.js';
import { events } from './question.events.js';

const makers = ['processCoordinator', 'projectLeader'] as const;

export const commands = defineCommands<Facts>('facts', events, {
  SetQuestion: { event: 'QuestionSet', by: makers, defaults: { roundId: ({ facts }) => onlyRound(facts) } },
  ReviseQuestion: {
    event: 'QuestionRevised',
    by: makers,
    needs: ['REASON_GIVEN', 'CHANGE_BY_PLAN'],
    defaults: { roundId: ({ facts }) => onlyRound(facts) },
    engine: {
      before: ({ facts }, data) =>
        typeof data.roundId === 'string'
          ? facts.rounds.get(data.roundId)?.question
          : [...facts.rounds.values()].find(({ question }) => question !== undefined)?.question,
    },
  },
});
