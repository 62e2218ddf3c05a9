// Sample payloads of the trajectory facts and the advice: commands that belong to no phase.
import { addDays } from '../../../workflows/kit/time.js';
import type { Sample } from './samples.js';
import { personOf } from './world.js';

const reason = 'omdat het zo is afgesproken';

export const factPayloads: Readonly<Record<string, Sample>> = {
  AcknowledgeSignal: ({ trajectory, today }) => ({
    code: 'NO_SINGLE_CONTACT',
    subjectId: trajectory.id,
    reason,
    snoozeUntil: addDays(today, 7),
  }),
  RecordIntake: () => ({
    cause: 'vraag uit de buurt',
    policyGoal: 'groen',
    room: 'wide',
    impactScore: 30,
    level: 'consult',
  }),
  SetLevel: () => ({ level: 'advise' }),
  SetGoals: () => ({
    participationGoal: 'plekken kiezen',
    othersMustKnow: ['wat er komt'],
    weWantToKnow: ['waar'],
    councilRole: 'informed',
  }),
  DefineFrame: () => ({ kind: 'content', text: 'niet op de rijbaan', negotiable: false, source: 'verkeersplan' }),
  AmendFrame: (world) => ({ frameId: world.id('frameId'), after: 'niet op de stoep', reason }),
  AnnounceFrames: (world) => ({
    frames: [{ frameId: world.id('frameId'), version: 1 }],
    channel: 'brief',
    publicText: 'Niet op de rijbaan.',
  }),
  SetQuestion: () => ({ question: 'Waar staan de bankjes het best?', publicText: 'Waar staan de bankjes het best?' }),
  ReviseQuestion: () => ({ after: 'Waar wilt u zitten?', reason }),
  AddPublicGroup: () => ({ name: 'bewoners Kersenlaan', required: false, size: 64, min: 10, target: 20 }),
  RemovePublicGroup: (world) => ({ groupId: world.id('groupId'), reason }),
  AdmitLateGroup: () => ({ name: 'winkeliers', required: false, min: 1 }),
  WaiveGroup: (world) => ({ groupId: world.id('groupId'), reason }),
  PlanExtraOutreach: (world) => ({ groupId: world.id('groupId'), measure: 'langs de deuren' }),
  SendInvitation: (world) => ({ groupId: world.id('groupId'), channel: 'briefje', addressed: 64 }),
  RecordResponse: (world) => ({ groupId: world.id('groupId'), accepted: 12, declined: 3 }),
  SelectTool: () => ({ tool: 'kaart met stickers', purpose: 'plekken aanwijzen' }),
  BookHours: () => ({ hours: 2 }),
  BookCost: () => ({ cents: 1_250, category: 'drukwerk' }),
  AssignRole: () => ({
    role: 'projectLeader',
    assigneeRef: personOf('projectLeader'),
    department: 'Beheer groen',
    responsibility: 'content',
    accepted: true,
  }),
  AcceptRole: () => ({ role: 'buddy', assigneeRef: personOf('buddy') }),
  ReleaseRole: () => ({ role: 'buddy', assigneeRef: personOf('buddy'), responsibility: 'buddy', reason }),
  GrantMandate: () => ({ holderRef: personOf('projectLeader'), scope: 'alle gesprekken', limits: 'tot 500 euro' }),
  AppointSingleContact: () => ({
    assigneeRef: personOf('singleContact'),
    publicName: 'Groenloket Oosterkoog',
    channel: 'telefoon',
  }),
  AgreeAldermanLine: () => ({ everyDays: 14, form: 'gesprek' }),
  CommunicateCouncilRole: () => ({ text: 'De raad stelt de kaders.', audience: 'bewoners' }),
  SignalEmotion: (world) => ({ conversationId: world.id('conversationId'), level: 2, action: 'nagepraat' }),
  RecordAftercare: (world) => ({ conversationId: world.id('conversationId'), action: 'gebeld' }),
  NoteDirectRoute: () => ({ to: 'council', topic: 'het parkeren' }),
  HandleDirectRoute: (world) => ({ routeId: world.id('routeId'), action: 'teruggebeld' }),
  AskAdviser: () => ({ question: 'Hoe bereiken wij jongeren?' }),
  AnswerAdviser: (world) => ({ questionId: world.id('questionId'), answer: 'Via school.' }),
  RequestSecondOpinion: () => ({ about: 'design', question: 'Is dit genoeg?' }),
  GiveSecondOpinion: (world) => ({ opinionId: world.id('opinionId'), view: 'agree', text: 'Ja.' }),
  WriteLogEntry: () => ({ discussed: 'De buurt belde over de plekken.' }),
};
