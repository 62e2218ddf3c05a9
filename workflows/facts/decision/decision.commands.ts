// The one command of a decision. Its group is that of the accountability phase, where it stands in the larger workflow.
import { defineCommands } from '../../kit/commands.js';
import type { Facts } from '../facts.js';
import { events } from './decision.events.js';

const SHARED_SAY = ['codecide', 'selfGovern'];

export const commands = defineCommands<Facts>('accountability', events, {
  RecordDecision: {
    event: 'DecisionTaken',
    by: ['alderman', 'clerk', 'client', 'participant'],
    // Participants take or share the decision only at the levels that promise them so.
    allows: (role, facts) => role !== 'participant' || SHARED_SAY.includes(facts.level),
    needs: ['MOTIVATION_IF_DEVIATING', 'ITEMS_JUDGED'],
    makes: ['decisionId'],
    defaults: {
      on: ({ today }) => today,
      municipalityId: ({ facts }) => (facts.municipalityIds.length === 1 ? facts.municipalityIds[0] : undefined),
      deviates: () => false,
    },
  },
});
