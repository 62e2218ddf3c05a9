// The learning report equals what somebody counts by hand from the exported events: on made-up histories by several seeds, and on example 9.4.
import { describe, expect, it } from '@jest/globals';
import { learningReport } from '../projections/learning-report/learning-report.projection.js';
import type { LearningFilter } from '../projections/learning-report/learning-report.queries.js';
import type { Figure } from '../projections/learning-report/figures/figure.js';
import type { SignalSpan } from '../projections/learning-report/figures/signals.js';
import { idOf } from '../workflows/kit/ids.js';
import { eventsAsking } from '../workflows/kit/asking.js';
import type { Recorded } from '../workflows/kit/types.js';
import { kern } from '../workflows/registry.js';
import { playExample } from './golden/example.js';
import { aHistory } from './support/history.js';
import { naiveFigures, type Counted, type Figures } from './support/learning/naive-figures.js';
import { randomHistory, TOWNS } from './support/learning/random-history.js';
import { Stage } from './support/projecting/stage.js';

const TODAY = '2026-09-01';
const NORMS = { target: 28, final: 42 };
const EXPLAIN_WITHIN = 14;

/** Signals that a trajectory had, made up from its id: signals themselves are held to the reference elsewhere. */
const codesOf = (id: string): string[] =>
  ['REPORT_MISSING', 'TENSION', 'FEEDBACK_OVERDUE'].filter((code) => parseInt(idOf(code, id).slice(0, 2), 16) > 120);
const signalsOf = (id: string): SignalSpan[] =>
  codesOf(id).map((code) => ({ code, subjectId: id, raisedOn: '2024-01-01', events: [] }));

/** A name for a figure that says what it is about. */
const nameOf = ({ key, of }: Figure): string =>
  [
    key,
    ...Object.entries(of)
      .sort()
      .map(([name, value]) => `${name}=${value}`),
  ].join(' ');

/** Seven digits, so that the order of adding up makes no difference. */
const rounded = (values: Counted['values']): Counted['values'] =>
  Object.fromEntries(
    Object.entries(values)
      .sort()
      .map(([name, value]) => [name, value === null ? null : Number(value.toFixed(7)) + 0]),
  );

const comparable = (all: Iterable<[string, Counted]>): Record<string, Counted> =>
  Object.fromEntries([...all].sort().map(([name, { n, values }]) => [name, { n, values: rounded(values) }]));

async function projected(events: readonly Recorded[]) {
  const stage = new Stage();
  await stage.record(events);
  const runner = await stage.projected({ projections: [learningReport] });
  const figures = (filter: LearningFilter, smallest: number): Figure[] =>
    runner
      .ask(learningReport)
      .figures('all', filter, {
        today: TODAY,
        normsOf: () => NORMS,
        municipalities: TOWNS,
        explainWithin: () => EXPLAIN_WITHIN,
        askedBy: eventsAsking(kern),
        signalsOf,
        smallest,
      })
      .filter(({ key }) => key !== 'signals.code');
  return { runner, figures };
}

const counted = (events: readonly Recorded[], filter: LearningFilter): Figures =>
  naiveFigures(JSON.parse(JSON.stringify(events)) as Parameters<typeof naiveFigures>[0], {
    ...filter,
    today: TODAY,
    norms: NORMS,
    explainWithin: EXPLAIN_WITHIN,
    codesOf,
    municipalities: TOWNS,
  });

const FILTERS: LearningFilter[] = [
  {},
  { from: '2024-01-01', to: '2024-12-31' },
  { municipality: TOWNS[1] ?? '' },
  { level: 'consult' },
  { theme: 'groen', from: '2023-06-01' },
];

/** What the report shows beside what was counted, for a filter. */
function sides(events: readonly Recorded[], figures: (filter: LearningFilter, smallest: number) => Figure[]) {
  return (filter: LearningFilter) => {
    const shown = figures(filter, 1)
      .filter(({ n }) => n > 0)
      .map((figure): [string, Counted] => [nameOf(figure), { n: figure.n, values: figure.values ?? {} }]);
    return [comparable(shown), comparable(counted(events, filter))] as const;
  };
}

describe('every figure of the learning report', () => {
  it.each([1, 2, 3, 4])('equals what is counted from the events of made-up history %i', async (seed) => {
    const events = randomHistory(seed, 40);
    const { runner, figures } = await projected(events);
    for (const filter of FILTERS) {
      const [shown, expected] = sides(events, figures)(filter);
      expect(Object.keys(expected).length).toBeGreaterThan(10);
      expect(shown).toEqual(expected);
    }
    await runner.stop();
  });

  it('has something to be wrong about: the made-up histories hold what is rare', () => {
    const counts = [1, 2, 3, 4].map((seed) => comparable(counted(randomHistory(seed, 40), {})));
    const all = (start: string) =>
      counts.flatMap((one) =>
        Object.entries(one).flatMap(([name, { values }]) => (name.startsWith(start) ? [values] : [])),
      );
    expect(all('decisions.influence').some(({ influence }) => Number(influence) > 0 && Number(influence) < 1)).toBe(
      true,
    );
    expect(all('decisions.explained').some(({ onTime }) => Number(onTime) < 1)).toBe(true);
    expect(all('overrides.needs').some(({ asked, count }) => Number(asked) > Number(count))).toBe(true);
    expect(all('signals.year').some(({ change }) => Number(change) !== 0)).toBe(true);
  });

  it('equals what is counted from three generated years', async () => {
    const events = await (await aHistory()).events();
    const { runner, figures } = await projected(events);
    const [shown, expected] = sides(events, figures)({});
    expect(shown).toEqual(expected);
    expect(expected['feedback.rounds']?.n).toBeGreaterThanOrEqual(20);
    await runner.stop();
  });

  it('equals what is counted from the events of example 9.4', async () => {
    const { events } = await playExample();
    const { runner, figures } = await projected(events);
    const [shown, expected] = sides(events, figures)({});
    expect(shown).toEqual(expected);
    expect(expected['feedback.rounds']).toMatchObject({ n: 1, values: { p50Days: 10 } });
    await runner.stop();
  });
});
