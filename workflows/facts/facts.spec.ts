// Money, board, advice and emotions: recorded whatever the state, counted once, and corrected in place.
import { describe, expect, it } from '@jest/globals';
import { registered, type TrajectoryRun } from '../../test/support/trajectory-run.js';
import { kern } from '../kern/v1.workflow.js';
import { idOf } from '../kit/ids.js';
import type { Recorded } from '../kit/types.js';

describe('bookings', () => {
  it('take the role of the sender, and a round only for a phase that has rounds', () => {
    const run = registered(kern);
    const roundId = [...run.trajectory.facts.rounds.keys()][0];
    const sending = { as: 'teamMember' } as const;
    expect(run.events('BookHours', { phase: 'conversations', hours: 9 }, sending)[0]?.data).toMatchObject({
      role: 'teamMember',
      roundId,
    });
    expect(run.events('BookHours', { hours: 8 }, sending)[0]?.data).not.toHaveProperty('roundId');
    expect(run.refusals('BookHours', { hours: 0.1 }, sending)).toEqual(['invalid']);
    expect(run.refusals('BookHours', { hours: 8 }, { as: 'client' })).toEqual(['ROLE_ALLOWED']);
  });

  it('count once after a correction', () => {
    const run = registered(kern);
    const [booked] = run.events('BookHours', { hours: 9 });
    run.ids('CorrectFact', { eventId: booked?.meta.id, field: '/hours', before: 9, after: 6, reason: 'dubbel' });
    expect([...run.trajectory.facts.hours.values()].map(({ hours }) => hours)).toEqual([6]);
  });
});

describe('a correction', () => {
  const wrong = (run: TrajectoryRun, event: Recorded | undefined, field: string, before: unknown, after: unknown) =>
    run.refusals('CorrectFact', { eventId: event?.meta.id, field, before, after, reason: 'tikfout' });

  it('ends in a value that the fact could have had', () => {
    const run = registered(kern);
    const [booked] = run.events('BookHours', { hours: 9 });
    expect(wrong(run, booked, '/hours', 9, 'zes')).toEqual(['invalid']);
    expect(wrong(run, booked, '/hours', 9, -1)).toEqual(['invalid']);
    expect(wrong(run, booked, '/hours', 9, null)).toEqual(['invalid']);
    expect(wrong(run, booked, '/on', '2026-02-02', '2026-02-30')).toEqual(['invalid']);
    expect(wrong(run, booked, '/on', '2026-02-02', '2026-02-03')).toEqual(['invalid']);
    expect(wrong(run, booked, '/roundId', null, idOf('nothing'))).toEqual(['unknown-id']);
    expect(wrong(run, booked, '/hours', 8, 6)).toEqual(['already-changed']);
    expect([...run.trajectory.facts.hours.values()]).toMatchObject([{ hours: 9, on: '2026-02-02' }]);
  });

  it('may empty a field that may be absent, and never touches the id of the thing', () => {
    const run = registered(kern);
    const [booked] = run.events('BookHours', { phase: 'approval', hours: 9 });
    expect(wrong(run, booked, '/phase', 'approval', null)).toEqual([]);
    expect([...run.trajectory.facts.hours.values()][0]).not.toHaveProperty('phase');
    const [noticed] = run.events('NoteDirectRoute', { to: 'council', topic: 'parkeren' });
    expect(wrong(run, noticed, '/routeId', noticed?.data.routeId, idOf('other'))).toEqual(['IS_A_FACT']);
    const [made] = run.events('MakeAgreement', { text: 'bankjes', dueOn: '2026-06-19', public: true });
    const [kept] = run.events('FulfilAgreement', { agreementId: made?.data.agreementId });
    expect(wrong(run, kept, '/agreementId', made?.data.agreementId, made?.data.agreementId)).toEqual(['IS_A_FACT']);
  });
});

describe('board and adviser', () => {
  it('a direct route stays handled when what was noticed is corrected', () => {
    const run = registered(kern);
    const [noticed] = run.events('NoteDirectRoute', { to: 'council', topic: 'parkeren' });
    const routeId = String(noticed?.data.routeId);
    run.on('2026-02-05').ids('HandleDirectRoute', { routeId, action: 'uitleg gestuurd' });
    run.ids('CorrectFact', {
      eventId: noticed?.meta.id,
      field: '/topic',
      before: 'parkeren',
      after: 'bomen',
      reason: 'vergist',
    });
    expect(run.trajectory.facts.directRoutes.get(routeId)).toMatchObject({ topic: 'bomen', handledOn: '2026-02-05' });
  });

  it('what was told last about the council counts, and an older telling that is corrected does not', () => {
    const run = registered(kern);
    const told = { text: 'De raad besluit.', audience: 'bewoners' };
    const [first] = run.events('CommunicateCouncilRole', told);
    run.on('2026-02-20').ids('CommunicateCouncilRole', told);
    run.ids('CorrectFact', {
      eventId: first?.meta.id,
      field: '/on',
      before: '2026-02-02',
      after: '2026-02-01',
      reason: 'een dag eerder',
    });
    expect(run.trajectory.facts.councilRoleToldOn).toBe('2026-02-20');
  });

  it('only the alderman agrees on the line, others record it with proof', () => {
    const run = registered(kern);
    const line = { everyDays: 14, form: 'bijpraten' };
    expect(run.refusals('AgreeAldermanLine', line)).toEqual(['DECIDER_KNOWN']);
    const decidedBy = { role: 'alderman', function: 'wethouder' } as const;
    expect(run.refusals('AgreeAldermanLine', line, { decidedBy, evidence: { text: 'mail van vandaag' } })).toEqual([]);
    expect(run.trajectory.facts.aldermanLine).toEqual({ everyDays: 14, form: 'bijpraten', agreedOn: '2026-02-02' });
  });

  it('answers only what was asked', () => {
    const run = registered(kern);
    const { questionId = '' } = run.ids('AskAdviser', { question: 'Mag dit per mail?' });
    const { opinionId = '' } = run.ids('RequestSecondOpinion', { about: 'design', question: 'Klopt de aanpak?' });
    const adviser = { as: 'strategicAdviser' } as const;
    expect(run.refusals('AnswerAdviser', { questionId: opinionId, answer: 'Ja.' }, adviser)).toEqual(['unknown-id']);
    run.on('2026-02-06').ids('AnswerAdviser', { questionId, answer: 'Ja.' }, adviser);
    run.ids('GiveSecondOpinion', { opinionId, view: 'agree', text: 'Goed zo.' }, adviser);
    expect(run.trajectory.facts.questions.get(questionId)).toEqual({ on: '2026-02-02', answeredOn: '2026-02-06' });
    expect(run.trajectory.facts.opinions.get(opinionId)).toEqual({
      about: 'design',
      on: '2026-02-02',
      givenOn: '2026-02-06',
    });
  });

  it('records emotions and aftercare also while paused', () => {
    const run = registered(kern);
    run.ids('PauseTrajectory', { reason: 'storm' });
    run.ids('SignalEmotion', { level: 3, action: 'boosheid over parkeren' });
    run.ids('RecordAftercare', { action: 'nagepraat' });
    expect([run.trajectory.facts.emotions.size, run.trajectory.facts.aftercare.size]).toEqual([1, 1]);
    expect(run.refusals('SignalEmotion', { level: 4, action: 'x' })).toEqual(['invalid']);
  });
});

describe('goals', () => {
  it('hold what was said, and in kern do not ask for both lists', () => {
    const run = registered(kern);
    const goals = {
      participationGoal: 'plekken kiezen',
      othersMustKnow: [],
      weWantToKnow: [],
      councilRole: 'informed',
    };
    run.ids('SetGoals', goals);
    expect(run.trajectory.facts.goals).toEqual(goals);
    const both = kern.needs.get('BOTH_GOAL_LISTS');
    const met = (data: object) => both?.met({} as Parameters<typeof both.met>[0], { ...data });
    expect([
      met(goals),
      met({ othersMustKnow: ['budget'], weWantToKnow: [' '] }),
      met({ othersMustKnow: ['budget'], weWantToKnow: ['wie'] }),
    ]).toEqual([false, false, true]);
  });
});
