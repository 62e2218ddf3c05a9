// What forms say beside the labels of their fields: how to write a value, what cannot be read, and the word for one row of a list.
import type { Lang } from '../../../web/text/index.js';
import type { Unreadable } from './decode.js';

export interface FormTexts {
  privacy: string;
  perLine: string;
  nothingToChoose: string;
  uuid: string;
  faults: Record<Unreadable, string>;
  /** The word for one row, by field; `other` for the rest. */
  items: Record<string, string>;
  /** The word for one row of a command that is repeated. */
  commands: Record<string, string>;
  newAbove: (what: string, n: number) => string;
  withoutAccount: string;
  also: (command: string) => string;
  nothingSent: string;
  yes: string;
  no: string;
  behalf: {
    title: string;
    hint: string;
    role: string;
    function: string;
    functionHint: string;
    ref: string;
    refHint: string;
    on: string;
    text: string;
    textHint: string;
    document: string;
  };
  when: { label: string; hint: string };
  correct: { what: string; whatHint: string; after: string; afterHint: string; reason: string; item: string };
}

const nl: FormTexts = {
  privacy: 'Schrijf hier geen namen, gezondheid, geloof of politiek.',
  perLine: 'Eén per regel.',
  nothingToChoose: 'Er is nog niets om uit te kiezen.',
  uuid: 'Het kenmerk, zoals 0b54c6a8-2d6f-4a60-8f0e-1f6c1b7f2a11.',
  faults: {
    number: 'Schrijf een getal, zoals 7,5.',
    whole: 'Schrijf een heel getal, zoals 20.',
    money: 'Schrijf een bedrag in euro, zoals 1.250,50.',
    date: 'Dit is geen bestaande datum. Schrijf dag-maand-jaar, zoals 28-04-2026.',
    moment: 'Dit is geen bestaand tijdstip. Schrijf dag-maand-jaar en tijd, zoals 28-04-2026 19.00.',
  },
  items: {
    lines: 'regel',
    attendance: 'groep',
    heard: 'groep',
    notHeard: 'groep',
    findings: 'bevinding',
    items: 'antwoord',
    owed: 'belofte',
    tasks: 'taak',
    frames: 'kader',
    clusters: 'bundel',
    withWhom: 'gesprekspartner',
    periods: 'periode',
    contributions: 'inbreng',
    perItem: 'inbreng',
    other: 'regel',
  },
  commands: {
    AddPublicGroup: 'groep',
    AssignRole: 'rol',
    DefineFrame: 'kader',
    SendInvitation: 'uitnodiging',
    ReceiveContribution: 'idee',
    MakeAgreement: 'afspraak',
    AssessContribution: 'oordeel',
    AdoptContribution: 'overgenomen idee',
    AdoptContributionPartly: 'deels overgenomen idee',
    LeaveContribution: 'niet gekozen idee',
    RejectContribution: 'afgewezen idee',
    AnswerContribution: 'antwoord op een vraag',
    NoteContribution: 'idee voor kennisgeving',
    EscalateContribution: 'vraag aan de opdrachtgever',
    PassOnContribution: 'doorgegeven idee',
    FulfilAgreement: 'nagekomen afspraak',
    BookHours: 'boeking van uren',
    BookCost: 'boeking van kosten',
    CorrectFact: 'correctie',
    RecordLesson: 'les',
  },
  newAbove: (what, n) => `${what} ${n} hierboven (nieuw)`,
  withoutAccount: 'Iemand zonder account',
  also: (command) => `Ook doen: ${command}`,
  nothingSent: 'Kies ten minste één onderdeel. Er is nog niets om vast te leggen.',
  yes: 'ja',
  no: 'nee',
  behalf: {
    title: 'Namens wie legt u dit vast?',
    hint: 'Uw rol beslist dit niet zelf. U kunt het besluit van iemand anders vastleggen, met bewijs.',
    role: 'Wie besloot?',
    function: 'Functie',
    functionHint: 'Een functie, zoals budgethouder groen. Geen naam.',
    ref: 'Account van deze persoon',
    refHint: 'Nodig als iemand niet over eigen werk mag beslissen.',
    on: 'Besloten op',
    text: 'Waaruit blijkt het?',
    textHint: 'Neem de tekst van de mail of de notulen over. Laat namen weg.',
    document: 'Of kies een document',
  },
  when: { label: 'Wanneer was dit?', hint: 'Alleen nodig als het niet nu is.' },
  correct: {
    what: 'Wat klopt niet?',
    whatHint: 'Regel van het verhaal, veld, en wat er nu staat.',
    after: 'Wat moet er staan?',
    afterHint: 'Schrijf een datum als 28-04-2026, een bedrag als 1.250,50.',
    reason: 'Waarom?',
    item: 'correctie',
  },
};

const en: FormTexts = {
  privacy: 'Do not write names, health, religion or politics here.',
  perLine: 'One per line.',
  nothingToChoose: 'There is nothing to choose from yet.',
  uuid: 'The id, such as 0b54c6a8-2d6f-4a60-8f0e-1f6c1b7f2a11.',
  faults: {
    number: 'Write a number, such as 7.5.',
    whole: 'Write a whole number, such as 20.',
    money: 'Write an amount in euros, such as 1250.50.',
    date: 'This date does not exist. Write day-month-year, such as 28-04-2026.',
    moment: 'This moment does not exist. Write day-month-year and time, such as 28-04-2026 19:00.',
  },
  items: {
    lines: 'line',
    attendance: 'group',
    heard: 'group',
    notHeard: 'group',
    findings: 'finding',
    items: 'answer',
    owed: 'promise',
    tasks: 'task',
    frames: 'frame',
    clusters: 'cluster',
    withWhom: 'person or group',
    periods: 'period',
    contributions: 'contribution',
    perItem: 'contribution',
    other: 'line',
  },
  commands: {
    AddPublicGroup: 'group',
    AssignRole: 'role',
    DefineFrame: 'frame',
    SendInvitation: 'invitation',
    ReceiveContribution: 'idea',
    MakeAgreement: 'agreement',
    AssessContribution: 'assessment',
    AdoptContribution: 'adopted idea',
    AdoptContributionPartly: 'partly adopted idea',
    LeaveContribution: 'idea not chosen',
    RejectContribution: 'rejected idea',
    AnswerContribution: 'answer to a question',
    NoteContribution: 'noted idea',
    EscalateContribution: 'question to the client',
    PassOnContribution: 'idea passed on',
    FulfilAgreement: 'kept agreement',
    BookHours: 'booking of hours',
    BookCost: 'booking of costs',
    CorrectFact: 'correction',
    RecordLesson: 'lesson',
  },
  newAbove: (what, n) => `${what} ${n} above (new)`,
  withoutAccount: 'Somebody without an account',
  also: (command) => `Also do: ${command}`,
  nothingSent: 'Choose at least one part. There is nothing to record yet.',
  yes: 'yes',
  no: 'no',
  behalf: {
    title: 'For whom do you record this?',
    hint: 'Your role does not decide this. You can record the decision of somebody else, with evidence.',
    role: 'Who decided?',
    function: 'Function',
    functionHint: 'A function, such as budget holder green. No name.',
    ref: 'Account of this person',
    refHint: 'Needed where people may not decide about their own work.',
    on: 'Decided on',
    text: 'What shows it?',
    textHint: 'Copy the text of the mail or the minutes. Leave out names.',
    document: 'Or choose a document',
  },
  when: { label: 'When was this?', hint: 'Only needed when it is not now.' },
  correct: {
    what: 'What is not right?',
    whatHint: 'Line of the story, field, and what stands there now.',
    after: 'What should it be?',
    afterHint: 'Write a date as 28-04-2026, an amount as 1250.50.',
    reason: 'Why?',
    item: 'correction',
  },
};

/** The texts of forms in one language. */
export const formTexts = (lang: Lang): FormTexts => (lang === 'nl' ? nl : en);
