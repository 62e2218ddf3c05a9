// Dutch words of feedback.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

interface Owed {
  contributionIds: string[];
  by: string;
}
interface Item {
  contributionIds: string[];
  outcome: string;
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** What a feedback is about; only rounds have a number. */
function subject({ about }: Record<string, unknown>, names: Names): string {
  if (about === 'stopped') return 'het stoppen van het traject';
  const round = names.round(about);
  return round.endsWith('?') ? 'het besluit' : `ronde ${round}`;
}

const promised = (owed: unknown, names: Names): string =>
  list<Owed>(owed)
    .map(
      ({ contributionIds, by }) =>
        ` Antwoord volgt voor ${names.contributions(contributionIds)}, uiterlijk ${names.date(by)}.`,
    )
    .join('');
const told = (value: unknown): string =>
  value === true ? 'De deelnemers weten het.' : 'De deelnemers weten het nog niet.';

export const nl: Labels = {
  name: 'Terugkoppeling',
  states: {
    preparing: { word: 'bezig', label: 'Voorbereiden' },
    inApproval: { word: 'wacht op', label: 'Ter akkoord', who: 'opdrachtgever' },
    approved: { word: 'wacht op', label: 'Goedgekeurd', who: 'verzender' },
    sent: { word: 'wacht op', label: 'Verstuurd', who: 'reacties' },
    closed: { word: 'klaar', label: 'Afgerond' },
  },
  commands: {
    PrepareFeedback: 'Terugkoppeling voorbereiden',
    ReturnFeedback: 'Terugkoppeling teruggeven',
    ApproveFeedback: 'Terugkoppeling goedkeuren',
    SendFeedback: 'Terugkoppeling vastleggen als verstuurd',
    DelayFeedback: 'Uitstel van antwoord vastleggen',
    RecordReaction: 'Reactie vastleggen',
    CorrectFeedback: 'Terugkoppeling rechtzetten',
    CloseFeedback: 'Terugkoppeling afronden',
  },
  fields: {
    feedbackId: 'Terugkoppeling',
    about: 'Waarover gaat het?',
    items: 'Antwoorden',
    contributionIds: 'Inbreng',
    outcome: 'Uitkomst',
    reason: 'Reden',
    publicText: 'Openbare tekst',
    owed: 'Wie krijgt later antwoord?',
    by: 'Uiterlijk op',
    whatNext: 'Wat gebeurt er nu?',
    whenNext: 'Wanneer is dat klaar?',
    letter: 'Brief',
    remarks: 'Opmerkingen',
    channel: 'Kanaal',
    groupIds: 'Groepen',
    groupId: 'Groep',
    recipients: 'Aantal ontvangers',
    on: 'Datum',
    answered: 'Welke inbreng is beantwoord?',
    publicDocId: 'Openbaar document',
    newDate: 'Nieuwe datum',
    publicReason: 'Openbare reden',
    participantsTold: 'Weten de deelnemers het?',
    tone: 'Toon',
    text: 'Tekst',
    count: 'Aantal mensen',
  },
  hints: {
    items: 'Laat leeg: elke uitkomst krijgt een antwoord met de reden erbij.',
    owed: 'Noem een datum voor inbreng zonder antwoord.',
    answered: 'Laat leeg voor de inbreng uit de voorbereiding.',
    newDate: 'De klok schuift alleen op als de deelnemers het weten.',
  },
  choices: {
    about: { stopped: 'het stoppen van het traject' },
    outcome: {
      adopted: 'overgenomen',
      partlyAdopted: 'deels overgenomen',
      notChosen: 'niet gekozen',
      rejected: 'afgewezen',
      answered: 'beantwoord',
      noted: 'voor kennisgeving',
      passedOn: 'doorgegeven',
      escalated: 'voorgelegd aan de opdrachtgever',
      merged: 'samengevoegd',
      withdrawn: 'ingetrokken',
    },
    tone: { positive: 'positief', neutral: 'neutraal', negative: 'negatief' },
  },
  events: {
    FeedbackPrepared: (data, names) => {
      const items = list<Item>(data.items).map(
        ({ contributionIds, outcome }) => `${names.contributions(contributionIds)} ${names.choice('outcome', outcome)}`,
      );
      const answers = items.length === 0 ? '' : `: ${items.join('; ')}`;
      return `De terugkoppeling over ${subject(data, names)} is voorbereid${answers}.${promised(data.owed, names)}`;
    },
    FeedbackReturned: (data, names) =>
      `De terugkoppeling over ${subject(data, names)} is teruggegeven: ${excerpt(data.remarks)}`,
    FeedbackApproved: (data, names) => `De terugkoppeling over ${subject(data, names)} is goedgekeurd.`,
    FeedbackSent: (data, names) => {
      const reached = data.recipients === 1 ? '1 ontvanger' : `${names.number(data.recipients)} ontvangers`;
      const answered = list(data.answered).length === 0 ? '' : ` Beantwoord: ${names.contributions(data.answered)}.`;
      const head = `De terugkoppeling over ${subject(data, names)} is op ${names.date(data.on)} verstuurd aan ${reached} (${excerpt(data.channel)}).`;
      return `${head}${answered}${promised(data.owed, names)}`;
    },
    FeedbackDelayed: (data, names) =>
      `De terugkoppeling over ${subject(data, names)} komt later, uiterlijk ${names.date(data.newDate)}: ${excerpt(data.reason)} ${told(data.participantsTold)}`,
    FeedbackReactionReceived: (data, names) => {
      const who = data.groupId === undefined ? '' : ` van ${names.group(data.groupId)}`;
      const people = data.count === 1 ? '1 mens' : `${names.number(data.count)} mensen`;
      return `Reactie${who} op de terugkoppeling over ${subject(data, names)}, ${names.choice('tone', data.tone)}, ${people}: ${excerpt(data.text)}`;
    },
    FeedbackCorrected: (data, names) =>
      `De terugkoppeling over ${subject(data, names)} wordt rechtgezet: ${excerpt(data.reason)}`,
    FeedbackCompleted: (data, names) => `De terugkoppeling over ${subject(data, names)} is afgerond.`,
  },
  needs: {
    REASON_PER_ITEM: 'Bij deze inbreng ontbreekt de reden: {contributions}.',
    OWED_HAS_DATE: 'Noem een datum voor wie nu nog geen antwoord krijgt: {contributions}.',
    SECOND_PERSON: 'Wie het maakte kan het niet zelf goedkeuren.',
    NOTHING_OWED: 'Deze inbreng wacht nog op antwoord: {contributions}.',
    REACTION_TIME_PASSED: 'Mensen kunnen nog reageren tot {date}.',
  },
};
