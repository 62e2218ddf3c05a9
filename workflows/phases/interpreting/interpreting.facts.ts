// The clusters of contributions and the interpretation in force of each round.
import type { Facts } from '../../facts/facts.js';
import { localDay } from '../../kit/time.js';
import type { FactHandlers } from '../../kit/workflow.js';
import type { InterpretingData } from './interpreting.events.js';

type Data<K extends keyof InterpretingData> = InterpretingData[K];

export const facts: FactHandlers<Facts> = {
  ContributionsClustered(facts, event) {
    const { roundId, clusters } = event.data as Data<'ContributionsClustered'>;
    for (const { clusterId, theme, contributionIds } of clusters)
      facts.clusters.set(clusterId, { roundId, theme, contributionIds });
  },
  ResultsInterpreted(facts, event) {
    const { roundId, answered, method } = event.data as Data<'ResultsInterpreted'>;
    facts.interpretations.set(roundId, { answered, method, on: localDay(event.meta.occurredAt) });
  },
  InterpretationValidated(facts, event) {
    const { roundId, by, withParticipants } = event.data as Data<'InterpretationValidated'>;
    const known = facts.interpretations.get(roundId);
    if (known)
      facts.interpretations.set(roundId, {
        ...known,
        validatedOn: localDay(event.meta.occurredAt),
        withParticipants,
        by,
      });
  },
};
