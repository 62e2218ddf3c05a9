// What giving meaning needs: a round that is closed, an outcome for everything, an answer to the question, and the right people agreeing.
import type { Facts } from '../../facts/facts.js';
import { contributionsOf } from '../../facts/rounds.js';
import { shortList } from '../../facts/short-list.js';
import { defineNeeds, type View } from '../../kit/commands.js';
import { LEVELS } from '../../kit/fields.js';
import type { Id } from '../../kit/types.js';
import type { InterpretingData } from './interpreting.events.js';

type Validated = InterpretingData['InterpretationValidated'];

/** Contributions without an outcome. One that waits for the choice of the client does not hold up the rest. */
const WITHOUT_OUTCOME = ['received', 'asked', 'assessed'];
function withoutOutcome({ facts, trajectory, address }: View<Facts>): Id[] {
  return contributionsOf(facts, address.round ?? '')
    .map(({ id }) => id)
    .filter((id) => WITHOUT_OUTCOME.includes(trajectory.cells.get(`contribution/${id}`)?.value ?? ''));
}

const CLOSED_FOR_INPUT = ['reporting', 'closed'];
function roundClosed({ trajectory, address }: View<Facts>): boolean {
  const key = `conversations/${address.round ?? ''}`;
  return (
    CLOSED_FOR_INPUT.includes(trajectory.cells.get(key)?.value ?? '') || trajectory.phases.get(key)?.skipped === true
  );
}

/** Answered at least in part, or asked again in a later round. */
function questionAnswered({ facts, address }: View<Facts>): boolean {
  const round = facts.rounds.get(address.round ?? '');
  const askedAgain = [...facts.rounds.values()].some(({ nr }) => nr > (round?.nr ?? 0));
  return facts.interpretations.get(address.round ?? '')?.answered !== 'no' || askedAgain;
}

const atLeast = (facts: Facts, level: Facts['level']): boolean => LEVELS.indexOf(facts.level) >= LEVELS.indexOf(level);

export const needs = defineNeeds<Facts>({
  ROUND_CLOSED: { hard: false, sees: 'state', solvableBy: ['processCoordinator'], met: roundClosed },
  ALL_HAVE_OUTCOME: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['projectLeader', 'client'],
    met: (view) => withoutOutcome(view).length === 0,
    vars: (view) => ({ contributions: shortList('B', view.facts.contributions, withoutOutcome(view)) }),
  },
  QUESTION_ANSWERED: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['projectLeader', 'processCoordinator'],
    met: questionAnswered,
  },
  WITH_PARTICIPANTS: {
    hard: false,
    kern: true,
    sees: 'payload',
    solvableBy: ['projectLeader', 'processCoordinator'],
    met: ({ facts }, data) => !atLeast(facts, 'coproduce') || data.withParticipants === true,
  },
  CONTENT_AND_PROCESS: {
    hard: false,
    sees: 'payload',
    solvableBy: ['projectLeader', 'processCoordinator'],
    met: (_view, data) =>
      (['projectLeader', 'processCoordinator'] as const).every((role) => (data as Validated).by.includes(role)),
  },
});
