// The table 'Field classes' of section 3.0 as a function: who may see a field. The first rule that fits decides, per leaf.
// Read like this where the words leave room:
// - rule 1 is taken at its word: `publicDocId`, `publicVersionId` and the field `public` of an agreement are public too;
// - "every `level`" means a level of participation; the level 1-3 of EmotionSignalled is a number about people and stays internal;
// - "kinds and dates of root and phase events": the phase of the five Phase… events (what kind of step it was) and `on` of root events.
//   Dates that lie ahead (expectedResumeOn, messagePlannedOn, keepUntil) are not meant: startOn of the registration is listed by itself;
// - "strings ≤ 200 not named in rule 4" are internal, so a channel or a sender is internal unless rule 2 lists it;
// - `before` and `after` of FactCorrected have the class of the field they correct: here `asCorrected`.
import { leafAt } from './payloads.js';
import { quoted } from './source.js';

export type FieldClass = 'public' | 'internal' | 'personal';

/** What of the event's data decides: an agreement with `public:true`, the audience of a success. */
export interface Circumstances {
  publicAgreement?: boolean;
  audience?: string;
}

interface Listed {
  /** The words of the table. */
  says: string;
  /** `Event.path`; `Event.*` = everything, `Event.path.*` = everything below. */
  fields: string[];
}

const agreementFields = [
  'AgreementMade.text',
  'AgreementMade.dueOn',
  'AgreementRescheduled.dueOn',
  'AgreementFulfilled.on',
  'BrokenAgreementTold.explanation',
  'BrokenAgreementTold.on',
];

const registered = ['title', 'theme', 'municipalityIds', 'workflow', 'policyStage', 'startOn'];
const phaseEvents = ['PhaseStarted', 'PhaseCompleted', 'PhaseSkipped', 'PhaseReopened', 'PhaseMarkedForReview'];
const decision = ['body', 'municipalityId', 'on', 'outcome', 'deviates', 'motivation', 'perItem.outcome'];
const of = (event: string, fields: string[]): string[] => fields.map((field) => `${event}.${field}`);

/** Rule 2, public by choice. */
const byChoice: Listed[] = [
  {
    says: 'title, theme, municipalityIds, workflow, policyStage, startOn of TrajectoryRegistered',
    fields: of('TrajectoryRegistered', registered),
  },
  {
    says: 'kinds and dates of root and phase events',
    fields: ['TrajectoryCompleted.on', ...phaseEvents.map((event) => `${event}.phase`)],
  },
  { says: 'title of RoundPlanned', fields: ['RoundPlanned.title'] },
  {
    says: 'name, relation, required of groups',
    fields: [
      ...of('PublicGroupAdded', ['name', 'relation', 'required']),
      ...of('LateGroupAdmitted', ['name', 'required']),
    ],
  },
  {
    says: 'startsAt, endsAt, venue, online of conversations',
    fields: [
      ...of('ConversationPlanned', ['startsAt', 'endsAt', 'venue', 'online']),
      'ConversationRescheduled.startsAt',
    ],
  },
  { says: '`says` of invitations', fields: ['InvitationSent.says.*'] },
  { says: 'frames and `on` of FramesAnnounced', fields: ['FramesAnnounced.frames.*', 'FramesAnnounced.on'] },
  { says: 'channel of SingleContactAppointed', fields: ['SingleContactAppointed.channel'] },
  {
    says: 'heard, notHeard.groupId',
    fields: ['ConversationsCompleted.heard.*', 'ConversationsCompleted.notHeard.groupId'],
  },
  { says: 'about, on, recipients of FeedbackSent', fields: of('FeedbackSent', ['about', 'on', 'recipients']) },
  { says: 'newDate of FeedbackDelayed', fields: ['FeedbackDelayed.newDate'] },
  {
    says: 'body, municipalityId, on, outcome, deviates, motivation, perItem.outcome of DecisionTaken',
    fields: of('DecisionTaken', decision),
  },
  { says: 'text and `on` of CouncilRoleCommunicated', fields: of('CouncilRoleCommunicated', ['text', 'on']) },
  {
    says: '`on` of PlanChangeCommunicated, FinalReportSubmitted, DecisionExplained, EvaluationPublished, LogEntryPublished',
    fields: [
      'PlanChangeCommunicated.on',
      'FinalReportSubmitted.on',
      'DecisionExplained.on',
      'EvaluationPublished.on',
      'LogEntryPublished.on',
    ],
  },
  { says: 'items.outcome of FeedbackPrepared', fields: ['FeedbackPrepared.items.outcome'] },
  { says: 'channel, wooCategory of DocumentPublished', fields: of('DocumentPublished', ['channel', 'wooCategory']) },
  {
    says: 'MunicipalityRegistered, ManifestAdopted, OrdinanceRecorded',
    fields: ['MunicipalityRegistered.*', 'ManifestAdopted.*', 'OrdinanceRecorded.*'],
  },
];

/** Rule 3, texts about the work. Short strings and codes are internal by their type, below. */
const aboutTheWork: Listed[] = [
  {
    says: 'frames (text, source, before, after)',
    fields: [...of('FrameDefined', ['text', 'source']), ...of('FrameAmended', ['before', 'after'])],
  },
  {
    says: 'the participation question (SetQuestion, ReviseQuestion, PlanRound)',
    fields: ['QuestionSet.question', 'QuestionRevised.before', 'QuestionRevised.after', 'RoundPlanned.question'],
  },
  { says: 'goals, policyGoal', fields: ['GoalsSet.*', 'IntakeRecorded.policyGoal'] },
  { says: 'plan parts and planning', fields: ['PlanDrafted.parts', 'PlanDrafted.planning.*'] },
  { says: 'changes of a plan revision', fields: ['PlanAdjustmentProposed.changes.*'] },
  { says: 'scope and limits of a mandate', fields: of('MandateGranted', ['scope', 'limits']) },
  { says: 'conditions, missing', fields: ['TimeAndMoneyApproved.conditions', 'ApprovalReturned.missing'] },
  { says: 'agenda, tasks', fields: ['ProgrammeSet.agenda', 'ProgrammeSet.tasks.*'] },
  { says: 'methods, panels (name, composition)', fields: ['MethodAdded.*', 'PanelRegistered.composition'] },
  { says: 'settings', fields: ['SettingChanged.*', 'CalendarSet.*'] },
];

/** Rule 4, where the type alone would not make the field personal. */
const aboutPeople: Listed[] = [
  { says: '`withWhom.label`', fields: ['LogEntryWritten.withWhom.label'] },
  { says: '`party` of a challenge', fields: ['ChallengeReceived.party'] },
  { says: 'channel of ContactPointRegistered', fields: ['ContactPointRegistered.channel'] },
];

for (const { says } of [...byChoice, ...aboutTheWork, ...aboutPeople]) quoted('03-phases', says);
for (const says of ['every field named `public…`', 'every `level` and `advisedLevel`', 'all other Txt and Letter']) {
  quoted('03-phases', says);
}

function lists(rules: Listed[], event: string, path: string): boolean {
  const full = `${event}.${path}`;
  return rules.some(({ fields }) =>
    fields.some((field) => (field.endsWith('.*') ? full.startsWith(field.slice(0, -1)) : field === full)),
  );
}

function isPublic(event: string, path: string, circumstances: Circumstances): boolean {
  const name = path.split('.').at(-1) ?? path;
  if (/^public([A-Z]|$)/.test(name)) return true;
  if (circumstances.publicAgreement && agreementFields.includes(`${event}.${path}`)) return true;
  if (event === 'SuccessShared' && path === 'story') return circumstances.audience === 'public';
  const isLevel = (name === 'level' || name === 'advisedLevel') && leafAt(event, path).type.kind === 'Level';
  return isLevel || lists(byChoice, event, path);
}

/**
 * The class of a leaf of an event, such as `fieldClass('ConversationHeld', 'attendance.count')`: list positions are left out.
 * Throws when the event has no such leaf.
 */
export function fieldClass(event: string, path: string, circumstances: Circumstances = {}): FieldClass | 'asCorrected' {
  const { kind } = leafAt(event, path).type;
  if (event === 'FactCorrected' && (path === 'before' || path === 'after')) return 'asCorrected';
  if (isPublic(event, path, circumstances)) return 'public';
  if (lists(aboutTheWork, event, path)) return 'internal';
  if (lists(aboutPeople, event, path)) return 'personal';
  return kind === 'Txt' || kind === 'Letter' ? 'personal' : 'internal';
}
