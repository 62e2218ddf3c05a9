// Dutch words of contributions.
import { excerpt, type Labels } from '../../kit/labels.js';

const are = (ids: unknown): string => (Array.isArray(ids) && ids.length > 1 ? 'zijn' : 'is');
const quoted = (text: unknown): string => `“${excerpt(text)}”`;
const text = (value: unknown): string => excerpt(value);
const frames = (list: unknown): { frameId: string; version: number }[] =>
  Array.isArray(list) ? (list as { frameId: string; version: number }[]) : [];

export const nl: Labels = {
  name: 'Inbreng',
  states: {
    none: { word: 'nog niet', label: 'Nog niet ontvangen' },
    received: { word: 'nog niet', label: 'Ontvangen' },
    asked: { word: 'wacht op', label: 'Vraag gesteld', who: 'gever' },
    assessed: { word: 'bezig', label: 'Getoetst' },
    escalated: { word: 'wacht op', label: 'Voorgelegd aan opdrachtgever', who: 'opdrachtgever' },
    adopted: { word: 'klaar', label: 'Overgenomen' },
    partlyAdopted: { word: 'klaar', label: 'Deels overgenomen' },
    notChosen: { word: 'klaar', label: 'Niet gekozen' },
    rejected: { word: 'klaar', label: 'Afgewezen' },
    answered: { word: 'klaar', label: 'Beantwoord' },
    noted: { word: 'klaar', label: 'Voor kennisgeving' },
    passedOn: { word: 'wacht op', label: 'Doorgegeven', who: 'gebiedsteam' },
    merged: { word: 'klaar', label: 'Samengevoegd' },
    withdrawn: { word: 'klaar', label: 'Ingetrokken' },
  },
  commands: {
    ReceiveContribution: 'Inbreng vastleggen',
    ImportContributions: 'Inbreng inlezen',
    WithdrawContribution: 'Inbreng intrekken',
    AskGiver: 'Vraag stellen aan de gever',
    AssignContributionToRound: 'Inbreng bij een ronde zetten',
    AssessContribution: 'Inbreng toetsen aan de kaders',
    AdoptContribution: 'Inbreng overnemen',
    AdoptContributionPartly: 'Inbreng deels overnemen',
    LeaveContribution: 'Inbreng niet kiezen',
    RejectContribution: 'Inbreng afwijzen',
    AnswerContribution: 'Vraag beantwoorden',
    NoteContribution: 'Voor kennisgeving aannemen',
    EscalateContribution: 'Voorleggen aan de opdrachtgever',
    MakeClientChoice: 'Keuze maken als opdrachtgever',
    PassOnContribution: 'Doorgeven aan het gebiedsteam',
    AcceptPassedOn: 'Doorgegeven inbreng oppakken',
    MergeContributions: 'Inbreng samenvoegen',
    ReconsiderContribution: 'Inbreng opnieuw bekijken',
  },
  fields: {
    contributions: 'Inbreng',
    contributionId: 'Inbreng',
    contributionIds: 'Inbreng',
    roundId: 'Ronde',
    conversationId: 'Gesprek',
    source: 'Bron',
    kind: 'Soort',
    sourceSystem: 'Systeem waar het vandaan komt',
    externalId: 'Nummer in dat systeem',
    groupId: 'Groep',
    theme: 'Thema',
    text: 'Tekst',
    personRef: 'Persoon',
    question: 'Vraag',
    on: 'Datum',
    verdict: 'Past het binnen de kaders?',
    frames: 'Kaders',
    frameId: 'Kader',
    version: 'Versie',
    frameVersion: 'Versie van het kader',
    motivation: 'Motivering',
    how: 'Hoe nemen wij het over?',
    what: 'Wat nemen wij over?',
    whatNot: 'Wat nemen wij niet over?',
    reason: 'Reden',
    answer: 'Antwoord',
    reply: 'Reactie',
    clientRef: 'Opdrachtgever',
    choice: 'Keuze',
    frameChange: 'Wat verandert er aan een kader?',
    toArea: 'Gebied',
    receiverRef: 'Wie ontvangt het?',
    intoId: 'Samenvoegen met',
  },
  hints: {
    roundId: 'Laat leeg als u nog niet weet bij welke ronde het hoort.',
    frameVersion: 'De versie die gold toen het idee kwam.',
  },
  choices: {
    source: { conversation: 'gesprek', online: 'online', letter: 'brief', email: 'e-mail', phone: 'telefoon' },
    kind: { idea: 'idee', objection: 'bezwaar', question: 'vraag', remark: 'opmerking' },
    verdict: { within: 'binnen de kaders', outside: 'buiten de kaders', unclear: 'niet duidelijk' },
    choice: {
      adopt: 'overnemen',
      partly: 'deels overnemen',
      notChosen: 'niet kiezen',
      reject: 'afwijzen',
      passOn: 'doorgeven',
    },
  },
  events: {
    ContributionReceived: (data, names) => {
      const where = data.conversationId === undefined ? '' : ` ${names.conversation(data.conversationId)}`;
      const from = `${names.choice('source', data.source)}${data.source === 'conversation' ? where : ''}`;
      const kind = names.choice('kind', data.kind);
      return `Inbreng ${names.contribution(data.contributionId)} is ontvangen (${kind}, ${from}): ${quoted(data.text)}`;
    },
    ContributionWithdrawn: (data, names) => `Inbreng ${names.contribution(data.contributionId)} is ingetrokken.`,
    GiverAsked: (data, names) =>
      `Aan de gever van ${names.contribution(data.contributionId)} is gevraagd: ${quoted(data.question)}`,
    ContributionAssignedToRound: ({ contributionIds: ids, roundId }, names) =>
      `${names.contributions(ids)} ${are(ids)} bij ronde ${names.round(roundId)} gezet.`,
    ContributionAssessed: ({ contributionIds: ids, ...data }, names) => {
      const looked = frames(data.frames).map((one) => `${names.frame(one.frameId)} versie ${one.version}`);
      const along = looked.length > 0 ? ` Gekeken naar ${looked.join(', ')}.` : '';
      const verdict = names.choice('verdict', data.verdict);
      return `${names.contributions(ids)} ${are(ids)} getoetst: ${verdict}.${along} ${text(data.motivation)}`.trimEnd();
    },
    ContributionAdopted: ({ contributionIds: ids, how }, names) =>
      `${names.contributions(ids)} ${are(ids)} overgenomen: ${text(how)}`,
    ContributionPartlyAdopted: ({ contributionIds: ids, ...data }, names) =>
      `${names.contributions(ids)} ${are(ids)} deels overgenomen. ` +
      `Wel: ${text(data.what)} Niet: ${text(data.whatNot)} Reden: ${text(data.reason)}`,
    ContributionNotChosen: ({ contributionIds: ids, reason }, names) =>
      `${names.contributions(ids)} ${are(ids)} niet gekozen: ${text(reason)}`,
    ContributionRejected: ({ contributionIds: ids, ...data }, names) =>
      `${names.contributions(ids)} ${are(ids)} afgewezen om kader ${names.frame(data.frameId)} ` +
      `versie ${String(data.frameVersion)}: ${text(data.reason)}`,
    ContributionAnswered: ({ contributionIds: ids, answer }, names) =>
      `${names.contributions(ids)} ${are(ids)} beantwoord: ${text(answer)}`,
    ContributionNoted: ({ contributionIds: ids, reply }, names) =>
      `${names.contributions(ids)} ${are(ids)} voor kennisgeving aangenomen: ${text(reply)}`,
    ContributionEscalated: ({ contributionIds: ids, question }, names) =>
      `${names.contributions(ids)} ${are(ids)} voorgelegd aan de opdrachtgever: ${text(question)}`,
    ClientChoiceMade: ({ contributionIds: ids, choice, motivation, frameChange }, names) => {
      const changed = frameChange === undefined ? '' : ` Kader: ${text(frameChange)}`;
      const chosen = names.choice('choice', choice);
      return `De opdrachtgever kiest voor ${names.contributions(ids)}: ${chosen}. ${text(motivation)}${changed}`;
    },
    ContributionPassedOn: ({ contributionIds: ids }, names) =>
      `${names.contributions(ids)} ${are(ids)} doorgegeven aan het gebiedsteam.`,
    PassedOnAccepted: ({ contributionIds: ids, on }, names) =>
      `Het gebiedsteam pakt ${names.contributions(ids)} op sinds ${names.date(on)}.`,
    ContributionMerged: (data, names) =>
      `${names.contribution(data.contributionId)} is samengevoegd met ${names.contribution(data.intoId)}.`,
    ContributionReconsidered: ({ contributionIds: ids, reason }, names) =>
      `${names.contributions(ids)} ${Array.isArray(ids) && ids.length > 1 ? 'worden' : 'wordt'} opnieuw bekeken: ${text(reason)}`,
  },
  needs: {
    ASSESSED: 'Toets dit idee eerst aan de kaders.',
    FRAME_IN_FORCE: 'Dit kader gold niet toen het idee kwam; nu geldt {version}.',
    FRAME_ANNOUNCED_BEFORE_IDEA: 'Dit kader was nog niet bekend toen het idee kwam; leg het voor of kies anders.',
    RECEIVER_KNOWN: 'Kies aan wie u dit doorgeeft.',
    TARGET_OPEN: 'Het idee waar u dit bij voegt is zelf al samengevoegd of ingetrokken.',
  },
};
