// Commands for invitations and responses. The topic of an invitation is the question of its round, unless said otherwise.
import { defineCommands } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { onlyRound } from '../only-round.js';
import { events } from './invitations.events.js';

export const commands = defineCommands<Facts>('facts', events, {
  SendInvitation: {
    event: 'InvitationSent',
    by: TEAM,
    defaults: {
      roundId: ({ facts }) => onlyRound(facts),
      conversationIds: () => [],
      on: ({ today }) => today,
      says: ({ facts }, data) => {
        const round = facts.rounds.get(String(data.roundId));
        return { topic: round?.publicQuestion || round?.question || '', timeNeeded: '', resultsWhen: '' };
      },
    },
  },
  RecordResponse: { event: 'ResponseRecorded', by: TEAM, defaults: { on: ({ today }) => today } },
});
