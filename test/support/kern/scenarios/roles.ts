// Every command in every role: may decide, must name who decided, or has no right; and recorded for someone else.
import assert from 'node:assert/strict';
import { ROLES, type Decision, type DecidedBy, type Role } from '../../../../workflows/kit/types.js';
import { commandRow, eventOf } from '../../domain/index.js';
import { homeOf } from '../homes.js';
import { codes, said } from '../oracle.js';
import { active } from '../routes.js';
import { rightful, sampleOf, trajectoryCommands } from '../samples.js';
import { personOf, type World } from '../world.js';
import type { Scenario } from './scenario.js';

/** PC, PL, COM and GR: section 3.0, on behalf. */
const RECORDERS: readonly Role[] = ['processCoordinator', 'projectLeader', 'communicationAdviser', 'clerk'];
const isDecision = (command: string): boolean => commandRow(command).kind === 'D';

/** What else is in the way of somebody who is not the one that was meant. */
const PERSONAL: Readonly<Record<string, (role: Role) => string[]>> = {
  AcceptRole: () => ['IS_ASSIGNEE'],
  ApproveTimeAndMoney: (role) => (role === 'processCoordinator' ? ['APPROVER_NOT_REQUESTER'] : []),
  ApproveSupplement: (role) => (role === 'processCoordinator' ? ['APPROVER_NOT_REQUESTER'] : []),
};

function inRole(command: string, role: Role): Scenario {
  return {
    name: `${command} by ${role}`,
    about: [command, `${command} @${role}`],
    run(workflow) {
      const world = homeOf(command)(workflow);
      const answer = send(world, command, role);
      assert.deepEqual(codes(answer), [], said(answer));
      if (answer.kind !== 'accepted' || !isDecision(command)) return;
      const { decidedBy, decidedOn } = answer.events.find(({ type }) => type === eventOf(command))!.data;
      assert.deepEqual(decidedBy, { role, function: role, ref: personOf(role) });
      assert.equal(decidedOn, world.today);
    },
  };
}

/** A refusal changes nothing, so one world serves all who may not. */
function byOthers(command: string): Scenario {
  return {
    name: `${command} by nobody else`,
    about: [command, 'ROLE_ALLOWED', 'DECIDER_KNOWN'],
    run(workflow) {
      const world = homeOf(command)(workflow);
      for (const role of ROLES.filter((one) => !rightful(command).includes(one))) {
        const answer = send(world, command, role);
        const code = isDecision(command) && RECORDERS.includes(role) ? 'DECIDER_KNOWN' : 'ROLE_ALLOWED';
        assert.deepEqual(codes(answer), [code, ...(PERSONAL[command]?.(role) ?? [])], `${role}: ${said(answer)}`);
      }
    },
  };
}

const send = (world: World, command: string, role: Role, extra = {}): Decision =>
  world.send(role, command, sampleOf(command, world), extra);

/** For words of the rule table the person counts, so the role of an assignee or receiver may be any. */
function deciderOf(command: string): DecidedBy {
  const role = rightful(command)[0]!;
  return { role, function: 'wie het besloot', ref: personOf(role) };
}

/** A recorder who may not decide this, or undefined when all of them may. */
const recorderOf = (command: string): Role | undefined => RECORDERS.find((role) => !rightful(command).includes(role));
const evidence = { text: 'Mail van die dag.' };

function onBehalf(command: string, recorder: Role): Scenario {
  return {
    name: `${command} recorded by ${recorder} for who decided`,
    about: [command, 'DECIDER_KNOWN'],
    run(workflow) {
      const decidedBy = deciderOf(command);
      const world = homeOf(command)(workflow);
      const answer = send(world, command, recorder, { decidedBy, evidence });
      assert.deepEqual(codes(answer), [], said(answer));
      const event =
        answer.kind === 'accepted' ? answer.events.find(({ data }) => data.evidence !== undefined) : undefined;
      assert.deepEqual(event?.data.decidedBy, decidedBy);
      assert.deepEqual(event?.data.evidence, evidence);
      assert.deepEqual([event?.meta.actor.ref, event?.meta.actor.role], [personOf(recorder), recorder]);
    },
  };
}

function withoutProof(command: string, recorder: Role): Scenario {
  return {
    name: `${command} recorded by ${recorder} without evidence, or for somebody who may not`,
    about: [command, 'DECIDER_KNOWN'],
    run(workflow) {
      const decidedBy = deciderOf(command);
      const stranger: DecidedBy = { role: 'publicReader', function: 'lezer', ref: personOf('publicReader') };
      for (const extra of [{ decidedBy }, { decidedBy, evidence: { text: '' } }, { decidedBy: stranger, evidence }]) {
        const answer = send(homeOf(command)(workflow), command, recorder, extra);
        assert.ok(codes(answer).includes('DECIDER_KNOWN'), said(answer));
      }
    },
  };
}

/** Nobody but a recorder writes down what another decided. */
function byOutsider(command: string): Scenario {
  return {
    name: `${command} recorded by somebody without that right`,
    about: [command, 'ROLE_ALLOWED'],
    run(workflow) {
      const outsider: Role = 'publicReader';
      const answer = send(homeOf(command)(workflow), command, outsider, { decidedBy: deciderOf(command), evidence });
      assert.deepEqual(codes(answer), ['ROLE_ALLOWED'], said(answer));
    },
  };
}

/** Participants decide along at two levels only. */
const atLevel: Scenario = {
  name: 'RecordDecision by a participant at a level that does not share the decision',
  about: ['RecordDecision', 'ROLE_ALLOWED'],
  run(workflow) {
    for (const [level, code] of [
      ['coproduce', ['ROLE_ALLOWED']],
      ['codecide', []],
      ['selfGovern', []],
    ] as const) {
      const world = active(workflow);
      world.must('client', 'SetLevel', { level });
      const answer = world.send('participant', 'RecordDecision', sampleOf('RecordDecision', world));
      assert.deepEqual(codes(answer), code, said(answer));
    }
  },
};

const decisions = trajectoryCommands.filter(isDecision);

export const roleScenarios: readonly Scenario[] = [
  ...trajectoryCommands.flatMap((command) => [
    ...rightful(command).map((role) => inRole(command, role)),
    byOthers(command),
  ]),
  ...decisions.flatMap((command) => {
    const recorder = recorderOf(command);
    return recorder
      ? [onBehalf(command, recorder), withoutProof(command, recorder), byOutsider(command)]
      : [byOutsider(command)];
  }),
  atLevel,
];
