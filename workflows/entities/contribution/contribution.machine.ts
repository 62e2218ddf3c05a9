// The life of one contribution: received, perhaps asked and assessed, then an outcome; an outcome can be reconsidered.
import { flatMachine, stay, to, when, type StateSpec } from '../../kit/machine.js';

const OUTCOMES = {
  ContributionAdopted: to('adopted'),
  ContributionPartlyAdopted: to('partlyAdopted'),
  ContributionNotChosen: to('notChosen'),
  ContributionRejected: to('rejected'),
  ContributionAnswered: to('answered'),
  ContributionNoted: to('noted'),
  ContributionPassedOn: to('passedOn'),
  ContributionEscalated: to('escalated'),
};
/** Without an outcome it can still be merged into another or taken back by its giver. */
const OPEN = { ContributionMerged: to('merged'), ContributionWithdrawn: to('withdrawn') };
/** What happened is always taken; belonging to a round and being taken up elsewhere have no say in the state. */
const ALIVE = when(['ContributionWithdrawn', 'GiverAsked', 'ContributionAssignedToRound', 'PassedOnAccepted'], stay);
const RECONSIDERED = { ContributionReconsidered: to('assessed') };
const outcome = (): StateSpec => ({ on: { ...ALIVE, ...RECONSIDERED } });

/** What a client's choice makes of a contribution. */
const CHOSEN = {
  adopt: 'adopted',
  partly: 'partlyAdopted',
  notChosen: 'notChosen',
  reject: 'rejected',
  passOn: 'passedOn',
};
const byChoice = Object.entries(CHOSEN).map(([choice, state]) =>
  to(state, ({ event }) => event.data.choice === choice),
);

export const contributionMachine = flatMachine('contribution', 'none', {
  none: { on: { ContributionReceived: to('received') } },
  received: { on: { ...ALIVE, ...OUTCOMES, ...OPEN, ContributionAssessed: to('assessed'), GiverAsked: to('asked') } },
  asked: { tags: ['waits:participant'], on: { ...ALIVE, ...OUTCOMES, ...OPEN, ContributionAssessed: to('assessed') } },
  assessed: { on: { ...ALIVE, ...OUTCOMES, ...OPEN, GiverAsked: to('asked') } },
  escalated: { tags: ['waits:client'], on: { ...ALIVE, ...OPEN, ClientChoiceMade: byChoice } },
  adopted: outcome(),
  partlyAdopted: outcome(),
  notChosen: outcome(),
  rejected: outcome(),
  answered: outcome(),
  noted: outcome(),
  passedOn: { tags: ['waits:areaManager'], ...outcome() },
  merged: { on: ALIVE },
  withdrawn: { on: ALIVE },
});
