// When the phases of a story really began and when they were finished, by the tables of the domain reference (section 3).
import { dateOf, daysApart, localDate, type Plain, type Story } from './naive-story.js';

export const PHASES = ['approval', 'organisation', 'conversations', 'interpreting', 'feedback'] as const;
export type Phase = (typeof PHASES)[number];

/** A phase of a story, of one round or other subject where it has those. */
export interface Stretch {
  phase: Phase;
  about?: string;
  skipped: boolean;
  begun?: string;
  first?: Plain;
  /** The day of the last closing, when nothing opened it again. */
  closed?: string;
}

export function stretchesOf(story: Story): Stretch[] {
  const stopped = story.last('TrajectoryCancelled', 'TrajectoryReopened')?.type === 'TrajectoryCancelled';
  const decided = story.all('DecisionTaken').filter(({ data }) => data.outcome !== 'deferred');
  const abouts = [
    ...story.rounds,
    ...decided.map(({ data }) => String(data.decisionId)),
    ...(stopped ? ['stopped'] : []),
  ];
  return [
    stretch(story, 'approval'),
    stretch(story, 'organisation'),
    ...story.rounds.map((round) => stretch(story, 'conversations', round)),
    ...story.rounds.map((round) => stretch(story, 'interpreting', round)),
    ...abouts.map((about) => stretch(story, 'feedback', about)),
  ];
}

function stretch(story: Story, phase: Phase, about?: string): Stretch {
  const isHere = ({ data, meta }: Plain): boolean => data.phase === phase && meta.round === about;
  const begun = story.all('PhaseStarted').find(isHere);
  const completed = story.events.findLastIndex((event) => event.type === 'PhaseCompleted' && isHere(event));
  const opened = story.events.findLastIndex((event) => opensAgain(event, phase, about));
  // Skipping is about the rounds that were planned by then.
  const planned = story.all('RoundPlanned').find(({ data }) => data.roundId === about)?.meta.revision ?? 0;
  const skipped = story.all('PhaseSkipped').some(({ data, meta }) => data.phase === phase && meta.revision > planned);
  const first = story.events.find((event) => belongs(story, event, phase, about));
  const last = story.events[completed];
  return {
    phase,
    skipped,
    ...(about === undefined ? {} : { about }),
    ...(begun ? { begun: localDate(begun.meta.occurredAt) } : {}),
    ...(first ? { first } : {}),
    ...(last && completed > opened && !skipped ? { closed: localDate(last.meta.occurredAt) } : {}),
  };
}

function opensAgain(event: Plain, phase: Phase, about: string | undefined): boolean {
  const { type, data, meta } = event;
  if (type === 'PhaseReopened') return data.phase === phase && meta.round === about;
  if (phase === 'approval') return type === 'SupplementRequested';
  if (phase === 'organisation')
    return type === 'RoleReleased' && (data.responsibility === 'content' || data.responsibility === 'process');
  if (phase === 'conversations') return type === 'RoundReopened' && data.roundId === about;
  if (phase === 'interpreting') return type === 'InterpretationContested' && data.roundId === about;
  return ['FeedbackSent', 'FeedbackPrepared', 'FeedbackCorrected'].includes(type) && data.about === about;
}

const OWN: Record<Phase, string[]> = {
  approval: ['EstimateMade', 'ApprovalRequested'],
  organisation: [
    'RoleAssigned',
    'RoleAccepted',
    'RoleReleased',
    'MandateGranted',
    'SingleContactAppointed',
    'AldermanLineAgreed',
    'CouncilRoleCommunicated',
    'OrganisationConfirmed',
  ],
  conversations: [
    'ConversationPlanned',
    'ProgrammeSet',
    'ConversationsScheduled',
    'ConversationHeld',
    'ConversationPostponed',
    'ConversationRescheduled',
    'ConversationCancelled',
    'ReportShared',
  ],
  interpreting: ['ContributionsClustered', 'ResultsInterpreted', 'InterpretationContested'],
  feedback: ['FeedbackSent', 'FeedbackPrepared', 'FeedbackDelayed', 'FeedbackReactionReceived'],
};
const ABOUT_IDEAS = [
  'ContributionReceived',
  'ContributionAssignedToRound',
  'ContributionAssessed',
  'GiverAsked',
  'ContributionAdopted',
  'ContributionPartlyAdopted',
  'ContributionNotChosen',
  'ContributionRejected',
  'ContributionAnswered',
  'ContributionNoted',
  'ContributionEscalated',
  'ClientChoiceMade',
  'ContributionPassedOn',
  'PassedOnAccepted',
  'ContributionMerged',
  'ContributionWithdrawn',
  'ContributionReconsidered',
];

/** Whether an event is one of those with which a phase can really begin. */
function belongs(story: Story, event: Plain, phase: Phase, about: string | undefined): boolean {
  if (phase === 'interpreting' && ABOUT_IDEAS.includes(event.type)) return roundsOfIdeas(story, event).includes(about);
  if (!OWN[phase].includes(event.type)) return false;
  if (phase === 'conversations') return roundOfConversation(story, event) === about;
  if (phase === 'interpreting') return event.data.roundId === about;
  return phase === 'feedback' ? event.data.about === about : true;
}

function roundOfConversation(story: Story, { data }: Plain): unknown {
  const known = story.all('ConversationPlanned', 'ConversationHeld');
  return data.roundId ?? known.find((one) => one.data.conversationId === data.conversationId)?.data.roundId;
}

function roundsOfIdeas(story: Story, event: Plain): unknown[] {
  if (event.data.roundId !== undefined) return [event.data.roundId];
  if (event.data.conversationId !== undefined) return [roundOfConversation(story, event)];
  const ids = (event.data.contributionIds ?? [event.data.contributionId]) as string[];
  return ids.map((id) => roundOfIdea(story, id, event.meta.revision));
}

/** The round a contribution stood under at a revision: as it came in, or as it was assigned since. */
export function roundOfIdea(story: Story, id: string, until = Infinity): string | undefined {
  const before = story.events.filter(({ meta }) => meta.revision <= until);
  const assigned = before.findLast(
    ({ type, data }) => type === 'ContributionAssignedToRound' && (data.contributionIds as string[]).includes(id),
  );
  const came = before.find(({ type, data }) => type === 'ContributionReceived' && data.contributionId === id);
  const round = assigned?.data.roundId ?? came?.data.roundId;
  return typeof round === 'string' ? round : undefined;
}

/** Days from the first real event to the last closing, pauses taken off. */
export function daysOf(story: Story, { first, closed }: Stretch): number | undefined {
  if (!first || closed === undefined) return undefined;
  const from = dateOf(first);
  return Math.max(0, daysApart(from, closed) - story.pausedBetween(from, closed));
}

/** The day on which a phase was finished in all its rounds; undefined while one of them is open. */
export function phaseFinished(story: Story, phase: Phase): string | undefined {
  const own = stretchesOf(story).filter((one) => one.phase === phase && !one.skipped);
  const open = own.filter(({ closed }) => closed === undefined);
  const stillOpen = open.some(({ begun }) => begun !== undefined || story.end === undefined);
  return stillOpen
    ? undefined
    : own
        .flatMap(({ closed }) => closed ?? [])
        .sort()
        .at(-1);
}
