// Commands for roles, mandate and single contact.
import { defineCommands } from '../../kit/commands.js';
import type { Facts } from '../facts.js';
import { events } from './roles.events.js';

export const commands = defineCommands<Facts>('facts', events, {
  AssignRole: {
    event: 'RoleAssigned',
    by: ['client', 'processCoordinator', 'management'],
    needs: ['CONTENT_NOT_WITH_COMMUNICATION'],
    defaults: { isCommunication: () => false, from: ({ today }) => today },
  },
  AcceptRole: { event: 'RoleAccepted', by: ['assignee'], needs: ['IS_ASSIGNEE'] },
  ReleaseRole: { event: 'RoleReleased', by: ['client', 'processCoordinator', 'management'] },
  GrantMandate: { event: 'MandateGranted', by: ['client', 'management'] },
  AppointSingleContact: {
    event: 'SingleContactAppointed',
    by: ['processCoordinator', 'projectLeader', 'client'],
    needs: ['FUNCTION_NAME'],
  },
});
