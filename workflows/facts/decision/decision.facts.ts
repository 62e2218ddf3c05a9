// Decisions of the board as facts of the trajectory: each has its own feedback and is explained by it.
import { defineNeeds, type Data, type View } from '../../kit/commands.js';
import { LEVELS } from '../../kit/fields.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { numbered } from '../numbers.js';
import { commands } from './decision.commands.js';
import { events, type DecisionData } from './decision.events.js';

const ADOPTED = ['adopted', 'partlyAdopted'];

/** Adopted ideas about which the decision says nothing. A deferred decision judges none. */
function unjudged({ facts, trajectory }: View<Facts>, data: Data): string[] {
  if (data.outcome === 'deferred') return [];
  const { perItem = [] } = data as DecisionData['DecisionTaken'];
  const judged = new Set(perItem.map(({ contributionId }) => contributionId));
  const isAdopted = (id: string): boolean => ADOPTED.includes(trajectory.cells.get(`contribution/${id}`)?.value ?? '');
  return [...facts.contributions.keys()].filter((id) => isAdopted(id) && !judged.has(id));
}

const needs = defineNeeds<Facts>({
  MOTIVATION_IF_DEVIATING: {
    hard: true,
    sees: 'payload',
    solvableBy: ['alderman', 'clerk'],
    met: ({ facts }, data) => {
      const asked = data.deviates === true && LEVELS.indexOf(facts.level) >= LEVELS.indexOf('advise');
      return !asked || (typeof data.motivation === 'string' && data.motivation.trim() !== '');
    },
  },
  ITEMS_JUDGED: {
    hard: false,
    sees: 'payload',
    solvableBy: ['alderman', 'clerk', 'projectLeader'],
    met: (view, data) => unjudged(view, data).length === 0,
    vars: (view, data) => ({ contributions: numbered('B', view.facts.contributions, unjudged(view, data)) }),
  },
});

export const decision: FactGroup<Facts> = {
  events,
  commands,
  needs,
  facts: {
    DecisionTaken(facts, event) {
      const {
        decisionId: id,
        body,
        municipalityId,
        on,
        outcome,
        deviates,
      } = event.data as DecisionData['DecisionTaken'];
      facts.decisions.set(id, { ...facts.decisions.get(id), id, body, municipalityId, on, outcome, deviates });
    },
    DecisionExplained(facts, event) {
      const { decisionId, on } = event.data as DecisionData['DecisionExplained'];
      const explained = facts.decisions.get(decisionId);
      if (explained) explained.explainedOn = on;
    },
  },
};
