// Dutch words of the conversations of a round.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

interface Counted {
  groupId: string;
  count: number;
}
interface Missed {
  groupId: string;
  reason: string;
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
const counts = (value: unknown, names: Names): string =>
  list<Counted>(value)
    .map(({ groupId, count }) => `${names.group(groupId)} (${names.number(count)})`)
    .join(', ');
const groups = (ids: unknown, names: Names): string =>
  list(ids)
    .map((id) => names.group(id))
    .join(', ');
const told = (value: unknown): string =>
  value === true ? 'De deelnemers weten het.' : 'De deelnemers weten het nog niet.';
const talk = (data: Record<string, unknown>, names: Names): string =>
  `Gesprek ${names.conversation(data.conversationId)}`;

export const nl: Labels = {
  name: 'Gesprekken',
  states: {
    programming: { word: 'bezig', label: 'Programma maken' },
    scheduled: { word: 'bezig', label: 'Gepland' },
    running: { word: 'bezig', label: 'Bezig' },
    reporting: { word: 'bezig', label: 'Verslag maken' },
    closed: { word: 'klaar', label: 'Afgerond' },
  },
  commands: {
    PlanConversation: 'Gesprek plannen',
    SetProgramme: 'Programma maken',
    ReleaseProgramme: 'Programma vrijgeven',
    HoldConversation: 'Gesprek vastleggen',
    PostponeConversation: 'Gesprek uitstellen',
    RescheduleConversation: 'Gesprek verzetten',
    CancelConversation: 'Gesprek afgelasten',
    CloseRoundForInput: 'Ronde sluiten voor inbreng',
    ShareReport: 'Verslag delen',
    CompleteConversations: 'Gesprekken afronden',
    ReopenRound: 'Ronde heropenen',
  },
  fields: {
    conversationId: 'Gesprek',
    conversationIds: 'Gesprekken',
    roundId: 'Ronde',
    startsAt: 'Begint om',
    endsAt: 'Eindigt om',
    venue: 'Plek',
    online: 'Online',
    groupIds: 'Groepen',
    groupId: 'Groep',
    capacity: 'Aantal plaatsen',
    panelId: 'Panel',
    talkingPieceDocId: 'Praatstuk',
    methodId: 'Werkvorm',
    agenda: 'Agenda',
    tasks: 'Taken',
    task: 'Taak',
    role: 'Rol',
    tasksComplete: 'Zijn alle taken verdeeld?',
    on: 'Datum',
    attendance: 'Wie waren er?',
    count: 'Aantal mensen',
    mood: 'Sfeer',
    reason: 'Reden',
    participantsTold: 'Weten de deelnemers het?',
    documentId: 'Document',
    text: 'Tekst',
    heard: 'Wie zijn gehoord?',
    notHeard: 'Wie zijn niet gehoord?',
  },
  hints: {
    text: 'Kies een document of schrijf hier het verslag.',
    capacity: 'Laat leeg voor het doel van de groepen samen.',
    notHeard: 'Laat leeg: wij noemen de verplichte groepen die te weinig zijn gehoord.',
  },
  choices: { mood: { calm: 'rustig', tense: 'gespannen', escalated: 'uit de hand gelopen' } },
  events: {
    ConversationPlanned: (data, names) => {
      const invited = groups(data.groupIds, names);
      const where = data.online === true ? 'online' : excerpt(data.venue);
      return `${talk(data, names)} is gepland op ${names.time(data.startsAt)}${where === '' ? '' : `, ${where}`}${invited === '' ? '' : `, voor ${invited}`}.`;
    },
    ProgrammeSet: (data, names) =>
      `Het programma van gesprek ${names.conversation(data.conversationId)} is gemaakt: ${names.number(list(data.agenda).length)} punten, ` +
      `${data.tasksComplete === true ? 'alle taken zijn verdeeld' : 'nog niet alle taken zijn verdeeld'}.`,
    ConversationsScheduled: (data, names) =>
      `Het programma van ronde ${names.round(data.roundId)} is vrijgegeven: ${list(data.conversationIds)
        .map((id) => names.conversation(id))
        .join(', ')}.`,
    ConversationHeld: (data, names) => {
      const present = counts(data.attendance, names);
      const mood = names.choice('mood', data.mood);
      return `${talk(data, names)} is gehouden op ${names.date(data.on)}.${present === '' ? '' : ` Aanwezig: ${present}.`} Sfeer: ${mood}.`;
    },
    ConversationPostponed: (data, names) => `${talk(data, names)} is uitgesteld: ${excerpt(data.reason)}`,
    ConversationRescheduled: (data, names) =>
      `${talk(data, names)} is verzet naar ${names.time(data.startsAt)}. ${told(data.participantsTold)}`,
    ConversationCancelled: (data, names) =>
      `${talk(data, names)} is afgelast: ${excerpt(data.reason)} ${told(data.participantsTold)}`,
    RoundClosedForInput: (data, names) =>
      `Ronde ${names.round(data.roundId)} is op ${names.date(data.on)} gesloten voor inbreng.`,
    ReportShared: (data, names) => {
      const what = data.documentId === undefined ? excerpt(data.text) : names.document(data.documentId);
      return `Het verslag van gesprek ${names.conversation(data.conversationId)} is gedeeld op ${names.date(data.on)}${what === '' ? '.' : `: ${what}`}`;
    },
    ConversationsCompleted: (data, names) => {
      const heard = counts(data.heard, names) || 'niemand';
      const missed = list<Missed>(data.notHeard).map(
        ({ groupId, reason }) => `${names.group(groupId)} (${excerpt(reason)})`,
      );
      const rest = missed.length === 0 ? '' : ` Niet genoeg gehoord: ${missed.join(', ')}.`;
      return `De gesprekken van ronde ${names.round(data.roundId)} zijn afgerond. Gehoord: ${heard}.${rest}`;
    },
    RoundReopened: (data, names) => `Ronde ${names.round(data.roundId)} is heropend: ${excerpt(data.reason)}`,
  },
  needs: {
    PROGRAMMES_COMPLETE: 'Praatstuk, werkvorm of taken ontbreken bij {conversations}.',
    CONVERSATIONS_DONE: 'Deze gesprekken zijn niet gehouden en niet afgelast: {conversations}.',
    REPORTS_SHARED: 'Het verslag is nog niet gedeeld van {conversations}.',
    REQUIRED_GROUPS_HEARD: 'Deze verplichte groepen zijn niet genoeg gehoord: {groups}.',
  },
};
