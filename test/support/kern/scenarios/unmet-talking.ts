// Needs not met from the conversations on: planning, closing, giving meaning, answering. One line per case, with the whole refusal.
import { addDays } from '../../../../workflows/kit/time.js';
import * as routes from '../routes.js';
import { force, take, type Route } from '../routes.js';
import type { Payload } from '../samples.js';
import type { World } from '../world.js';
import { after, next, paused, set, type Unmet } from './cases.js';

const adopted = (world: World, reason: string): Payload => ({
  items: [{ contributionIds: [world.id('contributionId'), world.id('otherId')], outcome: 'adopted', reason }],
});
const owing: Route = after(routes.validated, (world) => {
  const items = [{ contributionIds: [world.id('contributionId')], outcome: 'adopted', reason: 'goed idee' }];
  take(world, 'PrepareFeedback', {
    items,
    owed: [{ contributionIds: [world.id('otherId')], by: addDays(world.today, 30) }],
  });
  take(world, 'SendFeedback');
});

const conversations: Unmet[] = [
  { command: 'PlanConversation', missing: ['PHASE_OPEN'], route: routes.staffed },
  { command: 'CloseRoundForInput', missing: ['STATE_FITS', 'PHASE_OPEN'], route: routes.staffed },
  { command: 'ReleaseProgramme', missing: ['NOT_PAUSED'], route: paused(routes.planned) },
  { command: 'CloseRoundForInput', missing: ['NOT_PAUSED'], route: paused(routes.held) },
  { command: 'CloseRoundForInput', missing: ['CONVERSATIONS_DONE'], route: next(routes.held, 'PlanConversation') },
  { command: 'CompleteConversations', missing: ['NOT_PAUSED'], route: paused(routes.reported) },
  {
    command: 'CompleteConversations',
    missing: ['CONVERSATIONS_DONE'],
    route: next(routes.reported, 'PlanConversation'),
  },
  { command: 'CompleteConversations', missing: ['REPORTS_SHARED'], route: routes.held },
  {
    command: 'CompleteConversations',
    missing: ['NOT_PAUSED', 'CONVERSATIONS_DONE', 'REPORTS_SHARED'],
    route: paused(next(routes.held, 'PlanConversation')),
  },
];

const interpreting: Unmet[] = [
  { command: 'ClusterContributions', missing: ['PHASE_OPEN'], route: routes.organised, change: set({ clusters: [] }) },
  { command: 'InterpretResults', missing: ['PHASE_OPEN'], route: routes.organised },
  { command: 'InterpretResults', missing: ['NOT_PAUSED'], route: paused(routes.weighed) },
  { command: 'InterpretResults', missing: ['ALL_HAVE_OUTCOME'], route: routes.conversed },
  { command: 'ValidateInterpretation', missing: ['NOT_PAUSED'], route: paused(routes.interpreted) },
  {
    command: 'ValidateInterpretation',
    missing: ['QUESTION_ANSWERED'],
    route: after(routes.weighed, (world) => take(world, 'InterpretResults', { answered: 'no' })),
  },
  {
    command: 'ValidateInterpretation',
    missing: ['WITH_PARTICIPANTS'],
    route: after(routes.interpreted, (world) => take(world, 'SetLevel', { level: 'coproduce' })),
  },
];

const feedback: Unmet[] = [
  { command: 'PrepareFeedback', missing: ['PHASE_OPEN'], route: routes.organised },
  {
    command: 'PrepareFeedback',
    missing: ['REASON_PER_ITEM'],
    route: routes.validated,
    change: (world) => adopted(world, ' '),
  },
  { command: 'PrepareFeedback', missing: ['OWED_HAS_DATE'], route: routes.validated, change: set({ items: [] }) },
  { command: 'CloseFeedback', missing: ['REACTION_TIME_PASSED'], route: routes.sent },
  { command: 'CloseFeedback', missing: ['NOTHING_OWED'], route: after(owing, (world) => world.pass(8)) },
  {
    command: 'CloseFeedback',
    missing: ['NOTHING_OWED', 'REACTION_TIME_PASSED'],
    route: owing,
    as: ['processCoordinator'],
  },
];

/** The version that was announced came after the idea, or nobody was told of the one that held. */
const contribution: Unmet[] = [
  {
    command: 'RejectContribution',
    missing: ['FRAME_IN_FORCE'],
    route: after(next(routes.held, 'AmendFrame'), (world) =>
      take(world, 'AnnounceFrames', {
        frames: [{ frameId: world.id('frameId'), version: 2 }],
        on: addDays(world.today, -10),
      }),
    ),
    change: set({ frameVersion: 2 }),
  },
  {
    command: 'RejectContribution',
    missing: ['FRAME_ANNOUNCED_BEFORE_IDEA'],
    route: after(routes.organised, (world) => force(world, 'ReceiveContribution')),
  },
  {
    command: 'RejectContribution',
    missing: ['FRAME_ANNOUNCED_BEFORE_IDEA'],
    // On the day of the idea itself, and not in the opening of its conversation.
    route: after(routes.organised, (world) => take(take(world.pass(1), 'AnnounceFrames'), 'ReceiveContribution')),
  },
  {
    command: 'PassOnContribution',
    missing: ['RECEIVER_KNOWN'],
    route: routes.held,
    change: set({ receiverRef: undefined }),
  },
  {
    command: 'MergeContributions',
    missing: ['TARGET_OPEN'],
    route: after(routes.held, (world) => take(world, 'WithdrawContribution', { contributionId: world.id('otherId') })),
  },
  {
    command: 'MergeContributions',
    missing: ['TARGET_OPEN'],
    route: routes.held,
    change: (world) => ({ intoId: world.id('contributionId') }),
  },
];

const signal: Unmet[] = [
  {
    command: 'AcknowledgeSignal',
    missing: ['SNOOZE_LIMIT'],
    route: routes.held,
    change: ({ today }) => ({ snoozeUntil: addDays(today, 15) }),
  },
];

export const unmetTalking: readonly Unmet[] = [
  ...conversations,
  ...interpreting,
  ...feedback,
  ...contribution,
  ...signal,
];
