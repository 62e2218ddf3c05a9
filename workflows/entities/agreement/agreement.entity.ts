// An agreement with participants: kept, or broken and then explained. It is settled only then.
import type { Facts } from '../../facts/facts.js';
import { isLatest } from '../../facts/latest.js';
import { flatMachine, stay, to, when } from '../../kit/machine.js';
import { defineEntity } from '../../kit/workflow.js';
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

const due = (id: string): string => `agreement/${id}/dueOn`;

export const agreement = defineEntity<Facts>({
  key: 'agreement',
  machine: agreementMachine,
  events,
  commands,
  needs: {},
  facts: {
    AgreementMade(facts, event) {
      const {
        agreementId: id,
        text,
        ownerRef,
        public: isPublic,
        ...made
      } = event.data as AgreementData['AgreementMade'];
      // Corrected after it was rescheduled, the later date stays.
      const dueOn = isLatest(facts, due(id), event) ? made.dueOn : (facts.agreements.get(id)?.dueOn ?? made.dueOn);
      facts.agreements.set(id, { id, text, ownerRef, dueOn, public: isPublic, madeAt: event.meta.occurredAt });
    },
    AgreementRescheduled(facts, event) {
      const { agreementId, dueOn } = event.data as AgreementData['AgreementRescheduled'];
      const agreement = facts.agreements.get(agreementId);
      if (agreement && isLatest(facts, due(agreementId), event)) agreement.dueOn = dueOn;
    },
  },
});
