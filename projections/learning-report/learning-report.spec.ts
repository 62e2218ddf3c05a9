// The learning report: given example 9.4, the figures that the reference names; and nothing is stated about too few.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { playExample } from '../../test/golden/example.js';
import { asAnother, Stage } from '../../test/support/projecting/stage.js';
import { OOSTERKOOG } from '../../test/support/kern/world.js';
import type { Recorded } from '../../workflows/kit/types.js';
import type { Figure } from './figures/figure.js';
import { quantile } from './figures/numbers.js';
import { learningReport } from './learning-report.projection.js';
import type { LearningFilter, Scope } from './learning-report.queries.js';

const ASKED = { today: '2026-09-01', normsOf: () => ({ target: 28, final: 42 }), municipalities: [OOSTERKOOG] };
let example: Recorded[] = [];
beforeAll(async () => {
  example = (await playExample()).events;
});

const ELSEWHERE = '00000000-0000-4000-8000-000000000000';

async function reportOf(events: readonly Recorded[]) {
  const stage = new Stage();
  await stage.record(events);
  const runner = await stage.projected({ projections: [learningReport] });
  const ask = () => runner.ask(learningReport);
  const figures = (smallest = 1, filter: LearningFilter = {}, scope: Scope = 'all'): Figure[] =>
    ask().figures(scope, filter, { ...ASKED, smallest });
  const of = (key: string, of_: Figure['of'] = {}, smallest = 1): Figure | undefined =>
    figures(smallest).find((one) => one.key === key && JSON.stringify(one.of) === JSON.stringify(of_));
  return { runner, ask, figures, of };
}

/** Example 9.4 so many times, each as a trajectory of its own. */
const times = (count: number): Recorded[] =>
  Array.from({ length: count }, (_unused, nr) => asAnother(example, nr + 1)).flat();

describe('example 9.4', () => {
  it('shows the hours of the one phase that were booked on it, and the rest as without a phase', async () => {
    const { of, runner } = await reportOf(example);
    expect(of('cost.phase', { phase: 'conversations' })?.values).toMatchObject({ bookedHours: 9, approvedHours: null });
    expect(of('cost.total')?.values).toMatchObject({
      bookedHours: 17,
      approvedHours: 20,
      devHours: 17 / 20 - 1,
      unphasedHours: 8,
      perPhase: 0,
    });
    await runner.stop();
  });

  it('shows days per phase, the answer after ten days, who was reached after the correction, and the promise kept', async () => {
    const { of, runner } = await reportOf(example);
    expect(of('duration.phase', { phase: 'approval' })?.values).toMatchObject({ p50Days: 2, p50Wait: 0 });
    expect(of('duration.phase', { phase: 'feedback' })?.values).toMatchObject({ p50Days: 9, p50Wait: 9 });
    expect(of('feedback.rounds')?.values).toMatchObject({ p50Days: 10, onTarget: 1, onFinal: 1, late: 0 });
    expect(of('feedback.contributions')).toMatchObject({ n: 2, values: { p50Days: 10, p80Days: 10 } });
    expect(of('reach.groups')?.cases[0]?.values).toMatchObject({ target: 20, attended: 19, reach: 0.95 });
    expect(of('outcomes.share', { outcome: 'adopted' })?.values).toEqual({ count: 1, share: 0.5 });
    expect(of('agreements.due')?.values).toMatchObject({ onTime: 1, kept: 1, late: 0, broken: 0 });
    expect(of('overrides.trajectories')?.values).toEqual({ count: 0, share: 0 });
    await runner.stop();
  });

  it('leads from every case to the events it was made from', async () => {
    const { of, figures, runner } = await reportOf(example);
    const typeOf = new Map(example.map(({ meta, type }) => [meta.id, type]));
    const types = (key: string, about: Figure['of'] = {}) =>
      of(key, about)?.cases[0]?.events.map(({ id }) => typeOf.get(id));
    expect(types('feedback.rounds')).toEqual(['ConversationHeld', 'FeedbackSent', 'PhaseCompleted']);
    expect(types('reach.groups')).toEqual(['PublicGroupAdded', 'InvitationSent', 'ConversationHeld']);
    expect(types('agreements.due')).toEqual(['AgreementMade', 'AgreementFulfilled']);
    expect(types('duration.phase', { phase: 'approval' })).toEqual(['PhaseStarted', 'EstimateMade', 'PhaseCompleted']);
    const all = figures().flatMap(({ cases }) => cases);
    expect(all.every(({ events }) => events.every(({ id, nr }) => typeOf.has(id) && nr > 0))).toBe(true);
    expect(all.filter(({ events }) => events.length === 0)).toEqual([]);
    await runner.stop();
  });
});

describe('a figure', () => {
  it('states nothing about four, shows the four, and speaks from five', async () => {
    const four = await reportOf(times(4));
    expect(four.of('feedback.rounds', {}, 5)).toMatchObject({ n: 4 });
    expect(four.of('feedback.rounds', {}, 5)).not.toHaveProperty('values');
    expect(four.of('feedback.rounds', {}, 5)?.cases).toHaveLength(4);
    await four.runner.stop();
    const five = await reportOf(times(5));
    expect(five.of('feedback.rounds', {}, 5)).toMatchObject({ n: 5, values: { p50Days: 10 } });
    await five.runner.stop();
  });

  it('counts what was finished within the period, and nothing outside the scope of the reader', async () => {
    const { figures, runner } = await reportOf(example);
    const counts = (filter: LearningFilter, scope?: Scope) =>
      figures(1, filter, scope).reduce((sum, { n }) => sum + n, 0);
    expect(counts({ from: '2026-06-13', to: '2026-06-18' })).toBe(0);
    expect(
      figures(1, { to: '2026-04-09' })
        .filter(({ n }) => n > 0)
        .map(({ key, of }) => [key, of.phase]),
    ).toEqual([
      ['cost.phase', 'approval'],
      ['duration.phase', 'approval'],
    ]);
    expect(counts({}, [ELSEWHERE])).toBe(0);
    expect(counts({ municipality: ELSEWHERE })).toBe(0);
    expect(counts({}, [OOSTERKOOG])).toBeGreaterThan(0);
    await runner.stop();
  });
});

describe('experience', () => {
  it('falls back to a wider circle until there are five, and says which', async () => {
    const { ask, runner } = await reportOf(times(5));
    const like = { level: 'consult', theme: 'groen', groups: 1 };
    expect(ask().experience('all', like, { hours: 16, cents: 0 })).toMatchObject({
      circle: 'levelThemeGroups',
      n: 5,
      values: { p50Hours: 17, p80Hours: 17, overrunHours: 1, overrunCents: 0 },
    });
    expect(ask().experience('all', { ...like, groups: 3 }, {})).toMatchObject({ circle: 'levelTheme', n: 5 });
    expect(ask().experience('all', { ...like, theme: 'wonen' }, {})).toMatchObject({ circle: 'level', n: 5 });
    expect(ask().experience('all', { ...like, level: 'advise' }, { hours: 17 })).toMatchObject({
      circle: 'all',
      values: { overrunHours: 0 },
    });
    expect(ask().experience([ELSEWHERE], like, {})).toMatchObject({ circle: 'all', n: 0 });
    expect(ask().experience([ELSEWHERE], like, {})).not.toHaveProperty('values');
    await runner.stop();
  });
});

describe('quantiles', () => {
  it('interpolate at rank 1 + (n - 1) q', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([3], 0.8)).toBe(3);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.8)).toBe(42);
  });
});
