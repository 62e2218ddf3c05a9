// Dates, retries and names: what is dated where, what is rejected as malformed, and what is told when two people change the same thing.
import assert from 'node:assert/strict';
import { addDays, atLocal, localDay } from '../../../../workflows/kit/time.js';
import type { Decision, Recorded } from '../../../../workflows/kit/types.js';
import { commandRow } from '../../domain/index.js';
import { homeOf } from '../homes.js';
import { codes, said } from '../oracle.js';
import { active, approved, held, nothing, planned, reported, take } from '../routes.js';
import { rightful, sampleOf, trajectoryCommands, type Payload } from '../samples.js';
import { NOWHERE, type Extra, type World } from '../world.js';
import type { Scenario } from './scenario.js';

type Run = Scenario['run'];
const scenario = (name: string, about: readonly string[], run: Run): Scenario => ({ name, about, run });
const send = (world: World, command: string, change: Payload = {}, extra: Extra = {}): Decision =>
  world.send(rightful(command)[0]!, command, { ...sampleOf(command, world), ...change }, extra);
const eventsOf = (answer: Decision): Recorded[] => (answer.kind === 'accepted' ? answer.events : []);
const problem = (answer: Decision): [string, string] => {
  const first = answer.kind === 'rejected' ? answer.rejections[0] : undefined;
  return [first?.code ?? said(answer), first?.pointer ?? ''];
};

/** Nothing may be dated ahead, in whichever of the three ways it is dated. */
function ahead(command: string): Scenario {
  return scenario(`${command} dated ahead`, [command, 'NOT_IN_FUTURE'], (workflow) => {
    const world = homeOf(command)(workflow);
    const tomorrow = addDays(world.today, 1);
    const ways: [Payload, Extra][] = [[{}, { occurredAt: atLocal(tomorrow, '10:00') }]];
    if (commandRow(command).kind === 'D') ways.push([{}, { decidedOn: tomorrow }]);
    for (const [change, extra] of ways) {
      const answer = send(world, command, change, extra);
      assert.ok(codes(answer).includes('NOT_IN_FUTURE'), said(answer));
    }
  });
}

/** Every id of a payload that names something of the trajectory, replaced by one that nothing has. */
const NAMES =
  /^(round|group|frame|conversation|contribution|agreement|estimate|feedback|route|question|opinion|event|into)Ids?$/;
function unknown(command: string): Scenario {
  return scenario(`${command} about something that does not exist`, [command], (workflow) => {
    const world = homeOf(command)(workflow);
    const payload = sampleOf(command, world);
    const revision = world.trajectory.revision;
    for (const field of Object.keys(payload).filter((name) => NAMES.test(name))) {
      const many = Array.isArray(payload[field]);
      const answer = send(world, command, { [field]: many ? [NOWHERE] : NOWHERE });
      assert.deepEqual(problem(answer), ['unknown-id', `/payload/${field}${many ? '/0' : ''}`], said(answer));
    }
    assert.equal(world.trajectory.revision, revision);
  });
}

/** A decision cannot come before the last step of its machine; a fact may always come late. */
function before(command: string): Scenario {
  const isFact = commandRow(command).kind === 'F';
  return scenario(`${command} dated before the last step of its machine`, [command], (workflow) => {
    const world = homeOf(command)(workflow);
    const early = new Date(Date.parse(world.events[0]?.meta.occurredAt ?? '') + 1).toISOString();
    const answer = send(world, command, {}, { occurredAt: early });
    if (isFact) assert.equal(answer.kind, 'accepted', said(answer));
    else assert.deepEqual(problem(answer), ['before-last-step', '/occurredAt'], said(answer));
  });
}
/** Their machine, round or thing has taken a step in their home world. */
const STEPPED = [
  'RequestApproval',
  'ApproveTimeAndMoney',
  'RequestSupplement',
  'ConfirmOrganisation',
  'CompleteConversations',
  'InterpretResults',
];
const LATE_FACTS = [
  'BookHours',
  'RecordLesson',
  'ShareReport',
  'HoldConversation',
  'SendFeedback',
  'FulfilAgreement',
  'ReceiveContribution',
];

const single: Scenario[] = [
  scenario('a day that differs from the moment is rejected', ['BookHours'], (workflow) => {
    const world = active(workflow).pass(3);
    const occurredAt = atLocal(addDays(world.today, -1), '10:00');
    assert.deepEqual(problem(send(world, 'BookHours', { on: world.today }, { occurredAt })), [
      'dates-differ',
      '/payload/on',
    ]);
    assert.deepEqual(problem(send(world, 'WriteLogEntry', { happenedOn: world.today }, { occurredAt })), [
      'dates-differ',
      '/payload/happenedOn',
    ]);
    assert.equal(send(world, 'BookHours', { on: addDays(world.today, -1) }, { occurredAt }).kind, 'accepted');
  }),
  scenario('a fact is dated on its own day, or at its own moment', ['BookHours', 'WriteLogEntry'], (workflow) => {
    const world = active(workflow).pass(3);
    const day = addDays(world.today, -2);
    const [booked] = eventsOf(send(world, 'BookHours', { on: day }));
    assert.deepEqual(
      [localDay(booked!.meta.occurredAt), booked!.meta.recordedAt > booked!.meta.occurredAt],
      [day, true],
    );
    const [written] = eventsOf(send(world, 'WriteLogEntry', {}, { occurredAt: `${day}T08:15:00Z` }));
    assert.deepEqual([written!.meta.occurredAt, written!.data.happenedOn], [`${day}T08:15:00.000Z`, day]);
    assert.ok(codes(send(world, 'BookHours', { on: addDays(world.today, 1) })).includes('NOT_IN_FUTURE'));
  }),
  scenario(
    'a decision with only a day follows the last step of that day',
    ['CloseRoundForInput', 'conversations'],
    (workflow) => {
      const world = held(workflow);
      const heldAt = world.events.findLast(({ type }) => type === 'ConversationHeld')!.meta.occurredAt;
      world.now = atLocal(localDay(heldAt), '17:00');
      const late = take(world, 'ShareReport');
      const day = localDay(heldAt);
      const [closed] = eventsOf(send(late.pass(2), 'CloseRoundForInput', { on: day }));
      assert.equal(closed?.meta.occurredAt, atLocal(day, '17:00'));
      assert.equal(closed?.data.decidedOn, day);
    },
  ),
  scenario('dates and moments that do not exist are rejected', ['BookHours'], (workflow) => {
    const world = active(workflow);
    assert.deepEqual(problem(send(world, 'BookHours', { on: '2026-02-30' })), ['invalid', '/payload/on']);
    assert.deepEqual(problem(send(world, 'BookHours', {}, { occurredAt: '2026-02-30T10:00:00Z' })), [
      'invalid',
      '/occurredAt',
    ]);
    assert.deepEqual(problem(send(world, 'BookHours', {}, { occurredAt: 'gisteren' })), ['invalid', '/occurredAt']);
    assert.deepEqual(problem(send(world, 'SetLevel', {}, { decidedOn: '2026-13-01' })), ['invalid', '/decidedOn']);
  }),
  scenario('two people on the same machine: the second is told', ['ApproveTimeAndMoney', 'approval'], (workflow) => {
    const world = homeOf('ApproveTimeAndMoney')(workflow);
    const revision = world.trajectory.cells.get('approval')!.revision;
    assert.deepEqual(problem(send(world, 'ApproveTimeAndMoney', {}, { ifMatch: revision - 1 })), [
      'stale-revision',
      '/ifMatch',
    ]);
    assert.equal(send(world, 'ApproveTimeAndMoney', {}, { ifMatch: revision }).kind, 'accepted');
    assert.deepEqual(problem(send(world, 'RequestSupplement', {}, { ifMatch: revision })), [
      'stale-revision',
      '/ifMatch',
    ]);
  }),
  scenario('a correction of a value that changed meanwhile is told', ['CorrectFact', 'IS_A_FACT'], (workflow) => {
    const world = homeOf('CorrectFact')(workflow);
    const correct = sampleOf('CorrectFact', world);
    assert.equal(send(world, 'CorrectFact', correct).kind, 'accepted');
    assert.deepEqual(problem(send(world, 'CorrectFact', correct)), ['already-changed', '/payload/before']);
    assert.equal(
      send(world, 'CorrectFact', { ...correct, before: correct.after, after: 'de fietsen' }).kind,
      'accepted',
    );
  }),
  scenario('a fact of a trajectory that was never registered is rejected', ['root', 'BookHours'], (workflow) => {
    const world = nothing(workflow);
    for (const command of ['BookHours', 'ReleaseRole', 'RecordLesson']) {
      assert.deepEqual(problem(send(world, command)), ['unknown-id', '']);
    }
    assert.equal(world.trajectory.revision, -1);
  }),
  scenario('an unknown command, field or override is rejected', ['OverrideGuard'], (workflow) => {
    const world = active(workflow);
    assert.deepEqual(problem(world.send('client', 'DoMagic', {})), ['unknown-command', '/type']);
    assert.deepEqual(problem(send(world, 'BookHours', { minutes: 3 })), ['invalid', '/payload/minutes']);
    assert.deepEqual(problem(send(world, 'OverrideGuard', { needs: ['MAGIC'] })), ['invalid', '/payload/needs']);
    assert.deepEqual(problem(send(world, 'OverrideGuard', { command: 'DoMagic' })), ['invalid', '/payload/command']);
  }),
  scenario('what the engine knows must agree when it is given', ['MakeEstimate', 'approval'], (workflow) => {
    const world = active(workflow);
    const lines = [{ phase: 'conversations', role: 'teamMember', hours: 4, cents: 100 }];
    assert.deepEqual(problem(send(world, 'MakeEstimate', { lines, totalHours: 5, totalCents: 100 })), [
      'invalid',
      '/payload/totalHours',
    ]);
    assert.equal(send(world, 'MakeEstimate', { lines, totalHours: undefined, totalCents: undefined }).kind, 'accepted');
  }),
  scenario('a report is a document or a text, not both', ['ShareReport', 'conversations'], (workflow) => {
    const world = take(planned(workflow), 'RegisterDocument');
    const both = { documentId: world.id('documentId'), text: 'verslag' };
    assert.equal(problem(send(world, 'ShareReport', both))[0], 'invalid');
    assert.equal(problem(send(world, 'ShareReport', { text: undefined }))[0], 'invalid');
    assert.equal(send(world, 'ShareReport', { ...both, text: undefined }).kind, 'accepted');
  }),
  scenario(
    'an import can be sent again and takes only what is new',
    ['ImportContributions', 'contribution'],
    (workflow) => {
      const world = reported(workflow);
      const from = (externalId: string) => ({
        roundId: world.id('roundId'),
        text: 'idee',
        sourceSystem: 'platform',
        externalId,
      });
      assert.equal(
        eventsOf(send(world, 'ImportContributions', { contributions: [from('1'), from('2'), from('2')] })).length,
        2,
      );
      assert.equal(eventsOf(send(world, 'ImportContributions', { contributions: [from('1'), from('3')] })).length, 1);
      assert.equal(problem(send(world, 'ImportContributions', { contributions: [from('1')] }))[0], 'already-changed');
    },
  ),
  scenario('a phase without a way back cannot be reopened', ['ReopenPhase', 'STATE_FITS'], (workflow) => {
    const world = approved(workflow);
    for (const phase of ['conversations', 'feedback', 'preparation']) {
      const answer = send(world, 'ReopenPhase', { phase });
      assert.deepEqual(codes(answer), ['STATE_FITS'], `${phase}: ${said(answer)}`);
    }
  }),
];

export const dateScenarios: readonly Scenario[] = [
  ...trajectoryCommands.filter((command) => command !== 'RegisterTrajectory').map(ahead),
  ...trajectoryCommands.map(unknown),
  ...[...STEPPED, ...LATE_FACTS].map(before),
  ...single,
];
