// What each state of the trajectory still allows: decisions by the lists of section 3.0, and facts until the archive closes.
import assert from 'node:assert/strict';
import { commandRow } from '../../domain/index.js';
import { homeOf } from '../homes.js';
import { codes, gateOf, said } from '../oracle.js';
import {
  answered,
  archived,
  cancelled,
  completed,
  FORCED,
  paused as pausedEarly,
  take,
  type Route,
} from '../routes.js';
import { rightful, sampleOf, trajectoryCommands, type Payload } from '../samples.js';
import type { World } from '../world.js';
import type { Scenario } from './scenario.js';

const isFact = (command: string): boolean => commandRow(command).kind === 'F';
/** These open, move or end the trajectory as a whole; the scenarios of the states have them. */
const OF_THE_WHOLE = [
  'RegisterTrajectory',
  'PauseTrajectory',
  'ResumeTrajectory',
  'CancelTrajectory',
  'CompleteTrajectory',
  'ReopenTrajectory',
  'ArchiveTrajectory',
];
const others = trajectoryCommands.filter((command) => !OF_THE_WHOLE.includes(command));

/** The home world of a command, with everything there that its payload names, ended. */
const ends: Readonly<Record<string, (world: World) => void>> = {
  paused: (world) => void world.must('client', 'PauseTrajectory', { reason: 'verkiezingen' }),
  cancelled: (world) =>
    void world.must('client', 'CancelTrajectory', { reason: 'geen geld meer', messagePlannedOn: world.today }),
};

/** Once a trajectory was stopped feedback may be about two things, so it has to say which. */
const ABOUT = ['PrepareFeedback', 'SendFeedback', 'DelayFeedback', 'CloseFeedback'];
const aboutRound = (world: World, command: string, payload: Payload): Payload =>
  ABOUT.includes(command) ? { ...payload, about: world.id('roundId') } : payload;

function inState(state: string, command: string): Scenario {
  return {
    name: `${state}: ${command}`,
    about: [command, 'root', `root:${state}`],
    run(workflow) {
      const world = homeOf(command)(workflow);
      const payload = aboutRound(world, command, sampleOf(command, world));
      ends[state]!(world);
      const gate = gateOf(world, command, payload);
      const answer = world.send([rightful(command)[0]!, 'processCoordinator'], command, payload, FORCED);
      if (gate === undefined) assert.deepEqual(codes(answer), [], said(answer));
      else
        assert.equal(
          answer.kind === 'refused' && answer.refused.find(({ code }) => code === 'STATE_FITS')?.vars.state,
          gate,
          said(answer),
        );
    },
  };
}

/** After the end: facts are taken, decisions only of the list, and nothing at all in the archive. */
function afterEnd(name: string, route: Route): Scenario[] {
  return others.map((command) => ({
    name: `${name} in full: ${command}`,
    about: [command, 'root', `root:${name}`, 'NOT_ARCHIVED'],
    run(workflow) {
      const world = full(route)(workflow);
      const payload = aboutRound(world, command, sampleOf(command, world));
      const gate = gateOf(world, command, payload);
      const answer = world.send([rightful(command)[0]!, 'processCoordinator'], command, payload, FORCED);
      if (name === 'archived') assert.ok(codes(answer)[0] === 'NOT_ARCHIVED', said(answer));
      else if (gate !== undefined)
        assert.equal(
          answer.kind === 'refused' && answer.refused.find(({ code }) => code === 'STATE_FITS')?.vars.state,
          gate,
          said(answer),
        );
      else if (isFact(command)) assert.deepEqual(codes(answer), [], said(answer));
    },
  }));
}

/** One of everything that a payload may name, on top of a world with groups, frames, a conversation and contributions. */
const THINGS = [
  'AskAdviser',
  'RequestSecondOpinion',
  'NoteDirectRoute',
  'MakeAgreement',
  'FulfilAgreement',
  'RegisterDocument',
  'RecordLesson',
  'SetQuestion',
];
function full(end: Route): Route {
  return (workflow) => {
    const world = answered(workflow);
    for (const command of THINGS) take(world, command);
    const { ids } = world;
    for (const command of end === archived
      ? ['CompleteTrajectory', 'ArchiveTrajectory']
      : end === completed
        ? ['CompleteTrajectory']
        : ['CancelTrajectory'])
      take(world, command);
    for (const [name, id] of ids) world.ids.set(name, id);
    return world;
  };
}

const early: Scenario = {
  name: 'paused before anything was planned, resumed, and on',
  about: ['root', 'root:paused', 'ResumeTrajectory'],
  run(workflow) {
    const world = take(pausedEarly(workflow), 'ResumeTrajectory');
    assert.equal(world.state('root'), 'active');
    assert.equal(world.facts.paused, undefined);
    take(take(world, 'MakeEstimate'), 'RequestApproval');
  },
};

/** After the end the clock may still be hurried: closing feedback is on the list, so passing its soft need is as well. */
const hurried = (name: string, route: Route): Scenario => ({
  name: `${name}: feedback closes early past its soft need`,
  about: ['root', `root:${name}`, 'OverrideGuard', 'CloseFeedback'],
  run(workflow) {
    const world = full(route)(workflow);
    const about = world.id('roundId');
    take(world, 'SendFeedback', { about });
    const close = () => codes(world.send('processCoordinator', 'CloseFeedback', { about }));
    assert.deepEqual(close(), ['REACTION_TIME_PASSED']);
    take(world, 'OverrideGuard', { command: 'CloseFeedback', needs: ['REACTION_TIME_PASSED'] });
    assert.deepEqual(close(), []);
  },
});

export const rootScenarios: readonly Scenario[] = [
  ...Object.keys(ends).flatMap((state) => others.map((command) => inState(state, command))),
  ...afterEnd('completed', completed),
  ...afterEnd('cancelled', cancelled),
  ...afterEnd('archived', archived),
  early,
  hurried('completed', completed),
  hurried('cancelled', cancelled),
];
