// How kern hangs together: when phases open, what follows by itself, and what each root state still allows.
import type { Facts } from '../facts/facts.js';
import type { CommandDef, Data, View } from '../kit/commands.js';
import { place } from '../kit/react.js';
import { localDay } from '../kit/time.js';
import type { Instant, Named, Recorded, Trajectory } from '../kit/types.js';
import type { Automatic } from '../kit/workflow.js';
import { isSubject } from '../signals/acknowledge/acknowledge.facts.js';

type T = Trajectory<Facts>;
const ORDER = ['approval', 'organisation', 'conversations', 'interpreting', 'feedback'];

/** Rounds of conversations and interpreting; feedback also has one machine per decision and one for `stopped`. */
export function rounds(phase: string, facts: Facts): string[] {
  const planned = [...facts.rounds.keys()];
  if (phase !== 'feedback') return planned;
  // What is put off has nothing to explain yet.
  const taken = [...facts.decisions.values()].filter(({ outcome }) => outcome !== 'deferred').map(({ id }) => id);
  return [...planned, ...taken, ...(facts.stopped ? ['stopped'] : [])];
}

/** The entry conditions of domain.md section 3. A first fact of the phase opens it as well (kit/react). */
export function opens(phase: string, round: string | undefined, trajectory: T, at: Instant): boolean {
  const { facts } = trajectory;
  if (phase === 'approval') return trajectory.root.value !== 'none' && localDay(at) >= facts.startOn;
  if (phase === 'organisation') return facts.approval !== undefined;
  if (phase === 'conversations') return trajectory.cells.get('organisation')?.value === 'confirmed';
  if (phase === 'feedback' && !facts.rounds.has(round ?? '')) return true;
  return heard(trajectory, round ?? '');
}

/** Whether the round had a conversation or received a contribution. */
function heard(trajectory: T, round: string): boolean {
  const held = [...trajectory.facts.conversations.values()].some(
    (one) => one.roundId === round && one.heldOn !== undefined,
  );
  return held || trajectory.phases.get(`interpreting/${round}`)?.firstEventAt !== undefined;
}

/** A feedback about a decision explains it. */
export function followUps(event: Recorded, { facts }: T): Automatic[] {
  const about = event.type === 'FeedbackSent' ? String(event.data.about) : '';
  if (!facts.decisions.has(about)) return [];
  const last = [...facts.decisions.values()].every(
    (one) => one.id === about || one.outcome === 'deferred' || one.explainedOn !== undefined,
  );
  return [
    { type: 'DecisionExplained', data: { decisionId: about, on: event.data.on, channel: event.data.channel, last } },
  ];
}

/** Later phases of the same round; from a phase without rounds, those of every round. */
export function laterPhases(phase: string, round: string | undefined, trajectory: T): string[] {
  return [...trajectory.cells.keys()].filter((key) => {
    const other = place(key);
    return ORDER.indexOf(other.phase) > ORDER.indexOf(phase) && (round === undefined || other.round === round);
  });
}

const AFTER_END = [
  'ReopenTrajectory',
  'ArchiveTrajectory',
  'CorrectFact',
  'CloseFeedback',
  'TransferAgreement',
  'AcknowledgeSignal',
];
const GROUPS_AFTER_END = ['handover', 'document', 'log', 'lesson'];
const GROUPS_AFTER_STOP = [...GROUPS_AFTER_END, 'feedback', 'evaluation', 'scan'];

/** Which decisions each root state still allows (domain.md 3.0, D and F). */
export function rootAllows(value: string, command: CommandDef<Facts>, data: Data): boolean {
  if (value === 'none') return command.opensStream === true;
  if (value === 'archived' || command.opensStream) return false;
  if (value !== 'completed' && value !== 'cancelled') return true;
  const groups = value === 'completed' ? GROUPS_AFTER_END : GROUPS_AFTER_STOP;
  if (command.name === 'OverrideGuard') {
    const { command: passed } = data;
    return typeof passed !== 'string' || AFTER_END.includes(passed) || groups.includes(groupOf(passed, command));
  }
  return AFTER_END.includes(command.name) || groups.includes(command.group);
}

/** OverrideGuard names another command; only feedback commands have soft needs after the end. */
function groupOf(name: string, command: CommandDef<Facts>): string {
  return name.endsWith('Feedback') ? 'feedback' : command.group;
}

/** The person behind a word of the rule table. */
export function named(who: Named, facts: Facts, data: Data, trajectory: T): string | undefined {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  if (who === 'assignee') return text(data.assigneeRef);
  if (who === 'author') return trajectory.events.get(String(data.eventId))?.meta.actor.ref;
  if (who === 'owner') return facts.agreements.get(String(data.agreementId))?.ownerRef;
  if (who !== 'receiver') return undefined;
  const ids = Array.isArray(data.contributionIds) ? (data.contributionIds as unknown[]) : [];
  return facts.contributions.get(String(ids[0]))?.passedTo?.receiverRef;
}

export function municipalitiesOf(facts: Facts, data: Data): readonly string[] {
  return facts.municipalityIds.length > 0
    ? facts.municipalityIds
    : ((data.municipalityIds as string[] | undefined) ?? []);
}

type Knows = (view: View<Facts>, id: string) => boolean;
/** Where an id of each kind must be known. Areas, panels, methods and handovers come with their own parts. */
export const refs: Record<string, Knows> = {
  municipality: ({ settings }, id) => settings.municipalities.has(id),
  round: ({ facts }, id) => facts.rounds.has(id),
  frame: ({ facts }, id) => facts.frames.has(id),
  group: ({ facts }, id) => facts.groups.has(id),
  conversation: ({ facts }, id) => facts.conversations.has(id),
  contribution: ({ facts }, id) => facts.contributions.has(id),
  agreement: ({ facts }, id) => facts.agreements.has(id),
  document: ({ facts }, id) => facts.documents.has(id),
  lesson: ({ facts }, id) => facts.lessons.has(id),
  estimate: ({ facts }, id) => facts.estimates.has(id),
  feedback: ({ facts }, id) => facts.feedbacks.has(id),
  decision: ({ facts }, id) => facts.decisions.has(id),
  about: ({ facts }, id) =>
    (id === 'stopped' && facts.stopped !== undefined) || facts.rounds.has(id) || facts.decisions.has(id),
  entry: ({ facts }, id) => facts.logEntries.has(id),
  route: ({ facts }, id) => facts.directRoutes.has(id),
  question: ({ facts }, id) => facts.questions.has(id),
  opinion: ({ facts }, id) => facts.opinions.has(id),
  event: ({ trajectory }, id) => trajectory.events.has(id),
  signalSubject: isSubject,
};
