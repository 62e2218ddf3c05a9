// The kind of thing a logbook line tells of, by which screens pick an icon and people filter.
import type { EventKind } from '../../workflows/kit/events.js';

export const CATEGORIES = ['contact', 'conversation', 'decision', 'document', 'plan', 'system'] as const;
export type Category = (typeof CATEGORIES)[number];

const TYPES: Readonly<Record<Exclude<Category, 'decision' | 'system'>, readonly string[]>> = {
  contact: [
    'LogEntryWritten',
    'InvitationSent',
    'ResponseRecorded',
    'FramesAnnounced',
    'ContributionReceived',
    'GiverAsked',
    'FeedbackSent',
    'FeedbackDelayed',
    'FeedbackReactionReceived',
    'AdviserAsked',
    'AdviserAnswered',
    'SecondOpinionGiven',
    'CouncilRoleCommunicated',
    'DirectRouteNoticed',
    'DirectRouteHandled',
    'PassedOnAccepted',
    'BrokenAgreementTold',
  ],
  conversation: [
    'ConversationPlanned',
    'ProgrammeSet',
    'ProgrammeReleased',
    'ConversationRescheduled',
    'ConversationPostponed',
    'ConversationCancelled',
    'ConversationHeld',
    'EmotionSignalled',
    'AftercareGiven',
    'AgreementMade',
  ],
  document: ['DocumentRegistered', 'DocumentFinalised', 'DocumentPublished', 'DocumentWithdrawn', 'ReportShared'],
  plan: [
    'TrajectoryRegistered',
    'QuestionSet',
    'QuestionRevised',
    'GoalsSet',
    'PublicGroupAdded',
    'EstimateMade',
    'RoundPlanned',
    'HoursBooked',
    'CostBooked',
    'ToolSelected',
  ],
};
const BY_TYPE = new Map(
  Object.entries(TYPES).flatMap(([category, types]) => types.map((type) => [type, category as Category] as const)),
);

/** The category of an event: its own, else by what the event is. */
export function categoryOf(type: string, kind: EventKind, actor: 'person' | 'system' | 'import'): Category {
  if (kind === 'automatic' || actor === 'system') return 'system';
  return BY_TYPE.get(type) ?? (kind === 'decision' ? 'decision' : 'contact');
}
