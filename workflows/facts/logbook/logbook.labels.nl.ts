// Dutch words of log entries.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const names = (list: unknown): string =>
  (Array.isArray(list) ? (list as { label: string }[]) : [])
    .map(({ label }) => excerpt(label))
    .filter((label) => label !== '')
    .join(', ');

function following(followUp: unknown, words: Names): string {
  const { agreementId, text, dueOn } = (followUp ?? {}) as { agreementId?: string; text?: string; dueOn?: string };
  if (dueOn === undefined) return '';
  return ` Vervolg voor ${words.date(dueOn)}: ${agreementId === undefined ? excerpt(text) : `afspraak ${words.agreement(agreementId)}`}`;
}

const forms = {
  meeting: 'overleg',
  phone: 'telefoon',
  mail: 'e-mail',
  letter: 'brief',
  visit: 'bezoek',
  platform: 'platform',
  internal: 'intern',
};

export const nl: Labels = {
  name: 'Logboekregel',
  commands: { WriteLogEntry: 'Logboekregel schrijven' },
  fields: {
    entryId: 'Logboekregel',
    happenedOn: 'Wanneer?',
    step: 'Welke stap?',
    withWhom: 'Met wie?',
    groupId: 'Groep',
    role: 'Rol',
    personRef: 'Persoon',
    label: 'Omschrijving',
    form: 'Vorm',
    discussed: 'Wat is besproken?',
    yield: 'Wat leverde het op?',
    incomplete: 'Nog niet compleet',
    consideration: 'Eigen afweging',
    followUp: 'Vervolg',
    agreementId: 'Afspraak',
    text: 'Tekst',
    dueOn: 'Klaar voor',
    linkedIds: 'Hoort bij',
    visibility: 'Wie mag dit zien?',
    hasPersonalData: 'Bevat persoonsgegevens',
  },
  hints: {
    discussed: 'Schrijf geen namen, gezondheid, geloof of politieke voorkeur op.',
    consideration: 'Uw mening, alleen voor intern gebruik.',
    incomplete: 'U vult later in met wie u sprak en wat het opleverde.',
  },
  choices: {
    form: forms,
    step: {
      preparation: 'Voorbereiding',
      approval: 'Goedkeuring tijd en geld',
      organisation: 'Organisatiestructuur',
      outreach: 'Vraag, publiek en uitnodiging',
      conversations: 'Gesprekken',
      interpreting: 'Duiden',
      feedback: 'Terugkoppeling',
      accountability: 'Verantwoording en besluit',
      evaluation: 'Evaluatie',
    },
    visibility: { internal: 'alleen intern', public: 'openbaar' },
  },
  events: {
    LogEntryWritten: (data, words) => {
      const whom = names(data.withWhom);
      const got = excerpt(data.yield);
      const head = `Contact (${words.choice('form', data.form)})${whom === '' ? '' : ` met ${whom}`}`;
      return `${head}: ${excerpt(data.discussed)}${got === '' ? '' : ` Opbrengst: ${got}`}${following(data.followUp, words)}`;
    },
  },
};
