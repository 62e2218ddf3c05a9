// Public groups: for whom the question matters, who joins late, and whom the client lets go.
import type { z } from 'zod';
import { bool, choice, fact, id, int, internal, line, list, pub, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  PublicGroupAdded: {
    kind: 'decision',
    standsAlone: true,
    data: {
      groupId: id(),
      roundId: id('round').optional(),
      name: fact(pub(line(1))),
      relation: pub(choice(['affected', 'interested', 'expert', 'partner', 'hardToReach'])),
      required: pub(bool()),
      everyone: bool(),
      size: fact(int()),
      min: int(),
      target: int(),
      sender: fact(internal(line())),
      channels: list(fact(internal(line(1)))),
      panelId: id().optional(),
    },
  },
  PublicGroupRemoved: { kind: 'decision', standsAlone: true, data: { groupId: id('group'), reason: txt() } },
  LateGroupAdmitted: {
    kind: 'decision',
    standsAlone: true,
    data: {
      groupId: id(),
      roundId: id('round').optional(),
      name: fact(pub(line(1))),
      required: pub(bool()),
      min: int(),
    },
  },
  GroupWaived: {
    kind: 'decision',
    standsAlone: true,
    data: { groupId: id('group'), roundId: id('round').optional(), reason: txt() },
  },
  ExtraOutreachPlanned: { kind: 'decision', standsAlone: true, data: { groupId: id('group'), measure: fact(txt()) } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type GroupsData = DataOf<typeof specs>;
export const events = defineEvents(specs);
