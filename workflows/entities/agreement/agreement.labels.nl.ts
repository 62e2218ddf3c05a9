// Dutch words of agreements.
import type { Labels, Names } from '../../kit/labels.js';

const told = (value: unknown): string =>
  value === true ? ' De deelnemers weten het.' : ' De deelnemers weten het nog niet.';
const one = (data: Record<string, unknown>, names: Names): string => `Afspraak ${names.agreement(data.agreementId)}`;

export const nl: Labels = {
  name: 'Afspraak',
  states: {
    none: { word: 'nog niet', label: 'Nog niet gemaakt' },
    open: { word: 'bezig', label: 'Open' },
    fulfilled: { word: 'klaar', label: 'Nagekomen' },
    broken: { word: 'wacht op', label: 'Niet nagekomen', who: 'uitleg' },
    told: { word: 'klaar', label: 'Uitgelegd' },
  },
  commands: {
    MakeAgreement: 'Afspraak vastleggen',
    RescheduleAgreement: 'Afspraak verzetten',
    FulfilAgreement: 'Afspraak nagekomen',
    BreakAgreement: 'Afspraak niet nagekomen',
    TellBrokenAgreement: 'Uitleggen waarom het niet lukte',
  },
  fields: {
    agreementId: 'Afspraak',
    text: 'Tekst',
    withGroupId: 'Met welke groep?',
    conversationId: 'Gesprek',
    ownerRef: 'Wie zorgt ervoor?',
    dueOn: 'Klaar voor',
    public: 'Openbaar',
    reason: 'Reden',
    participantsTold: 'Weten de deelnemers het?',
    on: 'Datum',
    evidenceDocId: 'Document als bewijs',
    explanation: 'Uitleg',
  },
  events: {
    AgreementMade: (data, names) => {
      const group = data.withGroupId === undefined ? '' : ` met ${names.group(data.withGroupId)}`;
      const shown = data.public === true ? 'openbaar' : 'niet openbaar';
      return `${one(data, names)} is gemaakt${group}, klaar voor ${names.date(data.dueOn)} (${shown}): ${String(data.text)}`;
    },
    AgreementRescheduled: (data, names) =>
      `${one(data, names)} is verzet naar ${names.date(data.dueOn)}: ${String(data.reason)}${told(data.participantsTold)}`,
    AgreementFulfilled: (data, names) => `${one(data, names)} is nagekomen op ${names.date(data.on)}.`,
    AgreementBroken: (data, names) =>
      `${one(data, names)} is niet nagekomen: ${String(data.reason)}${told(data.participantsTold)}`,
    BrokenAgreementTold: (data, names) =>
      `${one(data, names)}: op ${names.date(data.on)} is uitgelegd waarom het niet lukte: ${String(data.explanation)}`,
  },
};
