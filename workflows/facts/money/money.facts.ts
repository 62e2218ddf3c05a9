// Tools, hours and costs as facts, by event id, so that a corrected booking replaces itself.
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { commands } from './money.commands.js';
import { events, type MoneyData } from './money.events.js';

export const money: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    ToolSelected(facts, event) {
      const { tool, purpose, on } = event.data as MoneyData['ToolSelected'];
      facts.tools.set(event.meta.id, { tool, purpose, on });
    },
    HoursBooked(facts, event) {
      const { phase, roundId, role, hours, on } = event.data as MoneyData['HoursBooked'];
      facts.hours.set(event.meta.id, { hours, role, on, ...(phase ? { phase } : {}), ...(roundId ? { roundId } : {}) });
    },
    CostBooked(facts, event) {
      const { phase, cents, category, on } = event.data as MoneyData['CostBooked'];
      facts.costs.set(event.meta.id, { cents, category, on, ...(phase ? { phase } : {}) });
    },
  },
};
