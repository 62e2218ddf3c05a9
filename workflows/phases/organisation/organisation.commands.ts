// Confirming who does what. The roles are those in force, unless the caller names them.
import type { Facts } from '../../facts/facts.js';
import { defineCommands } from '../../kit/commands.js';
import { events } from './organisation.events.js';

export const commands = defineCommands<Facts>('organisation', events, {
  ConfirmOrganisation: {
    event: 'OrganisationConfirmed',
    by: ['client', 'processCoordinator', 'projectLeader'],
    phase: 'organisation',
    needs: [
      'PHASE_OPEN',
      'CONTENT_ROLE_ACCEPTED',
      'PROCESS_ROLE_ACCEPTED',
      'MANDATE_GRANTED',
      'SINGLE_CONTACT_NAMED',
      'ALDERMAN_LINE_AGREED',
      'COUNCIL_ROLE_TOLD',
    ],
    defaults: { roles: ({ facts }) => [...new Set(facts.roles.map(({ role }) => role))] },
  },
});
