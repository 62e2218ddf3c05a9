// Interpreting: contributions of the round move nothing but count, and meaning is agreed only over an answered question.
import { describe, expect, it } from '@jest/globals';
import { registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { defineWorkflow } from '../../kit/workflow.js';

/** Kern with every soft need asked, as the larger workflow does. */
const strict = defineWorkflow({ ...kern, asks: () => true });

const hold = (run: TrajectoryRun, payload: object = {}): string =>
  run.ids('HoldConversation', { roundId: run.round, attendance: [], ...payload }).conversationId ?? '';
const idea = (run: TrajectoryRun, payload: object = {}): string =>
  run.ids('ReceiveContribution', { text: 'Een bankje', source: 'online', roundId: run.round, ...payload })
    .contributionId ?? '';
const state = (run: TrajectoryRun, round = run.round): string | undefined => run.state(`interpreting/${round}`);
const interpret = (run: TrajectoryRun, payload: object = {}): string[] =>
  run.refusals('InterpretResults', { answered: 'yes', ...payload });

/** A round in which one idea was adopted and the results were interpreted. */
function interpreted(payload: object = {}, workflow = kern): TrajectoryRun {
  const run = registered(workflow);
  const id = idea(run);
  run.ids('AssessContribution', { contributionIds: [id], verdict: 'within' });
  run.ids('AdoptContribution', { contributionIds: [id], how: 'Op plek 3.' });
  expect(interpret(run, payload)).toEqual([]);
  return run;
}

describe('contributions of the round', () => {
  it('open the phase with the first one, but not for another round', () => {
    const run = registered(kern);
    const { roundId = '' } = run.ids('PlanRound', { title: 'Twee' });
    expect(interpret(run, { roundId: run.round })).toEqual(['PHASE_OPEN']);
    idea(run);
    expect(run.trajectory.phases.get(`interpreting/${run.round}`)?.startedAt).toBeDefined();
    expect(run.trajectory.phases.get(`interpreting/${roundId}`)?.startedAt).toBeUndefined();
  });

  it('count for every round that an outcome covers', () => {
    const run = registered(kern);
    const { roundId = '' } = run.ids('PlanRound', { title: 'Twee' });
    const contributionIds = [idea(run), idea(run, { roundId }), idea(run, { roundId: undefined, source: 'letter' })];
    const before = [run.round, roundId].map((id) => run.trajectory.cells.get(`interpreting/${id}`)?.revision ?? 0);
    run.ids('NoteContribution', { contributionIds, reply: 'Dank u wel.' });
    const after = [run.round, roundId].map((id) => run.trajectory.cells.get(`interpreting/${id}`)?.revision ?? 0);
    expect(after.map((revision, index) => revision - (before[index] ?? 0))).toEqual([1, 1]);
  });

  it('count for the round they are given later', () => {
    const run = registered(kern);
    const letter = idea(run, { roundId: undefined, source: 'letter' });
    expect(run.trajectory.phases.get(`interpreting/${run.round}`)?.startedAt).toBeUndefined();
    run.ids('AssignContributionToRound', { contributionIds: [letter], roundId: run.round });
    expect(run.trajectory.phases.get(`interpreting/${run.round}`)?.firstEventAt).toBeDefined();
    expect(interpret(run)).toEqual(['ALL_HAVE_OUTCOME']);
  });
});

describe('interpreting the results', () => {
  it('needs an outcome for everything, except what waits for the client or was taken back', () => {
    const run = registered(kern);
    const [adopted, escalated, withdrawn, open] = [idea(run), idea(run), idea(run), idea(run)];
    run.ids('AdoptContribution', { contributionIds: [adopted], how: 'Op plek 3.' });
    run.ids('EscalateContribution', { contributionIds: [escalated], question: 'Toch?' });
    run.ids('WithdrawContribution', { contributionId: withdrawn });
    const refused = run.send('InterpretResults', { answered: 'yes' });
    expect(refused).toMatchObject({ refused: [{ code: 'ALL_HAVE_OUTCOME', vars: { contributions: 'B4' } }] });
    run.ids('NoteContribution', { contributionIds: [open], reply: 'Dank u wel.' });
    const [event] = run.events('InterpretResults', { answered: 'yes' });
    expect(event?.data).toMatchObject({
      method: 'gesprek',
      findings: [
        { text: 'Overgenomen', contributionIds: [adopted] },
        { text: 'Voor kennisgeving', contributionIds: [open] },
        { text: 'Voorgelegd aan opdrachtgever', contributionIds: [escalated] },
      ],
    });
    expect(state(run)).toBe('interpreted');
  });

  it('is for the project leader; clustering first, with new or known clusters', () => {
    const run = registered(strict);
    const id = idea(run);
    const cluster = { clusters: [{ theme: 'plekken', contributionIds: [id] }] };
    expect(run.refusals('ClusterContributions', cluster)).toEqual(['ROUND_CLOSED']);
    run.ids('ShareReport', { conversationId: hold(run), text: 'Verslag' });
    run.ids('CloseRoundForInput', {});
    run.ids('ClusterContributions', cluster);
    expect(state(run)).toBe('assessing');
    const [clusterId] = run.facts.clusters.keys();
    run.ids('ClusterContributions', { clusters: [{ clusterId, theme: 'banken', contributionIds: [id] }] });
    expect([...run.facts.clusters.values()].map(({ theme }) => theme)).toEqual(['banken']);
    expect(run.refusals('InterpretResults', { answered: 'yes' }, { as: 'processCoordinator' })).toEqual([
      'DECIDER_KNOWN',
      'ALL_HAVE_OUTCOME',
    ]);
  });
});

describe('validating the interpretation', () => {
  it('needs the question answered, or asked again in a later round', () => {
    const run = interpreted({ answered: 'no' });
    expect(run.refusals('ValidateInterpretation', {})).toEqual(['QUESTION_ANSWERED']);
    run.ids('PlanRound', { title: 'Nog eens' });
    expect(run.refusals('ValidateInterpretation', { roundId: run.round })).toEqual([]);
    expect(state(run)).toBe('validated');
    expect(interpreted({ answered: 'partly' }).refusals('ValidateInterpretation', {})).toEqual([]);
  });

  it('needs participants from coproduce on', () => {
    for (const [level, missing] of [
      ['advise', []],
      ['coproduce', ['WITH_PARTICIPANTS']],
      ['selfGovern', ['WITH_PARTICIPANTS']],
    ] as const) {
      const run = interpreted();
      run.ids('SetLevel', { level });
      expect(run.refusals('ValidateInterpretation', {})).toEqual(missing);
      expect(run.refusals('ValidateInterpretation', { withParticipants: true })).toEqual(
        missing.length ? [] : ['STATE_FITS'],
      );
    }
  });

  it('asks content and process both, where every soft need counts', () => {
    const run = interpreted({}, strict);
    expect(run.refusals('ValidateInterpretation', {}, { as: 'projectLeader' })).toEqual(['CONTENT_AND_PROCESS']);
    expect(run.refusals('ValidateInterpretation', { by: ['projectLeader', 'processCoordinator'] })).toEqual([]);
  });

  it('is undone when people do not recognise it, or more input is needed', () => {
    const run = interpreted();
    run.ids('ValidateInterpretation', {});
    run.ids('ContestInterpretation', { ground: 'Wij zeiden iets anders.' }, { as: 'singleContact' });
    expect(state(run)).toBe('contested');
    expect(run.refusals('ReviseInterpretation', { reason: '' })).toEqual(['REASON_GIVEN']);
    run.ids('ReviseInterpretation', { reason: 'Wij luisteren opnieuw.' });
    expect(state(run)).toBe('assessing');
    run.ids('RequestMoreInput', { reason: 'Te weinig jongeren.', groupIds: [] });
    expect(state(run)).toBe('collecting');
    expect(run.refusals('RequestMoreInput', { reason: 'Nog meer.', groupIds: [] })).toEqual(['STATE_FITS']);
  });

  it('can be reopened, to assessing only', () => {
    const run = interpreted();
    run.ids('ValidateInterpretation', {});
    const reopen = { phase: 'interpreting', reason: 'Er kwam een brief.' };
    expect(run.refusals('ReopenPhase', { ...reopen, toState: 'collecting' })).toEqual(['STATE_FITS']);
    expect(run.refusals('ReopenPhase', { ...reopen, toState: 'assessing' })).toEqual([]);
    expect(state(run)).toBe('assessing');
  });
});
