// What happens with ideas? Each outcome as a part of all, how long it took, and whether rejecting and passing on were done as agreed.
import { OUTCOMES } from '../items/outcomes.js';
import { figure, type Figure, type Row, type Values } from './figure.js';
import { shareOf, spread } from './numbers.js';

/** Days within which a passed-on idea is to be accepted by who got it. */
const ACCEPT_DAYS = 28;

export function outcomeFigures(rows: readonly Row<'outcome'>[], smallest: number): Figure[] {
  const one = (
    key: string,
    own: readonly Row<'outcome'>[],
    values: (all: readonly Row<'outcome'>[]) => Values,
    of: Figure['of'] = {},
  ): Figure =>
    figure(
      {
        key,
        of,
        unit: 'contribution',
        rows: own,
        values,
        shows: ({ nr, days }) => ({ about: `B${nr}`, values: { days } }),
      },
      smallest,
    );
  return [
    one('outcomes.all', rows, (all) =>
      spread(
        'Days',
        all.map(({ data }) => data.days),
      ),
    ),
    // A part of all contributions: whether a statement can be made depends on how many there are in all.
    ...OUTCOMES.map((outcome) => outcomeOf(rows, outcome, smallest)).filter(({ cases }) => cases.length > 0),
    one(
      'outcomes.rejected',
      rows.filter(({ data }) => data.announced !== null),
      (all) => ({ announced: shareOf(all, ({ data }) => data.announced === true) }),
    ),
    one(
      'outcomes.passedOn',
      rows.filter(({ data }) => data.outcome === 'passedOn'),
      (all) => ({ accepted: shareOf(all, ({ data }) => (data.acceptedAfter ?? Infinity) <= ACCEPT_DAYS) }),
    ),
  ];
}

function outcomeOf(rows: readonly Row<'outcome'>[], outcome: string, smallest: number): Figure {
  const own = rows.filter(({ data }) => data.outcome === outcome);
  const made = figure<'outcome'>(
    {
      key: 'outcomes.share',
      of: { outcome },
      unit: 'contribution',
      rows,
      values: () => ({ count: own.length, share: own.length / rows.length }),
      shows: ({ nr, days }) => ({ about: `B${nr}`, values: { days } }),
    },
    smallest,
  );
  return { ...made, cases: made.cases.filter((_case, index) => rows[index]?.data.outcome === outcome) };
}
