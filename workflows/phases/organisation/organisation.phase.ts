// Setting up the organisation: content and process each have someone who said yes. When one of them leaves, the phase opens a vacancy.
import type { Facts, RoleHeld } from '../../facts/facts.js';
import { defineNeeds } from '../../kit/commands.js';
import { flatMachine, stay, to, when } from '../../kit/machine.js';
import { definePhase } from '../../kit/workflow.js';
import { commands } from './organisation.commands.js';
import { events } from './organisation.events.js';

const PARTS = [
  'RoleAssigned',
  'RoleAccepted',
  'RoleReleased',
  'MandateGranted',
  'SingleContactAppointed',
  'AldermanLineAgreed',
  'CouncilRoleCommunicated',
];

const organisationMachine = flatMachine(
  'organisation',
  'designing',
  {
    designing: { on: { OrganisationConfirmed: to('confirmed') } },
    confirmed: {
      tags: ['closed'],
      on: {
        RoleReleased: to(
          'vacancy',
          ({ event }) => event.data.responsibility === 'content' || event.data.responsibility === 'process',
        ),
        PhaseReopened: to('designing', ({ event }) => event.data.toState === 'designing'),
      },
    },
    vacancy: { on: { OrganisationConfirmed: to('confirmed') } },
  },
  when(PARTS, stay),
);

const isAccepted = (facts: Facts, responsibility: RoleHeld['responsibility']): boolean =>
  facts.roles.some((held) => held.responsibility === responsibility && held.accepted);

const needs = defineNeeds<Facts>({
  CONTENT_ROLE_ACCEPTED: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['client', 'projectLeader'],
    met: ({ facts }) => isAccepted(facts, 'content'),
  },
  PROCESS_ROLE_ACCEPTED: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['client', 'processCoordinator'],
    met: ({ facts }) => isAccepted(facts, 'process'),
  },
  // The mandate is that of the project leader; one given to a predecessor does not count.
  MANDATE_GRANTED: {
    hard: false,
    sees: 'state',
    solvableBy: ['client'],
    met: ({ facts: { mandate, roles } }) => {
      const leaders = roles.filter(({ role }) => role === 'projectLeader');
      return (
        mandate !== undefined &&
        (leaders.length === 0 || leaders.some(({ assigneeRef }) => assigneeRef === mandate.holderRef))
      );
    },
  },
  SINGLE_CONTACT_NAMED: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['processCoordinator'],
    met: ({ facts }) => facts.singleContact !== undefined,
  },
  ALDERMAN_LINE_AGREED: {
    hard: false,
    sees: 'state',
    solvableBy: ['alderman', 'processCoordinator'],
    met: ({ facts }) => facts.aldermanLine !== undefined,
  },
  COUNCIL_ROLE_TOLD: {
    hard: false,
    sees: 'state',
    solvableBy: ['processCoordinator', 'clerk'],
    met: ({ facts }) => facts.councilRoleToldOn !== undefined,
  },
});

export const organisation = definePhase<Facts>({
  key: 'organisation',
  machine: organisationMachine,
  per: 'trajectory',
  events,
  commands,
  needs,
});
