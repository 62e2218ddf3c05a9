// Who does what: roles, the mandate of the project leader, and the one contact for people outside.
import type { z } from 'zod';
import { bool, choice, date, fact, internal, line, person, pub, role, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const responsibility = () => choice(['content', 'process', 'support', 'buddy']);

const specs = {
  RoleAssigned: {
    kind: 'decision',
    standsAlone: true,
    data: {
      role: role(),
      assigneeRef: person(),
      department: fact(internal(line())),
      isCommunication: bool(),
      responsibility: responsibility(),
      from: fact(date()),
      accepted: bool(),
    },
  },
  RoleAccepted: { kind: 'decision', standsAlone: true, data: { role: role(), assigneeRef: person() } },
  RoleReleased: {
    kind: 'fact',
    standsAlone: true,
    data: { role: role(), assigneeRef: person(), responsibility: responsibility(), reason: txt() },
  },
  MandateGranted: {
    kind: 'decision',
    standsAlone: true,
    data: { holderRef: person(), scope: internal(line()), limits: internal(txt()) },
  },
  SingleContactAppointed: {
    kind: 'decision',
    standsAlone: true,
    data: { assigneeRef: person(), publicName: fact(pub(line(1))), channel: fact(pub(line())) },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type RolesData = DataOf<typeof specs>;
export const events = defineEvents(specs);
