// Commands for public groups. Groups stay open to late joiners.
import { defineCommands } from '../../kit/commands.js';
import type { Facts } from '../facts.js';
import { onlyRound } from '../only-round.js';
import { events } from './groups.events.js';

const makers = ['processCoordinator', 'projectLeader'] as const;
const roundId = ({ facts }: { facts: Facts }): string | undefined => onlyRound(facts);

export const commands = defineCommands<Facts>('facts', events, {
  AddPublicGroup: {
    event: 'PublicGroupAdded',
    by: makers,
    makes: ['groupId'],
    defaults: {
      roundId,
      relation: () => 'affected',
      everyone: () => false,
      sender: ({ settings }) => settings.organisationName,
      channels: () => [],
    },
  },
  RemovePublicGroup: { event: 'PublicGroupRemoved', by: makers, needs: ['REASON_GIVEN', 'CLIENT_AGREES_GROUP'] },
  AdmitLateGroup: {
    event: 'LateGroupAdmitted',
    by: [...makers, 'singleContact'],
    makes: ['groupId'],
    defaults: { roundId },
  },
  WaiveGroup: { event: 'GroupWaived', by: ['client'], needs: ['REASON_GIVEN'], defaults: { roundId } },
  PlanExtraOutreach: { event: 'ExtraOutreachPlanned', by: makers },
});
