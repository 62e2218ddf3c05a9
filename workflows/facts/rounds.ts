// What belongs to a round: its groups, who of them was heard, its conversations and contributions. Read by several phases.
import type { Id } from '../kit/types.js';
import type { Contribution, Conversation, Facts, Group } from './facts.js';

/** Groups in force that this round asks: its own, those it asks again, and those that belong to no round. */
export function groupsOf(facts: Facts, roundId: string): Group[] {
  const again = facts.rounds.get(roundId)?.groupIds ?? [];
  const asked = (group: Group): boolean => (group.roundId ?? roundId) === roundId || again.includes(group.id);
  return [...facts.groups.values()].filter((group) => !group.removed && asked(group));
}

/** Conversations of the round, in the order in which they came in. */
export function conversationsOf(facts: Facts, roundId: string): Conversation[] {
  return [...facts.conversations.values()].filter((one) => one.roundId === roundId);
}

/** Contributions of the round that still count: those taken back by their giver are left out. */
export function contributionsOf(facts: Facts, roundId: string): Contribution[] {
  return [...facts.contributions.values()].filter((one) => one.roundId === roundId && !one.withdrawn);
}

/** People heard in the conversations of the round, per group, in the order in which the groups came. */
export function heardOf(facts: Facts, roundId: string): Map<Id, number> {
  const heard = new Map<Id, number>();
  for (const { heldOn, attendance } of conversationsOf(facts, roundId)) {
    if (heldOn === undefined) continue;
    for (const { groupId, count } of attendance) heard.set(groupId, (heard.get(groupId) ?? 0) + count);
  }
  return heard;
}

/** Required groups of the round of which fewer people were heard than their minimum. */
export function underHeard(facts: Facts, roundId: string): Group[] {
  const heard = heardOf(facts, roundId);
  return groupsOf(facts, roundId).filter((group) => group.required && (heard.get(group.id) ?? 0) < group.min);
}
