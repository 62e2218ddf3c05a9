// Commands about agreements. All are facts: an agreement that was made or broken is never refused, only asked about.
import type { Facts } from '../../facts/facts.js';
import { defineCommands, type Fill } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import { events } from './agreement.events.js';

const by = [...TEAM, 'areaManager', 'singleContact'] as const;
const today: Fill<Facts> = (view) => view.today;
const no: Fill<Facts> = () => false;

export const commands = defineCommands<Facts>('agreement', events, {
  MakeAgreement: {
    event: 'AgreementMade',
    by,
    makes: ['agreementId'],
    defaults: { ownerRef: ({ actor }) => actor.ref, public: no },
  },
  RescheduleAgreement: { event: 'AgreementRescheduled', by, defaults: { participantsTold: no } },
  FulfilAgreement: { event: 'AgreementFulfilled', by, defaults: { on: today } },
  BreakAgreement: { event: 'AgreementBroken', by, defaults: { participantsTold: no } },
  TellBrokenAgreement: { event: 'BrokenAgreementTold', by, defaults: { on: today } },
});
