// Dutch names of the signals, and one sentence that says why each stands: `{subject}` is the thing, `{since}` the day since which.
import { excerpt, type Labels } from '../kit/labels.js';

export const names: Readonly<Record<string, string>> = {
  FRAMES_NOT_ANNOUNCED: 'Kaders niet bekendgemaakt',
  START_WITHOUT_APPROVAL: 'Gestart zonder akkoord',
  BUDGET_OVERRUN: 'Budget raakt op',
  APPROVAL_LATE: 'Akkoord laat op zich wachten',
  NO_ROLE_DIVISION: 'Geen rolverdeling',
  NO_SINGLE_CONTACT: 'Geen aanspreekpunt',
  CAPACITY_SINGLE_POINT: 'Kwetsbare bezetting',
  QUESTION_MISSING: 'Geen participatievraag',
  INVITATION_TOO_LATE: 'Te laat uitgenodigd',
  REPORT_MISSING: 'Verslag ontbreekt',
  GROUP_NOT_HEARD: 'Groep niet gehoord',
  TENSION: 'Spanning',
  DIRECT_ROUTE: 'Bewoners benaderen bestuur direct',
  RESULTS_NOT_INTERPRETED: 'Resultaten niet geduid',
  QUESTION_NOT_ANSWERED: 'Vraag niet beantwoord',
  CONTRIBUTION_UNANSWERED: 'Inbreng zonder antwoord',
  ESCALATION_WAITING: 'Keuze opdrachtgever nodig',
  PASSED_ON_LOST: 'Doorgegeven idee niet opgepakt',
  FEEDBACK_OVERDUE: 'Geen terugkoppeling',
  FEEDBACK_NEGATIVE: 'Negatieve reacties',
  STOP_NOT_TOLD: 'Niet verteld dat het stopt',
  AGREEMENT_OVERDUE: 'Afspraak te laat',
  AGREEMENT_BROKEN: 'Afspraak niet nagekomen',
  DECISION_DEVIATES: 'Besluit wijkt af',
  DECISION_UNEXPLAINED: 'Besluit niet uitgelegd',
  ADVICE_WAITING: 'Adviseur heeft nog niet geantwoord',
  ENTRY_INCOMPLETE: 'Logboekregel niet af',
  PRIVACY_RISK: 'Privacyrisico',
};

export const sentences: Readonly<Record<string, string>> = {
  FRAMES_NOT_ANNOUNCED: 'Er is al contact met mensen, maar nog niet alle kaders zijn bekendgemaakt.',
  START_WITHOUT_APPROVAL: 'Het werk begon op {since}, en er is nog geen akkoord op tijd en geld.',
  BUDGET_OVERRUN:
    'De goedgekeurde tijd of het goedgekeurde geld is sinds {since} bijna op. Over de betekenis van de gesprekken is nog geen akkoord.',
  APPROVAL_LATE: 'Sinds {since} ligt er een vraag om tijd en geld zonder antwoord.',
  NO_ROLE_DIVISION: 'Voor de inhoud of het proces heeft nog niemand ja gezegd.',
  NO_SINGLE_CONTACT: 'Er is al contact met mensen, maar zij hebben geen aanspreekpunt.',
  CAPACITY_SINGLE_POINT: 'Eén procescoördinator leidt sinds {since} meer trajecten tegelijk dan afgesproken.',
  QUESTION_MISSING: 'Er is al contact met mensen, maar er is geen participatievraag.',
  INVITATION_TOO_LATE: 'Tussen de uitnodiging en gesprek {subject} zitten te weinig dagen.',
  REPORT_MISSING: 'Gesprek {subject} was op {since}, en het verslag is nog niet gedeeld.',
  GROUP_NOT_HEARD: 'De ronde is gesloten, maar van de groep {subject} zijn te weinig mensen gehoord.',
  TENSION: 'Op {since} liep de spanning op, en sindsdien was er geen nazorg.',
  DIRECT_ROUTE: 'Op {since} gingen bewoners direct naar het bestuur, en daar is nog niets mee gedaan.',
  RESULTS_NOT_INTERPRETED: 'Ronde {subject} sloot op {since}, en over de betekenis is nog geen akkoord.',
  QUESTION_NOT_ANSWERED: 'De vraag van ronde {subject} is niet beantwoord.',
  CONTRIBUTION_UNANSWERED: 'Inbreng {subject} kwam op {since} binnen en heeft nog geen uitkomst.',
  ESCALATION_WAITING: 'Over {subject} moet de opdrachtgever sinds {since} kiezen.',
  PASSED_ON_LOST: 'Idee {subject} is op {since} doorgegeven en nog niet opgepakt.',
  FEEDBACK_OVERDUE: 'Mensen wachten sinds {since} op een antwoord over ronde {subject}.',
  FEEDBACK_NEGATIVE: 'De meeste reacties op de terugkoppeling zijn negatief.',
  STOP_NOT_TOLD: 'Het traject stopte op {since}, en wie was uitgenodigd weet dat nog niet.',
  AGREEMENT_OVERDUE: 'Afspraak {subject} had op {since} klaar moeten zijn.',
  AGREEMENT_BROKEN: 'Afspraak {subject} is niet nagekomen, en dat is nog niet uitgelegd.',
  DECISION_DEVIATES: 'Het besluit van {since} wijkt af van de uitkomst, en dat is nog niet uitgelegd.',
  DECISION_UNEXPLAINED: 'Het besluit van {since} is nog niet uitgelegd aan de deelnemers.',
  ADVICE_WAITING: 'Een vraag aan de strategisch adviseur wacht sinds {since} op antwoord.',
  ENTRY_INCOMPLETE: 'In logboekregel {subject} van {since} ontbreekt met wie het was of wat het opleverde.',
  PRIVACY_RISK: 'Logboekregel {subject} is openbaar en bevat persoonsgegevens.',
};

/** Where passing the final date says something else than passing the target date. */
export const finalSentences: Readonly<Record<string, string>> = {
  BUDGET_OVERRUN: 'Er is sinds {since} meer tijd of geld geboekt dan is goedgekeurd.',
};

/** How urgent it is, and what a number of a norm means. */
export const severities = { target: 'Streefdatum voorbij', final: 'Uiterste datum voorbij' } as const;

/** Words of acknowledging a signal. */
export const nl: Labels = {
  name: 'Signaal',
  commands: { AcknowledgeSignal: 'Signaal laten wachten' },
  fields: {
    code: 'Welk signaal?',
    subjectId: 'Waarover gaat het?',
    reason: 'Waarom kan dit wachten?',
    snoozeUntil: 'Laten wachten tot',
  },
  hints: { snoozeUntil: 'Een uiterste datum kan hoogstens 14 dagen wachten.' },
  choices: { code: names },
  events: {
    SignalAcknowledged: (data, words) =>
      `Signaal '${names[String(data.code)] ?? ''}' wacht tot ${words.date(data.snoozeUntil)}: ${excerpt(data.reason)}`,
  },
  needs: { SNOOZE_LIMIT: 'Een uiterste datum kan hoogstens 14 dagen wachten.' },
};
