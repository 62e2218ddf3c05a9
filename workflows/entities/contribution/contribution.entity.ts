// A contribution: what someone brought in, and what the municipality did with it. Each one gets an outcome with a reason.
import type { Contribution, Facts } from '../../facts/facts.js';
import { localDay } from '../../kit/time.js';
import type { Id, Recorded } from '../../kit/types.js';
import { defineEntity, type FactHandlers } from '../../kit/workflow.js';
import { commands, outsideKey } from './contribution.commands.js';
import { events, type ContributionData } from './contribution.events.js';
import { contributionMachine } from './contribution.machine.js';
import { needs } from './contribution.needs.js';

type Data<K extends keyof ContributionData> = ContributionData[K];

/** Takes one in, or reads it again after a correction: what was learned about it since then stays. */
function receive(facts: Facts, event: Recorded): void {
  const { contributionId: id, ...data } = event.data as Data<'ContributionReceived'>;
  const before = facts.contributions.get(id);
  const oldKey = before && outsideKey(before);
  if (oldKey !== undefined) facts.contributionKeys.delete(oldKey);
  const key = outsideKey(data);
  if (key !== undefined) facts.contributionKeys.set(key, id);
  const round = before?.assigned ? { roundId: before.roundId } : {};
  facts.contributions.set(id, { ...before, ...data, ...round, id, receivedAt: event.meta.occurredAt });
}

function each(facts: Facts, event: Recorded, change: (one: Contribution) => void): void {
  for (const id of event.data.contributionIds as Id[]) {
    const one = facts.contributions.get(id);
    if (one) change(one);
  }
}

/** The field that tells the giver why, kept for the feedback. */
const reasonFrom =
  (field: string) =>
  (facts: Facts, event: Recorded): void =>
    each(facts, event, (one) => {
      one.reason = String(event.data[field]);
    });

const handlers: FactHandlers<Facts> = {
  ContributionReceived: receive,
  ContributionAssignedToRound: (facts, event) =>
    each(facts, event, (one) => {
      one.roundId = (event.data as Data<'ContributionAssignedToRound'>).roundId;
      one.assigned = true;
    }),
  ContributionAssessed: (facts, event) =>
    each(facts, event, (one) => {
      one.verdict = (event.data as Data<'ContributionAssessed'>).verdict;
    }),
  ContributionAdopted: reasonFrom('how'),
  ContributionPartlyAdopted: reasonFrom('reason'),
  ContributionNotChosen: reasonFrom('reason'),
  ContributionRejected: reasonFrom('reason'),
  ContributionAnswered: reasonFrom('answer'),
  ContributionNoted: reasonFrom('reply'),
  ClientChoiceMade: reasonFrom('motivation'),
  ContributionPassedOn: (facts, event) =>
    each(facts, event, (one) => {
      one.passedTo = {
        receiverRef: (event.data as Data<'ContributionPassedOn'>).receiverRef,
        on: localDay(event.meta.occurredAt),
      };
    }),
  ContributionReconsidered: (facts, event) =>
    each(facts, event, (one) => {
      delete one.reason;
      delete one.passedTo;
    }),
};

export const contribution = defineEntity<Facts>({
  key: 'contribution',
  machine: contributionMachine,
  events,
  commands,
  needs,
  facts: handlers,
});
