// Roles, mandate and single contact as facts. Who holds what is read again from all acts in order, so that a correction of one is right.
import { defineNeeds } from '../../kit/commands.js';
import type { Recorded } from '../../kit/types.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts, RoleAct, RoleHeld } from '../facts.js';
import { looksLikeFunction } from './function-name.js';
import { commands } from './roles.commands.js';
import { events, type RolesData } from './roles.events.js';

const needs = defineNeeds<Facts>({
  // A flag on the department and never a match on its name: departments are called differently everywhere.
  CONTENT_NOT_WITH_COMMUNICATION: {
    hard: false,
    kern: true,
    sees: 'payload',
    solvableBy: ['client', 'management'],
    met: (_view, data) => !(data.responsibility === 'content' && data.isCommunication === true),
  },
  IS_ASSIGNEE: {
    hard: true,
    sees: 'state',
    solvableBy: ['assignee'],
    met: ({ facts, decider, given }, data) =>
      facts.roles.some(({ role, assigneeRef, accepted }) => {
        if (assigneeRef !== decider.ref) return false;
        return given.payload === undefined ? !accepted : role === data.role && assigneeRef === data.assigneeRef;
      }),
  },
  FUNCTION_NAME: {
    hard: false,
    kern: true,
    sees: 'payload',
    solvableBy: ['processCoordinator'],
    met: (_view, data) => looksLikeFunction(String(data.publicName)),
  },
});

type Data<K extends keyof RolesData> = RolesData[K];

/** Notes one act and reads the roles and the single contact in force from all of them. */
function note(facts: Facts, event: Recorded, act: RoleAct): void {
  facts.roleActs.set(event.meta.id, act);
  facts.roles = [];
  delete facts.singleContact;
  for (const one of facts.roleActs.values()) apply(facts, one);
}

const isSame = (a: RoleHeld, b: Pick<RoleHeld, 'role' | 'assigneeRef' | 'responsibility'>): boolean =>
  a.role === b.role && a.assigneeRef === b.assigneeRef && a.responsibility === b.responsibility;

function apply(facts: Facts, one: RoleAct): void {
  if (one.act === 'assigned') {
    const { act: _act, ...held } = one;
    facts.roles = [...facts.roles.filter((known) => !isSame(known, held)), held];
  } else if (one.act === 'accepted') {
    facts.roles = facts.roles.map((held) =>
      held.role === one.role && held.assigneeRef === one.assigneeRef ? { ...held, accepted: true } : held,
    );
  } else if (one.act === 'contact') {
    facts.singleContact = { assigneeRef: one.assigneeRef, publicName: one.publicName, channel: one.channel };
  } else {
    facts.roles = facts.roles.filter((held) => !isSame(held, one));
    if (one.role === 'singleContact' && facts.singleContact?.assigneeRef === one.assigneeRef)
      delete facts.singleContact;
  }
}

export const roles: FactGroup<Facts> = {
  events,
  commands,
  needs,
  facts: {
    RoleAssigned(facts, event) {
      const { role, assigneeRef, department, isCommunication, responsibility, from, accepted } =
        event.data as Data<'RoleAssigned'>;
      note(facts, event, {
        act: 'assigned',
        role,
        assigneeRef,
        department,
        isCommunication,
        responsibility,
        from,
        accepted,
      });
    },
    RoleAccepted(facts, event) {
      const { role, assigneeRef } = event.data as Data<'RoleAccepted'>;
      note(facts, event, { act: 'accepted', role, assigneeRef });
    },
    RoleReleased(facts, event) {
      const { role, assigneeRef, responsibility } = event.data as Data<'RoleReleased'>;
      note(facts, event, { act: 'released', role, assigneeRef, responsibility });
    },
    MandateGranted(facts, event) {
      const { holderRef, scope, limits } = event.data as Data<'MandateGranted'>;
      facts.mandate = { holderRef, scope, limits };
    },
    SingleContactAppointed(facts, event) {
      const { assigneeRef, publicName, channel } = event.data as Data<'SingleContactAppointed'>;
      note(facts, event, { act: 'contact', assigneeRef, publicName, channel });
    },
  },
};
