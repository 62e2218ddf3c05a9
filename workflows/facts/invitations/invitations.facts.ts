// Invitations and responses as facts, by event id. Responses are running totals: the last one of a group counts.
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { commands } from './invitations.commands.js';
import { events, type InvitationsData } from './invitations.events.js';

export const invitations: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    InvitationSent(facts, event) {
      const { groupId, roundId, conversationIds, channel, on, addressed } =
        event.data as InvitationsData['InvitationSent'];
      facts.invitations.set(event.meta.id, {
        groupId,
        conversationIds,
        channel,
        on,
        addressed,
        ...(roundId ? { roundId } : {}),
      });
    },
    ResponseRecorded(facts, event) {
      const { groupId, accepted, declined, on } = event.data as InvitationsData['ResponseRecorded'];
      const roundId = facts.groups.get(groupId)?.roundId;
      facts.responses.set(event.meta.id, { groupId, accepted, declined, on, ...(roundId ? { roundId } : {}) });
    },
  },
};
