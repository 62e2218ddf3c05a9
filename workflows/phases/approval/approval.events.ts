// Events of the approval of time and money: what was estimated, asked and answered.
import {
  cents,
  choice,
  date,
  hours,
  id,
  int,
  internal,
  list,
  object,
  person,
  phase,
  role,
  txt,
} from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import type { z } from 'zod';

const specs = {
  EstimateMade: {
    kind: 'decision',
    data: {
      estimateId: id(),
      lines: list(object({ phase: phase(), role: role(), hours: hours(), cents: cents() })).optional(),
      totalHours: hours(),
      totalCents: cents(),
      startOn: date(),
      endOn: date(),
      basis: choice(['experience', 'expert', 'quote']),
      sample: object({ n: int(), p50h: hours(), p80h: hours(), p50c: cents(), p80c: cents() }).optional(),
    },
  },
  ApprovalRequested: {
    kind: 'decision',
    data: { estimateId: id('estimate'), approverRef: person(), decideBy: date() },
  },
  ApprovalReturned: { kind: 'decision', data: { reason: txt(), missing: list(internal(txt())) } },
  TimeAndMoneyApproved: {
    kind: 'decision',
    data: { hours: hours(), cents: cents(), startOn: date(), endOn: date(), conditions: list(internal(txt())) },
  },
  TimeAndMoneyRejected: {
    kind: 'decision',
    data: { reason: txt(), wayOut: choice(['smallerScope', 'lowerLevel', 'stop']) },
  },
  SupplementRequested: { kind: 'decision', data: { hours: hours(), cents: cents(), days: int(), reason: txt() } },
  SupplementApproved: { kind: 'decision', data: { hours: hours(), cents: cents(), endOn: date() } },
  SupplementRejected: { kind: 'decision', data: { reason: txt() } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type ApprovalData = DataOf<typeof specs>;
export const events = defineEvents(specs);
