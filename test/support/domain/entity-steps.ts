// The steps of the entities of section 4 by hand, for that section is written in words. Each step stands beside the words it comes from,
// and those words must stand in the fixture, so that the fixture stays the source.
import type { When } from './machine-table.js';
import { quoted } from './source.js';

export interface Step {
  says: string;
  event: string;
  from: string[];
  to: string;
  when?: When;
  /** The words allow another reading; here is why this one was taken. */
  judged?: string;
}

export interface Entity {
  states: string[];
  steps: Step[];
  /** Events that reach the entity and move it nowhere. */
  stays: string[];
}

const open = ['received', 'asked', 'assessed'];
const results = ['adopted', 'partlyAdopted', 'notChosen', 'rejected', 'answered', 'noted', 'passedOn'];
const toOutcome =
  'received, asked, assessed → adopted, partlyAdopted, notChosen, rejected, answered, noted, passedOn, escalated';
const outcome = (event: string, to: string): Step => ({ says: toOutcome, event, from: open, to });
const choice = (value: string, to: string): Step => ({
  says: 'escalated → by `choice`',
  event: 'ClientChoiceMade',
  from: ['escalated'],
  to,
  when: { field: 'choice', in: [value] },
});

const contribution: Entity = {
  states: [...open, ...results, 'escalated', 'merged', 'withdrawn'],
  steps: [
    { says: '**Contribution**: received', event: 'ContributionReceived', from: ['none'], to: 'received' },
    { says: 'received, asked → assessed', event: 'ContributionAssessed', from: ['received', 'asked'], to: 'assessed' },
    {
      says: 'verdict `unclear` → escalate, or ask the giver (state asked)',
      event: 'GiverAsked',
      from: ['received', 'assessed'],
      to: 'asked',
      judged: 'after an unclear verdict the state is assessed; asking before assessing is nowhere forbidden',
    },
    outcome('ContributionAdopted', 'adopted'),
    outcome('ContributionPartlyAdopted', 'partlyAdopted'),
    outcome('ContributionNotChosen', 'notChosen'),
    outcome('ContributionRejected', 'rejected'),
    outcome('ContributionAnswered', 'answered'),
    outcome('ContributionNoted', 'noted'),
    outcome('ContributionPassedOn', 'passedOn'),
    outcome('ContributionEscalated', 'escalated'),
    choice('adopt', 'adopted'),
    choice('partly', 'partlyAdopted'),
    choice('notChosen', 'notChosen'),
    choice('reject', 'rejected'),
    choice('passOn', 'passedOn'),
    {
      says: 'any open → merged, withdrawn',
      event: 'ContributionMerged',
      from: [...open, 'escalated'],
      to: 'merged',
      judged: 'open = without an outcome; an escalated one has none yet',
    },
    {
      says: 'any open → merged, withdrawn',
      event: 'ContributionWithdrawn',
      from: [...open, 'escalated'],
      to: 'withdrawn',
      judged: 'open = without an outcome; an escalated one has none yet',
    },
    {
      says: 'any outcome → assessed (reconsidered)',
      event: 'ContributionReconsidered',
      from: results,
      to: 'assessed',
      judged: 'escalated, merged and withdrawn are no outcomes',
    },
  ],
  stays: ['ContributionAssignedToRound', 'PassedOnAccepted'],
};

const beforeHeld = ['planned', 'programmed', 'postponed'];
const conversationStates = [...beforeHeld, 'held', 'reported', 'cancelled'];
const held = 'any (or none) → held';
const back = 'Rescheduled brings postponed back';
const complete: When = { field: 'tasksComplete', in: [true] };
const conversation: Entity = {
  states: conversationStates,
  steps: [
    {
      says: '**Conversation**: planned → programmed → held → reported',
      event: 'ConversationPlanned',
      from: ['none'],
      to: 'planned',
    },
    {
      says: 'ProgrammeSet with tasksComplete moves to programmed',
      event: 'ProgrammeSet',
      from: ['planned'],
      to: 'programmed',
      when: complete,
    },
    { says: 'ProgrammeSet with tasksComplete', event: 'ProgrammeSet', from: ['planned'], to: 'same' },
    {
      says: 'planned, programmed ⇄ postponed',
      event: 'ProgrammeSet',
      from: ['programmed', 'postponed'],
      to: 'same',
      judged: 'a programme may be changed until the conversation is held; it never brings a postponed one back',
    },
    {
      says: 'planned, programmed ⇄ postponed',
      event: 'ConversationPostponed',
      from: ['planned', 'programmed'],
      to: 'postponed',
    },
    {
      says: back,
      event: 'ConversationRescheduled',
      from: ['postponed'],
      to: 'planned',
      judged: 'a flat machine does not know where it came from',
    },
    {
      says: back,
      event: 'ConversationRescheduled',
      from: ['planned', 'programmed'],
      to: 'same',
      judged: 'another time before it was postponed',
    },
    { says: 'these → cancelled', event: 'ConversationCancelled', from: beforeHeld, to: 'cancelled' },
    { says: held, event: 'ConversationHeld', from: ['none', ...beforeHeld, 'held', 'cancelled'], to: 'held' },
    {
      says: held,
      event: 'ConversationHeld',
      from: ['reported'],
      to: 'held',
      judged: 'any is read as any, although the report was shared',
    },
    { says: 'held → reported', event: 'ReportShared', from: ['held'], to: 'reported' },
  ],
  stays: ['ConversationsScheduled'],
};

const agreement: Entity = {
  states: ['open', 'fulfilled', 'broken', 'transferred', 'told'],
  steps: [
    { says: '**Agreement**: open', event: 'AgreementMade', from: ['none'], to: 'open' },
    { says: 'open → fulfilled | broken | transferred', event: 'AgreementFulfilled', from: ['open'], to: 'fulfilled' },
    { says: 'open → fulfilled | broken | transferred', event: 'AgreementBroken', from: ['open'], to: 'broken' },
    {
      says: 'open → fulfilled | broken | transferred',
      event: 'AgreementTransferred',
      from: ['open'],
      to: 'transferred',
    },
    { says: 'broken → told', event: 'BrokenAgreementTold', from: ['broken'], to: 'told' },
    { says: 'open ↺ rescheduled', event: 'AgreementRescheduled', from: ['open'], to: 'same' },
  ],
  stays: [],
};

const documentChain = 'registered → final → published → withdrawn; archived with the trajectory';
const document: Entity = {
  states: ['registered', 'final', 'published', 'withdrawn'],
  steps: [
    { says: documentChain, event: 'DocumentRegistered', from: ['none'], to: 'registered' },
    { says: documentChain, event: 'DocumentFinalised', from: ['registered'], to: 'final' },
    { says: documentChain, event: 'DocumentPublished', from: ['final'], to: 'published' },
    { says: documentChain, event: 'DocumentWithdrawn', from: ['published'], to: 'withdrawn' },
  ],
  stays: [],
};

const lessonChain = 'recorded → reviewed → shared → adopted | retired';
const lesson: Entity = {
  states: ['recorded', 'reviewed', 'shared', 'adopted', 'retired'],
  steps: [
    { says: lessonChain, event: 'LessonRecorded', from: ['none'], to: 'recorded' },
    { says: lessonChain, event: 'LessonReviewed', from: ['recorded'], to: 'reviewed' },
    { says: lessonChain, event: 'LessonShared', from: ['reviewed'], to: 'shared' },
    { says: lessonChain, event: 'LessonAdopted', from: ['shared'], to: 'adopted' },
    { says: lessonChain, event: 'LessonRetired', from: ['shared'], to: 'retired' },
  ],
  stays: [],
};

const entryChain = 'written → (proposedPublic) → public → withdrawn; redacted';
const logEntry: Entity = {
  states: ['written', 'proposedPublic', 'public', 'withdrawn', 'redacted'],
  steps: [
    { says: entryChain, event: 'LogEntryWritten', from: ['none'], to: 'written' },
    { says: entryChain, event: 'LogEntryProposedPublic', from: ['written'], to: 'proposedPublic' },
    { says: entryChain, event: 'LogEntryPublished', from: ['written', 'proposedPublic'], to: 'public' },
    { says: entryChain, event: 'LogEntryWithdrawn', from: ['public'], to: 'withdrawn' },
    {
      says: entryChain,
      event: 'LogEntryRedacted',
      from: ['written', 'proposedPublic', 'public', 'withdrawn'],
      to: 'redacted',
      judged: 'no arrow leads to redacted; the officer may redact whatever stands there',
    },
  ],
  stays: [],
};

/** The entities of kern by name. */
export const entitySteps: Readonly<Record<string, Entity>> = {
  contribution,
  conversation,
  agreement,
  document,
  lesson,
  logEntry,
};
for (const { steps } of Object.values(entitySteps)) for (const { says } of steps) quoted('04-entities', says);
