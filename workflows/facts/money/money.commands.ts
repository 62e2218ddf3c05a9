// Commands for tools, hours and costs. Without a phase a booking counts in the totals only.
import { defineCommands, type Data } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { onlyRound } from '../only-round.js';
import { events } from './money.events.js';

const PER_ROUND = ['conversations', 'interpreting', 'feedback'];
const today = (view: { today: string }): string => view.today;

export const commands = defineCommands<Facts>('facts', events, {
  SelectTool: { event: 'ToolSelected', by: TEAM, defaults: { on: today } },
  BookHours: {
    event: 'HoursBooked',
    by: TEAM,
    defaults: {
      // Only a phase that runs per round has hours of a round.
      roundId: ({ facts }, data: Data) => (PER_ROUND.includes(String(data.phase)) ? onlyRound(facts) : undefined),
      role: ({ decider }) => decider.role,
      on: today,
    },
  },
  BookCost: { event: 'CostBooked', by: TEAM, defaults: { on: today } },
});
