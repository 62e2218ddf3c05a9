// What follows by itself from a step, in each state of the trajectory: phases open, close and come under review, due feedback closes.
import assert from 'node:assert/strict';
import { homeOf } from '../homes.js';
import { said } from '../oracle.js';
import { answered, FORCED, held, registered, take, type Route } from '../routes.js';
import { rightful, sampleOf, type Payload } from '../samples.js';
import type { World } from '../world.js';
import type { Scenario } from './scenario.js';

/** A step in a world and the automatic events that must follow it, in order. */
function follows(
  name: string,
  route: Route,
  command: string,
  change: (world: World) => Payload,
  types: readonly string[],
  about: readonly string[],
): Scenario {
  return {
    name,
    about: [command, 'root', ...about, ...types],
    run(workflow) {
      const world = route(workflow);
      const answer = world.send(
        [rightful(command)[0]!, 'processCoordinator'],
        command,
        { ...sampleOf(command, world), ...change(world) },
        FORCED,
      );
      assert.equal(answer.kind, 'accepted', said(answer));
      const automatic =
        answer.kind === 'accepted'
          ? answer.events
              .filter(({ meta }) => meta.actor.kind === 'system')
              .map(({ type, meta }) => [type, meta.phase].filter(Boolean).join(' '))
          : [];
      assert.deepEqual(automatic, types);
    },
  };
}
const same = (): Payload => ({});
const heardId = (world: World): string => world.events.findLast(({ type }) => type === 'ConversationHeld')!.meta.id;
const recount = (world: World): Payload => ({
  eventId: heardId(world),
  field: '/attendance/0/count',
  before: 21,
  after: 19,
});
const secondRound =
  (end: (world: World) => unknown): Route =>
  (workflow) => {
    const world = answered(workflow);
    const first = world.id('roundId');
    const second = take(world, 'PlanRound').id('roundId');
    world.ids.set('secondId', second);
    world.ids.set('roundId', first);
    end(world);
    return world;
  };
const stop = (world: World) => take(world, 'CancelTrajectory');
const finish = (world: World) => take(world, 'CompleteTrajectory');
const pause = (world: World) => take(world, 'PauseTrajectory');
const endings = { paused: pause, completed: finish, cancelled: stop };

/** A first conversation of a new round opens its three phases; closing the feedback of the first closes it again; a correction reviews. */
export const automaticScenarios: readonly Scenario[] = [
  follows(
    'registering opens approval at once when it starts today',
    (workflow) => homeOf('RegisterTrajectory')(workflow),
    'RegisterTrajectory',
    ({ today }) => ({ startOn: today }),
    ['PhaseStarted approval'],
    ['root:registered'],
  ),
  follows(
    'registering for later opens nothing',
    (workflow) => homeOf('RegisterTrajectory')(workflow),
    'RegisterTrajectory',
    same,
    [],
    ['root:registered'],
  ),
  follows(
    'an estimate before the start opens approval',
    registered,
    'MakeEstimate',
    same,
    ['PhaseStarted approval'],
    ['root:registered', 'PHASE_OPEN'],
  ),
  follows(
    'approval closes and the organisation opens',
    homeOf('ApproveTimeAndMoney'),
    'ApproveTimeAndMoney',
    same,
    ['PhaseStarted organisation', 'PhaseCompleted approval'],
    ['root:active', 'approval'],
  ),
  follows(
    'a contribution opens interpreting and feedback',
    homeOf('HoldConversation'),
    'ReceiveContribution',
    same,
    ['PhaseStarted interpreting', 'PhaseStarted feedback'],
    ['root:active', 'interpreting'],
  ),
  follows(
    'a reopened phase puts the later finished ones under review',
    answered,
    'ReopenPhase',
    same,
    [
      'PhaseMarkedForReview organisation',
      'PhaseMarkedForReview conversations',
      'PhaseMarkedForReview interpreting',
      'PhaseMarkedForReview feedback',
    ],
    ['root:active', 'approval'],
  ),
  follows(
    'completing closes what fell due first',
    homeOf('CloseFeedback'),
    'CompleteTrajectory',
    same,
    ['FeedbackCompleted feedback', 'PhaseCompleted feedback'],
    ['root:active', 'feedback', 'CloseFeedback'],
  ),
  follows(
    'a decision opens its feedback',
    homeOf('RecordDecision'),
    'RecordDecision',
    same,
    ['PhaseStarted feedback'],
    ['root:active'],
  ),
  follows(
    'feedback about a decision explains it',
    (workflow) => take(homeOf('RecordDecision')(workflow), 'RecordDecision'),
    'SendFeedback',
    (world) => ({ about: world.id('decisionId') }),
    ['DecisionExplained'],
    ['root:active', 'feedback'],
  ),
  follows(
    'stopping opens the feedback about it',
    held,
    'CancelTrajectory',
    same,
    ['PhaseStarted feedback'],
    ['root:cancelled'],
  ),
  ...Object.entries(endings).flatMap(([state, end]) => [
    follows(
      `${state}: a first conversation opens the phases of its round`,
      secondRound(end),
      'HoldConversation',
      (world) => ({ conversationId: undefined, roundId: world.id('secondId') }),
      ['PhaseStarted interpreting', 'PhaseStarted feedback'],
      [`root:${state}`],
    ),
    follows(
      `${state}: a correction puts later finished phases under review`,
      secondRound(end),
      'CorrectFact',
      recount,
      ['PhaseMarkedForReview interpreting', 'PhaseMarkedForReview feedback'],
      [`root:${state}`],
    ),
    follows(
      `${state}: feedback sent again closes again`,
      again(end),
      'CloseFeedback',
      (world) => ({ about: world.id('roundId') }),
      ['FeedbackCompleted feedback', 'PhaseCompleted feedback'],
      [`root:${state}`, 'feedback'],
    ),
  ]),
];

function again(end: (world: World) => unknown): Route {
  return (workflow) => {
    const world = secondRound(end)(workflow);
    take(world, 'SendFeedback', { about: world.id('roundId') });
    return world.pass(8);
  };
}
