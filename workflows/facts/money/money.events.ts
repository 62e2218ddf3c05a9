// What was used and spent: tools, hours and euros.
import type { z } from 'zod';
import { cents, date, hours, id, internal, line, phase, role, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  ToolSelected: { kind: 'fact', standsAlone: true, data: { tool: internal(line(1)), purpose: txt(), on: date() } },
  HoursBooked: {
    kind: 'fact',
    standsAlone: true,
    data: { phase: phase().optional(), roundId: id('round').optional(), role: role(), hours: hours(), on: date() },
  },
  CostBooked: {
    kind: 'fact',
    standsAlone: true,
    data: { phase: phase().optional(), cents: cents(), category: internal(line()), on: date() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type MoneyData = DataOf<typeof specs>;
export const events = defineEvents(specs);
