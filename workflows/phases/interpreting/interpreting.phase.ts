// Interpreting: what was brought in gets a meaning. Is the question of the round answered, and do those who spoke recognise it?
import type { Facts } from '../../facts/facts.js';
import { flatMachine, stay, to, when } from '../../kit/machine.js';
import type { Recorded } from '../../kit/types.js';
import { definePhase } from '../../kit/workflow.js';
import { commands } from './interpreting.commands.js';
import { events } from './interpreting.events.js';
import { facts } from './interpreting.facts.js';
import { needs } from './interpreting.needs.js';

/** Everything that happens to a contribution of the round: by name, since phases do not import entities. */
const CONTRIBUTION_EVENTS = [
  'ContributionReceived',
  'ContributionAssignedToRound',
  'ContributionAssessed',
  'GiverAsked',
  'ContributionAdopted',
  'ContributionPartlyAdopted',
  'ContributionNotChosen',
  'ContributionRejected',
  'ContributionAnswered',
  'ContributionNoted',
  'ContributionEscalated',
  'ClientChoiceMade',
  'ContributionPassedOn',
  'PassedOnAccepted',
  'ContributionMerged',
  'ContributionWithdrawn',
  'ContributionReconsidered',
];
const INTERPRETED = { ResultsInterpreted: to('interpreted') };
const MORE_INPUT = { MoreInputRequested: to('collecting') };
/** Contested before there was anything to contest, or once more, changes nothing; afterwards it does. */
const HEARD = { InterpretationContested: stay };
const CONTESTED = { InterpretationContested: to('contested') };

export const interpretingMachine = flatMachine(
  'interpreting',
  'collecting',
  {
    collecting: { on: { ...HEARD, ...INTERPRETED, ContributionsClustered: to('assessing') } },
    assessing: { on: { ...HEARD, ...INTERPRETED, ...MORE_INPUT, ContributionsClustered: stay } },
    interpreted: {
      tags: ['waits:projectLeader', 'waits:processCoordinator'],
      on: { ...MORE_INPUT, ...CONTESTED, InterpretationValidated: to('validated') },
    },
    validated: {
      tags: ['closed'],
      on: { ...CONTESTED, PhaseReopened: to('assessing', ({ event }) => event.data.toState === 'assessing') },
    },
    contested: { on: { ...HEARD, InterpretationReopened: to('assessing') } },
  },
  when(CONTRIBUTION_EVENTS, stay),
);

/** The round an event names, else the rounds of its contributions, else that of the conversation in which one came up. */
function roundsOf({ data }: Recorded, facts: Facts): string[] {
  if (typeof data.roundId === 'string') return [data.roundId];
  const { contributionId, contributionIds = [contributionId] } = data as {
    contributionId?: string;
    contributionIds?: unknown[];
  };
  const found = new Set(contributionIds.map((id) => facts.contributions.get(String(id))?.roundId));
  found.add(facts.conversations.get(String(data.conversationId))?.roundId);
  return [...found].filter((roundId) => roundId !== undefined);
}

export const interpreting = definePhase<Facts>({
  key: 'interpreting',
  machine: interpretingMachine,
  per: 'round',
  rounds: roundsOf,
  events,
  commands,
  needs,
  facts,
});
