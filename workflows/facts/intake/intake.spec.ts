// The impact meter advises and people decide; a promise of influence is not taken back by choosing a lower level.
import { describe, expect, it } from '@jest/globals';
import { SETTINGS } from '../../../test/support/kern/world.js';
import { registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { advisedLevel, advisedWorkflow } from './impact-meter.js';

const answers = { '1': 2, '2': 3, '3': 1, '4': 2, '5': 2, '6': 1, '7': 2, '8': 1, '9': 3 };
/** 4*2 + 4*3 + 2*1 + 3*2 + 3*2 + 2*1 + 3*2 + 2*1 + 2*3, by hand from the table of the domain. */
const SCORE = 50;
const intake = {
  cause: 'verouderd park',
  policyGoal: 'een park voor iedereen',
  room: 'wide',
  answers,
  level: 'advise',
};

function invited(run: TrajectoryRun): void {
  const group = { name: 'bewoners', required: true, size: 64, min: 10, target: 20 };
  const { groupId } = run.ids('AddPublicGroup', group);
  run.ids('SendInvitation', { groupId, channel: 'brief', addressed: 64 });
}

describe('recording the intake', () => {
  it('computes score, advised level and advised workflow, and sets the chosen level', () => {
    const run = registered(kern);
    const [event] = run.events('RecordIntake', intake);
    expect(event?.data).toMatchObject({
      meterVersion: 1,
      impactScore: SCORE,
      advisedLevel: 'advise',
      advisedWorkflow: 'volledig',
    });
    expect(run.trajectory.facts.level).toBe('advise');
    expect(run.trajectory.facts.impact).toEqual({ score: SCORE, advisedLevel: 'advise', level: 'advise' });
  });

  it('takes a score from elsewhere without answers, and refuses one that is not the sum of the answers', () => {
    const run = registered(kern);
    const { answers: _answers, ...without } = intake;
    const { rejections = [] } = run.send('RecordIntake', without) as { rejections?: { pointer: string }[] };
    expect(rejections.map(({ pointer }) => pointer)).toContain('/payload/impactScore');
    expect(run.refusals('RecordIntake', { ...without, impactScore: 72 })).toEqual([]);
    expect(run.send('RecordIntake', { ...intake, impactScore: SCORE + 1 })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/payload/impactScore', detail: { expected: String(SCORE) } }],
    });
  });

  it('refuses an advised level that the table does not give, and answers outside 0-4 or incomplete', () => {
    const run = registered(kern);
    expect(run.refusals('RecordIntake', { ...intake, advisedLevel: 'inform' })).toEqual(['invalid']);
    expect(run.refusals('RecordIntake', { ...intake, answers: { ...answers, '9': 5 } })).toEqual(['invalid']);
    expect(run.refusals('RecordIntake', { ...intake, answers: { '1': 2 } })).toContain('invalid');
  });

  it('asks why when another level is chosen than advised', () => {
    const run = registered(kern);
    expect(run.refusals('RecordIntake', { ...intake, level: 'coproduce', levelReason: ' ' })).toEqual(['REASON_GIVEN']);
    expect(
      run.refusals('RecordIntake', { ...intake, level: 'coproduce', levelReason: 'gebruikers beheren mee' }),
    ).toEqual([]);
  });

  it('without room for input only informs, unless someone passes that with a reason', () => {
    const run = registered(kern);
    const closed = { ...intake, room: 'none', level: 'consult', levelReason: 'wij willen het toch horen' };
    expect(run.refusals('RecordIntake', closed)).toEqual(['ROOM_FOR_INPUT']);
    expect(
      run.refusals('RecordIntake', closed, { overrides: [{ code: 'ROOM_FOR_INPUT', reason: 'de raad vroeg erom' }] }),
    ).toEqual([]);
    expect(run.refusals('RecordIntake', { ...intake, room: 'none', level: 'inform' })).toEqual([]);
  });

  it('keeps a level that was chosen later when the cause is corrected', () => {
    const run = registered(kern);
    const [event] = run.events('RecordIntake', intake);
    run.ids('SetLevel', { level: 'coproduce' });
    run.ids('CorrectFact', {
      eventId: event?.meta.id,
      field: '/cause',
      before: 'verouderd park',
      after: 'verouderd plein',
      reason: 'tikfout',
    });
    expect(run.trajectory.facts.level).toBe('coproduce');
  });
});

describe('the thresholds of the meter', () => {
  const settings = { ...SETTINGS, numbers: new Map<string, number>() };
  it.each([
    [0, 'inform', 'kern'],
    [19, 'inform', 'kern'],
    [20, 'consult', 'kern'],
    [39, 'consult', 'kern'],
    [40, 'advise', 'volledig'],
    [74, 'advise', 'volledig'],
    [75, 'coproduce', 'volledig'],
    [100, 'coproduce', 'volledig'],
  ])('%d advises %s in %s', (score, level, workflow) => {
    expect(advisedLevel(score, 'wide', settings)).toBe(level);
    expect(advisedWorkflow(score, settings)).toBe(workflow);
  });

  it('follows the settings of the organisation', () => {
    const own = { ...settings, numbers: new Map([['impactMeter.from.coproduce', 60]]) };
    expect(advisedLevel(60, 'limited', own)).toBe('coproduce');
  });
});

describe('choosing the level', () => {
  it('goes down freely before the first invitation, and only up after it', () => {
    const run = registered(kern, { level: 'advise' });
    expect(run.events('SetLevel', { level: 'consult' })[0]?.data).toMatchObject({ before: 'advise', level: 'consult' });
    invited(run);
    expect(run.refusals('SetLevel', { level: 'inform', reason: 'minder tijd' })).toEqual(['LOWERING_BY_PLAN']);
    expect(run.refusals('RecordIntake', { ...intake, level: 'inform', levelReason: 'minder tijd' })).toEqual([
      'LOWERING_BY_PLAN',
    ]);
    expect(run.refusals('SetLevel', { level: 'coproduce' })).toEqual([]);
  });

  it('cannot be lowered by passing the need', () => {
    const run = registered(kern);
    invited(run);
    expect(
      run.refusals('SetLevel', { level: 'inform' }, { overrides: [{ code: 'LOWERING_BY_PLAN', reason: 'toch' }] }),
    ).toEqual(['LOWERING_BY_PLAN']);
  });
});
