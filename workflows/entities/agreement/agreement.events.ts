// Events of an agreement with participants: made, moved, kept or broken, and broken ones explained.
// A public agreement is in the public edition with its text, dates and explanation; otherwise its texts are sealed.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { bool, date, id, openable, person, pub, txt } from '../../kit/fields.js';

const agreementId = id('agreement');

interface Agreed {
  agreements: ReadonlyMap<string, { public: boolean }>;
}
/** Whether the agreement that an event is about is public; only its making says so itself. */
const open = (data: Record<string, unknown>, facts: unknown): boolean =>
  (facts as Agreed | undefined)?.agreements.get(String(data.agreementId))?.public === true;

const specs = {
  AgreementMade: {
    kind: 'fact',
    data: {
      agreementId: id(),
      text: openable(txt()),
      withGroupId: id('group').optional(),
      conversationId: id('conversation').optional(),
      ownerRef: person(),
      dueOn: openable(date()),
      public: pub(bool()),
    },
    open: (data) => data.public === true,
  },
  AgreementRescheduled: {
    kind: 'fact',
    data: { agreementId, dueOn: openable(date()), reason: txt(), participantsTold: bool() },
    open,
  },
  AgreementFulfilled: {
    kind: 'fact',
    data: { agreementId, on: openable(date()), evidenceDocId: id('document').optional() },
    open,
  },
  AgreementBroken: { kind: 'fact', data: { agreementId, reason: txt(), participantsTold: bool() } },
  BrokenAgreementTold: {
    kind: 'fact',
    data: { agreementId, explanation: openable(txt()), on: openable(date()) },
    open,
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type AgreementData = DataOf<typeof specs>;
export const events = defineEvents(specs);
