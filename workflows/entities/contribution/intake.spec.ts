// How contributions come in: defaults, imports that can be sent again, corrections, and many of them.
import { describe, expect, it } from '@jest/globals';
import { registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { fold } from '../../kit/evolve.js';
import type { Recorded } from '../../kit/types.js';

const item = (externalId: string, sourceSystem = 'kaart') => ({ text: `Punt ${externalId}`, sourceSystem, externalId });
const received = (events: Recorded[]): unknown[] =>
  events.filter(({ type }) => type === 'ContributionReceived').map(({ data }) => data.externalId);
const receive = (run: TrajectoryRun, payload: object): Record<string, unknown> =>
  run.events('ReceiveContribution', { text: 'Een bankje', ...payload })[0]?.data ?? {};

describe('receiving a contribution', () => {
  it('puts it in the round of its conversation or the only round, but a letter, mail or call in none', () => {
    const run = registered(kern);
    const second = run.ids('PlanRound', { title: 'Ronde 2' }).roundId ?? '';
    const { conversationId } = run.ids('HoldConversation', { roundId: second, attendance: [] });
    expect(receive(run, { conversationId })).toMatchObject({ source: 'conversation', kind: 'idea', roundId: second });
    expect(receive(run, { source: 'online' })).not.toHaveProperty('roundId');
    const single = registered(kern);
    expect(receive(single, { source: 'online' })).toHaveProperty('roundId', single.round);
    expect(receive(single, {})).toMatchObject({ source: 'phone' });
    expect(receive(single, {})).not.toHaveProperty('roundId');
  });

  it('is a fact: taken while paused, and asked about or withdrawn in any state', () => {
    const run = registered(kern);
    run.ids('PauseTrajectory', { reason: 'onrust' }, { as: 'client' });
    const { contributionId } = run.ids('ReceiveContribution', { text: 'Een bankje' }, { as: 'participant' });
    const key = `contribution/${contributionId ?? ''}`;
    run.ids('AskGiver', { contributionId, question: 'Waar precies?' });
    expect(run.state(key)).toBe('asked');
    run.ids('AnswerContribution', { contributionIds: [contributionId], answer: 'Bij de speelplek.' });
    run.ids('AskGiver', { contributionId, question: 'Nog iets?' });
    run.ids('WithdrawContribution', { contributionId });
    expect(run.state(key)).toBe('answered');
  });

  it('may be corrected without undoing what was decided about it since', () => {
    const run = registered(kern);
    const [event] = run.events('ReceiveContribution', { text: 'Een bnkje', source: 'letter' });
    const contributionId = String(event?.data.contributionId);
    const contributionIds = [contributionId];
    run.ids('AssignContributionToRound', { contributionIds, roundId: run.round });
    run.ids('AssessContribution', { contributionIds, verdict: 'within' });
    run.ids('AdoptContribution', { contributionIds, how: 'Plek 3' });
    run.ids('CorrectFact', {
      eventId: event?.meta.id,
      field: '/text',
      before: 'Een bnkje',
      after: 'Een bankje',
      reason: 'tikfout',
    });
    expect(run.facts.contributions.get(contributionId)).toMatchObject({
      text: 'Een bankje',
      roundId: run.round,
      verdict: 'within',
      reason: 'Plek 3',
    });
  });
});

describe('importing contributions', () => {
  it('leaves out what is here already, so that the same file can be read again', () => {
    const run = registered(kern);
    const first = run.events('ImportContributions', { contributions: [item('1'), item('2'), item('1')] });
    expect(received(first)).toEqual(['1', '2']);
    const again = run.events('ImportContributions', { contributions: [item('2'), item('3'), item('2', 'brief')] });
    expect(received(again)).toEqual(['3', '2']);
    expect(run.send('ImportContributions', { contributions: [item('3')] })).toMatchObject({
      kind: 'rejected',
      rejections: [{ code: 'already-changed', pointer: '/payload/contributions' }],
    });
    expect(run.refusals('ReceiveContribution', item('3'))).toEqual(['already-changed']);
    expect(run.facts.contributions.size).toBe(4);
  });

  it('knows a contribution by its corrected number', () => {
    const run = registered(kern);
    const event = run.events('ReceiveContribution', item('7'))[0];
    run.ids('CorrectFact', {
      eventId: event?.meta.id,
      field: '/externalId',
      before: '7',
      after: '8',
      reason: 'tikfout',
    });
    expect(run.refusals('ReceiveContribution', item('8'))).toEqual(['already-changed']);
    expect(run.refusals('ReceiveContribution', item('7'))).toEqual([]);
  });

  it('takes hundreds at once and gives each its own id', () => {
    const run = registered(kern);
    const contributions = Array.from({ length: 400 }, (_, index) => item(String(index)));
    const events = run.events('ImportContributions', { contributions });
    expect(received(events)).toHaveLength(400);
    expect(run.facts.contributions.size).toBe(400);
    expect(run.refusals('ImportContributions', { contributions: [...contributions, item('x')] })).toEqual(['invalid']);
  });
});

describe('a trajectory with contributions', () => {
  it('folds to the same facts as it was decided with', () => {
    const run = registered(kern);
    const opening = run.events('PlanRound', { title: 'Ronde 2' });
    const events = run.events('ImportContributions', { contributions: [item('1'), item('2')] });
    const birth = [...run.trajectory.events.values()].slice(0, -opening.length - events.length);
    const folded = fold(kern, run.trajectory.stream, [...birth, ...opening, ...events]);
    expect(folded.facts).toEqual(run.facts);
    expect([...folded.cells.entries()]).toEqual([...run.trajectory.cells.entries()]);
  });
});
