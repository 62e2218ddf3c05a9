// How long does a phase take, and how long did it wait before it really began?
import { figure, groupedBy, type Figure, type Row } from './figure.js';
import { shareOf, spread } from './numbers.js';

export function durationFigures(phases: readonly Row<'phase'>[], smallest: number): Figure[] {
  return [...groupedBy(phases, ({ data }) => data.phase)].map(([phase, rows]) =>
    figure(
      {
        key: 'duration.phase',
        of: { phase },
        unit: 'phase',
        rows,
        values: (all) => ({
          ...spread(
            'Days',
            all.map(({ data }) => data.days),
          ),
          ...spread(
            'Wait',
            all.map(({ data }) => data.wait),
          ),
          withinPlan: shareOf(
            all.filter(({ data }) => data.withinPlan !== null),
            ({ data }) => data.withinPlan === true,
          ),
        }),
        shows: ({ round, days, wait, paused, withinPlan }) => ({
          ...(round === null ? {} : { about: `R${round}` }),
          values: { days, wait, paused, withinPlan: withinPlan === null ? null : Number(withinPlan) },
        }),
      },
      smallest,
    ),
  );
}
