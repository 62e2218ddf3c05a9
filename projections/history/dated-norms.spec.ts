// A norm counts from the day it says, on every day of both axes: by what was known from when it was recorded on, by what was so from that day,
// be it long ago or still to come.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { held } from '../../test/support/kern/routes.js';
import { named, setting } from '../../test/support/projecting/organisation.js';
import { daysOf, freshBy, answers } from '../../test/support/projecting/past.js';
import { eventsOf, inOrder, run } from '../../test/support/projecting/runs.js';
import { Stage } from '../../test/support/projecting/stage.js';
import { asItWas, type DatedStep } from '../../workflows/kit/as-it-was.js';
import { emptyTrajectory, evolve } from '../../workflows/kit/evolve.js';
import { addDays, localDay } from '../../workflows/kit/time.js';
import type { LocalDate, Recorded } from '../../workflows/kit/types.js';
import { kern } from '../../workflows/registry.js';
import { derive } from '../../workflows/signals/derive.js';
import { SIGNAL_NUMBERS } from '../../workflows/signals/norms.js';
import { casesOf, standsOn } from '../../workflows/signals/signals.js';
import { Story } from '../../workflows/signals/story.js';
import type { Span } from '../../workflows/signals/types.js';
import { history } from './history.projection.js';
import type { Axis } from './versions.js';

const KEYS = [
  'FEEDBACK_OVERDUE.target',
  'CONTRIBUTION_UNANSWERED.target',
  'REPORT_MISSING.final',
  'BUDGET_OVERRUN.target',
];

/** Another norm: after which event it is recorded, and how many days earlier or later it counts from. */
const change = fc.record({
  key: fc.constantFrom(...KEYS.map((key) => `norm.${key}`)),
  after: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null, freq: 6 }),
  place: fc.nat(),
  shift: fc.integer({ min: -60, max: 60 }),
});
const changes = fc.array(change, { minLength: 1, maxLength: 4 });
type Change = (typeof changes extends fc.Arbitrary<infer T> ? T : never)[number];

/** The trajectory with the changes among its events. */
function mixed(own: readonly Recorded[], asked: readonly Change[]): Recorded[] {
  const events = inOrder(own);
  const [first] = events;
  const settled = [...asked]
    .map((one) => ({ ...one, place: one.place % events.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ key, after, place, shift }, index) => {
      const at = events[place]?.meta.recordedAt ?? '';
      return { place, event: setting(index + 1, at, key, after, addDays(localDay(at), shift)) };
    });
  const begun = named(0, new Date(Date.parse(first?.meta.recordedAt ?? '') - 1_000).toISOString(), 'Oosterkoog');
  return [
    begun,
    ...events.flatMap((event, index) => [
      event,
      ...settled.filter(({ place }) => place === index).map((one) => one.event),
    ]),
  ];
}

/** The number that counts on a day: what was said last of those that count by then. Told again, from the events alone. */
function numberOn(all: readonly Recorded[], key: string, day: LocalDate): number {
  const said = all.filter(
    ({ type, data }) => type === 'SettingChanged' && data.key === key && String(data.from) <= day,
  );
  const last = said.at(-1)?.data.after;
  return typeof last === 'number' ? last : (SIGNAL_NUMBERS[key]?.standard ?? 0);
}

const shown = (spans: readonly Pick<Span, 'code' | 'severity' | 'subjectId'>[]): string[] =>
  spans.map(({ code, severity, subjectId }) => `${code} ${severity} ${subjectId}`).sort();

/** The signals that stood at the end of a day in the world: the trajectory as it was, by the norms of that very day and no others. */
function stoodOn(all: readonly Recorded[], day: LocalDate): string[] {
  const own = all.filter(({ meta }) => meta.stream.startsWith('trajectory-'));
  const present = emptyTrajectory(kern, own[0]?.meta.stream ?? '');
  const steps = own.flatMap((event): DatedStep[] =>
    evolve(kern, present, event).steps.map((step) => ({ ...step, revision: event.meta.revision })),
  );
  const was = asItWas(kern, present, steps, day);
  if (!was) return [];
  const norms = { days: [], on: () => ({ number: (key: string) => numberOn(all, key, day), calendar: [] }) };
  return shown(derive(casesOf(new Story(was.trajectory)), norms).filter((span) => standsOn(span, day)));
}

async function kept(all: readonly Recorded[]) {
  const stage = new Stage();
  await stage.record(all);
  const runner = await stage.projected({ projections: [history] });
  const on = (axis: Axis, day: LocalDate) => runner.ask(history).on(axis, day);
  const id =
    all.find(({ meta }) => meta.stream.startsWith('trajectory-'))?.meta.stream.slice('trajectory-'.length) ?? '';
  // Also those that a list leaves out because a worse one of the same subject stands.
  const signals = (axis: Axis, day: LocalDate): string[] =>
    shown(
      on(axis, day)
        .signalHistory(id, day)
        .filter(({ clearedOn }) => clearedOn === undefined),
    );
  return { stage, runner, on, signals };
}

/** The days of the events, those from which norms count, and some after all of them. */
function daysToAsk(all: readonly Recorded[]): LocalDate[] {
  const froms = all.flatMap(({ data }) => (typeof data.from === 'string' ? [data.from, addDays(data.from, -1)] : []));
  const days = daysOf(all);
  const last = days.at(-1) ?? '';
  return [...new Set([...days, ...froms, ...[5, 20, 45, 90].map((n) => addDays(last, n))])].sort();
}

describe('a norm that counts from another day than it was recorded', () => {
  it('long ago: by what was so from that day on, by what was known from the day of recording on', async () => {
    const world = held(kern);
    const start = world.today;
    for (let days = 0; days < 40; days += 10) world.pass(10).must('processCoordinator', 'BookHours', { hours: 1 });
    const norm = setting(
      0,
      `${addDays(start, 40)}T12:00:00.000Z`,
      'norm.FEEDBACK_OVERDUE.target',
      5,
      addDays(start, 12),
    );
    const { runner, signals } = await kept([...world.events, norm]);
    const late = (axis: Axis, days: number): boolean =>
      signals(axis, addDays(start, days)).some((one) => one.startsWith('FEEDBACK_OVERDUE target'));
    // Late after 28 days; by the other norm after 5, but that counts from day 12 on only.
    expect([11, 12, 20, 28, 29].map((days) => late('world', days))).toEqual([false, true, true, true, true]);
    expect([11, 12, 20, 28, 29].map((days) => late('known', days))).toEqual([false, false, false, false, true]);
    await runner.stop();
  });

  it('still to come: not before that day, on both axes, and then a longer one ends what stood', async () => {
    const world = held(kern);
    const start = world.today;
    const norm = setting(0, `${start}T12:00:00.000Z`, 'norm.FEEDBACK_OVERDUE.target', 41, addDays(start, 35));
    const { runner, signals } = await kept([norm, ...world.events]);
    for (const axis of ['known', 'world'] as const) {
      const late = (days: number): boolean =>
        signals(axis, addDays(start, days)).some((one) => one.startsWith('FEEDBACK_OVERDUE target'));
      expect([28, 29, 34, 35, 41, 42].map(late)).toEqual([false, true, true, false, false, true]);
    }
    await runner.stop();
  });

  it('gives on every day of the world the signals that stood by the norms of that day', async () => {
    await fc.assert(
      fc.asyncProperty(run, changes, async (one, asked) => {
        const all = mixed(eventsOf(one), asked);
        const { runner, signals } = await kept(all);
        for (const day of daysToAsk(all)) expect([day, signals('world', day)]).toEqual([day, stoodOn(all, day)]);
        await runner.stop();
      }),
      { numRuns: 25 },
    );
  });

  it('gives on every day that was known what a fresh projection makes of the events recorded by then', async () => {
    await fc.assert(
      fc.asyncProperty(run, changes, async (one, asked) => {
        const all = mixed(eventsOf(one), asked);
        const { stage, runner, on } = await kept(all);
        for (const day of daysToAsk(all))
          expect([day, answers(on('known', day), day)]).toEqual([day, await freshBy(stage, day)]);
        await runner.stop();
      }),
      { numRuns: 6 },
    );
  });
});
