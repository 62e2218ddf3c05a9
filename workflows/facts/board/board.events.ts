// Contact with the board: the rhythm with the alderman, what the council does, and people who went there directly.
import type { z } from 'zod';
import { choice, date, fact, id, int, internal, line, pub, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  AldermanLineAgreed: {
    kind: 'decision',
    standsAlone: true,
    data: { everyDays: int(1, 366), form: fact(internal(line())) },
  },
  CouncilRoleCommunicated: {
    kind: 'fact',
    standsAlone: true,
    data: { text: pub(txt()), audience: txt(), on: pub(date()) },
  },
  DirectRouteNoticed: {
    kind: 'fact',
    standsAlone: true,
    data: { routeId: id(), to: choice(['alderman', 'council']), topic: txt(), on: date() },
  },
  DirectRouteHandled: { kind: 'fact', standsAlone: true, data: { routeId: id('route'), action: txt(), on: date() } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type BoardData = DataOf<typeof specs>;
export const events = defineEvents(specs);
