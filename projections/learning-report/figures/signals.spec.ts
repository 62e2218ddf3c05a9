// Recurring signals: given trajectories that ended and the signals they had, these rates, and which of them recur.
import { describe, expect, it } from '@jest/globals';
import type { Row } from './figure.js';
import { signalFigures, wholeSpans, type SignalSpan } from './signals.js';

const ended = (count: number, town: (nr: number) => string): Row<'ended'>[] =>
  Array.from({ length: count }, (_unused, nr) => ({
    trajectoryId: `t${nr}`,
    title: `Traject ${nr}`,
    theme: 'groen',
    level: 'consult',
    municipalities: [town(nr)],
    day: '2026-06-01',
    data: {} as Row<'ended'>['data'],
    events: [],
  }));

const span = (code: string, raisedOn: string, clearedOn?: string, subjectId = 's'): SignalSpan => ({
  code,
  subjectId,
  raisedOn,
  events: [{ id: `${code} ${raisedOn}`, nr: 1 }],
  ...(clearedOn === undefined ? {} : { clearedOn }),
});

const twoTowns = (nr: number): string => (nr % 2 === 0 ? 'Oosterkoog' : 'Middelkoog');
/** The signal in the first so many trajectories, cleared after as many days as the number of the trajectory says, and one day. */
const inFirst = (count: number) => (id: string) =>
  Number(id.slice(1)) < count ? [span('REPORT_MISSING', '2026-05-01', `2026-05-0${Number(id.slice(1)) + 2}`)] : [];

describe('a signal', () => {
  it('recurs from 30% of the trajectories, in three of them, in two municipalities', () => {
    const [three] = signalFigures(ended(10, twoTowns), inFirst(3), 5);
    expect(three).toMatchObject({
      of: { signal: 'REPORT_MISSING' },
      n: 10,
      values: { rate: 0.3, trajectories: 3, municipalities: 2, recurring: 1, p50Days: 2 },
    });
    expect(signalFigures(ended(11, twoTowns), inFirst(3), 5)[0]?.values).toMatchObject({ recurring: 0 });
    expect(signalFigures(ended(5, twoTowns), inFirst(2), 5)[0]?.values).toMatchObject({ rate: 0.4, recurring: 0 });
    expect(
      signalFigures(
        ended(10, () => 'Oosterkoog'),
        inFirst(5),
        5,
      )[0]?.values,
    ).toMatchObject({ recurring: 0 });
  });

  it('says nothing about four trajectories, and shows those that had it with their events', () => {
    const [figure] = signalFigures(ended(4, twoTowns), inFirst(3), 5);
    expect(figure).not.toHaveProperty('values');
    expect(figure?.cases.map(({ title, values }) => [title, values.days])).toEqual([
      ['Traject 0', 1],
      ['Traject 1', 2],
      ['Traject 2', 3],
    ]);
    expect(figure?.cases[0]?.events).toHaveLength(1);
  });

  it('that turned from target to final counts once, from its first day; two of them on different things count apart', () => {
    const spans = [
      span('REPORT_MISSING', '2026-05-01', '2026-05-15'),
      span('REPORT_MISSING', '2026-05-15', '2026-05-20'),
      span('REPORT_MISSING', '2026-05-02', undefined, 'other'),
      span('REPORT_MISSING', '2026-06-01', '2026-06-02'),
    ];
    expect(wholeSpans(spans).map(({ raisedOn, clearedOn }) => [raisedOn, clearedOn])).toEqual([
      ['2026-05-01', '2026-05-20'],
      ['2026-05-02', undefined],
      ['2026-06-01', '2026-06-02'],
    ]);
  });
});
