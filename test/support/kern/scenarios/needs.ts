// Every need by commands: not met it stands in the refusal, alone or with the others; a soft one is passed with a reason, a hard one never.
// The met case of every command is its sample in its home world (scenarios of the roles).
import assert from 'node:assert/strict';
import type { Role } from '../../../../workflows/kit/types.js';
import { commandRow, needs as rows } from '../../domain/index.js';
import { homeOf } from '../homes.js';
import { codes, said } from '../oracle.js';
import {
  active,
  answered,
  conversed,
  FORCED,
  held,
  interpreted,
  organised,
  take,
  weighed,
  type Route,
} from '../routes.js';
import { rightful, sampleOf, trajectoryCommands, type Payload } from '../samples.js';
import type { World } from '../world.js';
import type { Unmet } from './cases.js';
import type { Scenario } from './scenario.js';
import { unmetBefore } from './unmet-before.js';
import { unmetTalking } from './unmet-talking.js';

const unmet = [...unmetBefore, ...unmetTalking];

const isHard = (code: string): boolean => rows.find((need) => need.code === code)!.hard;
/** Who may pass a soft need with a reason, and who may not. */
const PASSERS: readonly Role[] = ['client', 'projectLeader', 'processCoordinator'];

function refused({ command, missing, route, change = () => ({}), as, extra = {} }: Unmet, why: string): Scenario {
  return {
    name: `${command} lacks ${missing.join(' and ')}${why}`,
    about: [command, ...missing, ...missing.map((code) => `${command}: ${code}`)],
    run(workflow) {
      const world = route(workflow);
      const roles = as ?? [rightful(command)[0]!];
      const payload = { ...sampleOf(command, world), ...change(world) };
      const revision = world.trajectory.revision;
      const answer = world.send(roles, command, payload, extra);
      assert.deepEqual(codes(answer), missing, said(answer));
      assert.equal(world.trajectory.revision, revision, 'a refusal writes nothing');
      assert.deepEqual(answer.kind === 'refused' && answer.refused.map(({ hard }) => hard), missing.map(isHard));
      const forced = world.send([...roles, 'processCoordinator'], command, payload, { ...extra, ...FORCED });
      assert.deepEqual(codes(forced), missing.filter(isHard), `passed: ${said(forced)}`);
      if (forced.kind !== 'accepted') return;
      const passed = forced.events.find(({ type }) => type === 'GuardOverridden');
      assert.deepEqual(
        [...(passed?.data.needs as string[])].sort(),
        [...missing].sort(),
        'what was passed is written down',
      );
      assert.equal(passed?.data.command, command);
    },
  };
}

const REASON_FIELDS = ['reason', 'remarks', 'motivation'];
/** REASON_GIVEN wherever the rule table asks it: the field is there and says nothing. Of an intake it is another field, in the table of cases. */
const silent: Unmet[] = trajectoryCommands
  .filter((command) => commandRow(command).needs.includes('REASON_GIVEN') && command !== 'RecordIntake')
  .map((command) => ({
    command,
    missing: ['REASON_GIVEN'],
    route: homeOf(command),
    change: (world) =>
      Object.fromEntries(
        REASON_FIELDS.filter((field) => field in sampleOf(command, world)).map((field) => [field, '  ']),
      ),
  }));

const passing: Scenario = {
  name: 'a soft need is passed by client, project leader and process coordinator only, and only with a reason',
  about: ['FUNCTION_NAME', 'AppointSingleContact', 'CONTENT_NOT_WITH_COMMUNICATION', 'AssignRole'],
  run(workflow) {
    const override = (code: string, reason: string) => ({ overrides: [{ code, reason }] });
    const name = { ...sampleOf('AppointSingleContact', active(workflow)), publicName: 'Jan de Vries' };
    for (const role of PASSERS) {
      const world = active(workflow);
      assert.deepEqual(codes(world.send(role, 'AppointSingleContact', name, override('FUNCTION_NAME', ' '))), [
        'FUNCTION_NAME',
      ]);
      assert.deepEqual(codes(world.send(role, 'AppointSingleContact', name, override('PHASE_OPEN', 'het moet'))), [
        'FUNCTION_NAME',
      ]);
      assert.deepEqual(
        codes(world.send(role, 'AppointSingleContact', name, override('FUNCTION_NAME', 'het moet'))),
        [],
      );
    }
    const world = active(workflow);
    const role = { ...sampleOf('AssignRole', world), isCommunication: true };
    const answer = world.send('management', 'AssignRole', role, override('CONTENT_NOT_WITH_COMMUNICATION', 'het moet'));
    assert.deepEqual(codes(answer), ['CONTENT_NOT_WITH_COMMUNICATION'], said(answer));
  },
};

const beforehand: Scenario = {
  name: 'an override given beforehand is used up by the next such command, of that round only',
  about: ['OverrideGuard', 'REPORTS_SHARED', 'CompleteConversations', 'root'],
  run(workflow) {
    const world = held(workflow);
    const roundId = world.id('roundId');
    const second = world.must('processCoordinator', 'PlanRound', { title: 'R2' }).roundId;
    const complete = (): string[] => codes(world.send('processCoordinator', 'CompleteConversations', { roundId }));
    const allow = (change: Payload): unknown =>
      world.must('processCoordinator', 'OverrideGuard', { ...sampleOf('OverrideGuard', world), ...change });
    allow({ phase: 'conversations', roundId: second });
    assert.deepEqual(complete(), ['REPORTS_SHARED'], 'of another round');
    allow({ command: 'CloseRoundForInput' });
    assert.deepEqual(complete(), ['REPORTS_SHARED'], 'of another command');
    allow({ phase: 'conversations', roundId });
    assert.deepEqual(complete(), [], 'of this one');
    world.must('processCoordinator', 'ReopenRound', { roundId, reason: 'nog iemand' });
    world.must('processCoordinator', 'HoldConversation', {
      conversationId: world.id('conversationId'),
      attendance: [],
    });
    assert.deepEqual(complete(), ['REPORTS_SHARED'], 'used up');
  },
};

/** Cases that look like those of the table and are met. */
const met: Scenario[] = [
  acceptedCase(
    'RejectContribution',
    'FRAME_ANNOUNCED_BEFORE_IDEA',
    'the frame was told in the opening of the same conversation',
    (workflow) => {
      const world = take(organised(workflow), 'PlanConversation');
      world.pass(14);
      take(world, 'AnnounceFrames', { conversationId: world.id('conversationId') });
      take(world, 'HoldConversation');
      return take(world, 'ReceiveContribution', { conversationId: world.id('conversationId') });
    },
  ),
  acceptedCase(
    'InterpretResults',
    'ALL_HAVE_OUTCOME',
    'what was put to the client does not hold up the rest',
    (workflow) => {
      const world = conversed(workflow);
      return take(world, 'EscalateContribution', {
        contributionIds: [world.id('contributionId'), world.id('otherId')],
      });
    },
  ),
  acceptedCase(
    'ValidateInterpretation',
    'QUESTION_ANSWERED',
    'the question is asked again in a new round',
    (workflow) => {
      const world = take(weighed(workflow), 'InterpretResults', { answered: 'no' });
      const roundId = world.id('roundId');
      take(world, 'PlanRound');
      world.ids.set('roundId', roundId);
      return world;
    },
    (world) => ({ roundId: world.id('roundId') }),
  ),
  acceptedCase(
    'ValidateInterpretation',
    'WITH_PARTICIPANTS',
    'participants looked along',
    (workflow) => take(interpreted(workflow), 'SetLevel', { level: 'coproduce' }),
    () => ({ withParticipants: true }),
  ),
  acceptedCase(
    'RecordDecision',
    'MOTIVATION_IF_DEVIATING',
    'it deviates at a level that promised no influence',
    held,
    () => ({ deviates: true }),
    'client',
  ),
  acceptedCase(
    'RecordDecision',
    'MOTIVATION_IF_DEVIATING',
    'it deviates and says why',
    (workflow) => take(held(workflow), 'SetLevel'),
    () => ({ deviates: true, motivation: 'te duur' }),
    'client',
  ),
  acceptedCase('RemovePublicGroup', 'CLIENT_AGREES_GROUP', 'the client waived the group', (workflow) =>
    take(take(active(workflow), 'AddPublicGroup', { required: true }), 'WaiveGroup'),
  ),
  acceptedCase('CancelTrajectory', 'STOP_MESSAGE_PLANNED', 'nobody was invited', active, () => ({
    messagePlannedOn: undefined,
  })),
  acceptedCase('RecordIntake', 'ROOM_FOR_INPUT', 'there is no room and people are only informed', active, () => ({
    room: 'none',
    level: 'inform',
  })),
  acceptedCase('SetLevel', 'LOWERING_BY_PLAN', 'nobody was invited yet', active, () => ({ level: 'inform' })),
  acceptedCase('CompleteTrajectory', 'AGREEMENTS_SETTLED', 'one was kept, one broken and explained', (workflow) => {
    const world = answered(workflow);
    for (const command of [
      'MakeAgreement',
      'FulfilAgreement',
      'MakeAgreement',
      'BreakAgreement',
      'TellBrokenAgreement',
    ])
      take(world, command);
    return world;
  }),
];

function acceptedCase(
  command: string,
  need: string,
  why: string,
  route: Route,
  change: (world: World) => Payload = () => ({}),
  as?: Role,
): Scenario {
  return {
    name: `${command} has ${need}: ${why}`,
    about: [command, need, `${command}: ${need}`],
    run(workflow) {
      const world = route(workflow);
      const answer = world.send(as ?? rightful(command)[0]!, command, {
        ...sampleOf(command, world),
        ...change(world),
      });
      assert.deepEqual(codes(answer), [], said(answer));
    },
  };
}

export const needScenarios: readonly Scenario[] = [
  ...unmet.map((one, index) =>
    refused(
      one,
      unmet.findIndex((other) => other.command === one.command && other.missing.join() === one.missing.join()) === index
        ? ''
        : ` (${index})`,
    ),
  ),
  ...silent.map((one) => refused(one, ' in words')),
  ...met,
  passing,
  beforehand,
];
