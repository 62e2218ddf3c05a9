// An agreement with participants: kept, or broken and then explained. It is settled only then.
import type { Facts } from '../../facts/facts.js';
import { flatMachine, stay, to, when } from '../../kit/machine.js';
import type { Recorded } from '../../kit/types.js';
import type { EntityDef } from '../../kit/workflow.js';
import { commands } from './agreement.commands.js';
import { events, type AgreementData } from './agreement.events.js';

/** All of them are facts, so no state of an agreement may lack one. */
const FACTS = when(['AgreementRescheduled', 'AgreementFulfilled', 'AgreementBroken', 'BrokenAgreementTold'], stay);

export const agreementMachine = flatMachine('agreement', 'none', {
  none: { on: { AgreementMade: to('open') } },
  open: { on: { ...FACTS, AgreementFulfilled: to('fulfilled'), AgreementBroken: to('broken') } },
  // The people who were promised something still wait for an explanation.
  broken: { tags: ['waits:owner'], on: { ...FACTS, BrokenAgreementTold: to('told') } },
  fulfilled: { on: FACTS },
  told: { on: FACTS },
});

/** Notes a date under the event that gave it, so that a corrected older event does not undo a later rescheduling. */
function dated(facts: Facts, event: Recorded): void {
  const { agreementId, dueOn } = event.data as AgreementData['AgreementRescheduled'];
  const agreement = facts.agreements.get(agreementId);
  if (!agreement) return;
  agreement.dueDates.set(event.meta.id, dueOn);
  agreement.dueOn = [...agreement.dueDates.values()].at(-1) ?? dueOn;
}

export const agreement: EntityDef<Facts> = {
  key: 'agreement',
  machine: agreementMachine,
  events,
  commands,
  needs: {},
  facts: {
    AgreementMade(facts, event) {
      const { agreementId: id, text, ownerRef, dueOn, public: isPublic } = event.data as AgreementData['AgreementMade'];
      const dueDates = facts.agreements.get(id)?.dueDates ?? new Map<string, string>();
      const madeAt = event.meta.occurredAt;
      facts.agreements.set(id, { id, text, ownerRef, dueOn, dueDates, public: isPublic, madeAt });
      dated(facts, event);
    },
    AgreementRescheduled: dated,
  },
};
