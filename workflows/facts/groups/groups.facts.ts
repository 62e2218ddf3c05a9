// Public groups as facts: who must be heard, how many, and who was let go by whom.
import { defineNeeds } from '../../kit/commands.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { commands } from './groups.commands.js';
import { events, type GroupsData } from './groups.events.js';

const needs = defineNeeds<Facts>({
  // Removing is the coordinator's act; the client agrees by waiving the group first, or by being that very person.
  CLIENT_AGREES_GROUP: {
    hard: false,
    kern: true,
    sees: 'payload',
    solvableBy: ['client'],
    met: ({ facts, actor }, data) => {
      const group = facts.groups.get(String(data.groupId));
      return !group?.required || group.waived === true || actor.roles.includes('client');
    },
  },
});

export const groups: FactGroup<Facts> = {
  events,
  commands,
  needs,
  facts: {
    PublicGroupAdded(facts, event) {
      const { groupId, roundId, name, relation, required, everyone, size, min, target } =
        event.data as GroupsData['PublicGroupAdded'];
      const known = facts.groups.get(groupId);
      facts.groups.set(groupId, {
        ...known,
        id: groupId,
        ...(roundId ? { roundId } : {}),
        name,
        relation,
        required,
        everyone,
        size,
        min,
        target,
      });
    },
    LateGroupAdmitted(facts, event) {
      const { groupId, roundId, name, required, min } = event.data as GroupsData['LateGroupAdmitted'];
      const known = facts.groups.get(groupId);
      // Nobody counted them beforehand: size unknown, and the minimum is all that is aimed at.
      const counts = { relation: 'affected', everyone: false, size: 0, min, target: min };
      facts.groups.set(groupId, { ...known, id: groupId, ...(roundId ? { roundId } : {}), name, required, ...counts });
    },
    PublicGroupRemoved: (facts, event) => mark(facts, event.data, { removed: true }),
    GroupWaived: (facts, event) => mark(facts, event.data, { waived: true }),
    ExtraOutreachPlanned: (facts, event) => mark(facts, event.data, { extraOutreach: true }),
  },
};

function mark(
  facts: Facts,
  data: Record<string, unknown>,
  flag: { removed?: boolean; waived?: boolean; extraOutreach?: boolean },
): void {
  const group = facts.groups.get(String(data.groupId));
  if (group) Object.assign(group, flag);
}
