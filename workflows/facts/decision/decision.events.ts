// What the board decided about the outcome, and that participants were told. In kern a decision is a fact of the trajectory, without a phase of its own.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { bool, choice, CONTRIBUTIONS_MAX, date, id, internal, line, list, object, pub, txt } from '../../kit/fields.js';

const judged = () =>
  object({ contributionId: id('contribution'), outcome: pub(choice(['asAdvised', 'changed'])), text: txt() });

const specs = {
  DecisionTaken: {
    kind: 'decision',
    standsAlone: true,
    data: {
      decisionId: id(),
      body: pub(choice(['college', 'raad', 'mandaat'])),
      municipalityId: pub(id('municipality')),
      on: pub(date()),
      outcome: pub(choice(['asProposed', 'amended', 'rejected', 'deferred'])),
      deviates: pub(bool()),
      motivation: pub(txt()).optional(),
      perItem: list(judged(), CONTRIBUTIONS_MAX).optional(),
    },
  },
  DecisionExplained: {
    kind: 'automatic',
    standsAlone: true,
    data: { decisionId: id('decision'), on: pub(date()), channel: internal(line()), last: bool() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type DecisionData = DataOf<typeof specs>;
export const events = defineEvents(specs);
