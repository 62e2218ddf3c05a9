// Does it matter in the decision? Decisions that deviate from what came out, how much of the advice they follow, and whether they were explained.
import { addDays, daysBetween } from '../../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import type { ItemData } from '../items/item.js';
import { figure, type Figure, type Row } from './figure.js';
import { quantile, share, shareOf, spread, sum } from './numbers.js';

/** `today` is the local day of asking, `withinOf` the days within which a decision is to be explained. */
export function decisionFigures(
  rows: readonly Row<'decision'>[],
  today: LocalDate,
  withinOf: (municipalities: readonly Id[]) => number,
  smallest: number,
): Figure[] {
  const taken = rows.filter(({ data }) => data.outcome !== 'deferred');
  const lastOf = ({ day, municipalities }: Row<'decision'>): LocalDate => addDays(day, withinOf(municipalities));
  const isOnTime = (row: Row<'decision'>): boolean => row.data.explained !== null && row.data.explained <= lastOf(row);
  const about = ({ nr }: ItemData['decision']) => ({ about: `D${nr}` });
  return [
    figure<'decision'>(
      {
        key: 'decisions.deviate',
        unit: 'decision',
        rows: taken,
        values: (all) => ({
          deviates: shareOf(all, ({ data }) => data.deviates),
          count: all.filter(({ data }) => data.deviates).length,
        }),
        shows: (data) => ({ ...about(data), values: { deviates: Number(data.deviates) } }),
      },
      smallest,
    ),
    figure<'decision'>(
      {
        key: 'decisions.explained',
        unit: 'decision',
        rows: taken.filter((row) => row.data.explained !== null || today > lastOf(row)),
        values: (all) => ({ onTime: shareOf(all, isOnTime), ...spread('Days', all.map(daysOf)) }),
        shows: (data, row) => ({ ...about(data), values: { days: daysOf(row), onTime: Number(isOnTime(row)) } }),
      },
      smallest,
    ),
    influenceFigure(
      taken.filter(({ data }) => data.judged > 0),
      smallest,
    ),
  ];
}

function influenceFigure(rows: readonly Row<'decision'>[], smallest: number): Figure {
  const influence = ({ data }: Row<'decision'>): number => data.asAdvised / data.judged;
  return figure<'decision'>(
    {
      key: 'decisions.influence',
      unit: 'decision',
      rows,
      values: (all) => {
        const asAdvised = sum(all.map(({ data }) => data.asAdvised));
        const judged = sum(all.map(({ data }) => data.judged));
        return {
          p50Influence: quantile(all.map(influence), 0.5),
          influence: share(asAdvised, judged),
          asAdvised,
          judged,
        };
      },
      shows: ({ nr, asAdvised, judged }, row) => ({
        about: `D${nr}`,
        values: { influence: influence(row), asAdvised, judged },
      }),
    },
    smallest,
  );
}

const daysOf = ({ day, data }: Row<'decision'>): number | null =>
  data.explained === null ? null : Math.max(0, daysBetween(day, data.explained));
