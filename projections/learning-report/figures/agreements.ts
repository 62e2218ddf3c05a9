// Do we keep our word? Agreements that were due, kept on time, late, broken, and whether breaking was explained.
import type { LocalDate } from '../../../workflows/kit/types.js';
import type { ItemData } from '../items/item.js';
import { figure, type Figure, type Row } from './figure.js';
import { share, shareOf } from './numbers.js';

type Agreement = ItemData['agreement'];
const BROKEN = ['broken', 'told'];

/** `today` is the local day of asking: an open agreement is due once its day is over. */
export function agreementFigures(rows: readonly Row<'agreement'>[], today: LocalDate, smallest: number): Figure[] {
  const due = rows.filter(({ data }) => data.state !== 'open' || data.due < today);
  const count = (all: readonly Row<'agreement'>[], holds: (data: Agreement) => boolean): number =>
    all.filter(({ data }) => holds(data)).length;
  const shows = ({ nr, state, fulfilled, due: dueOn }: Agreement) => ({
    about: `A${nr}`,
    values: { onTime: Number(isOnTime({ state, fulfilled, due: dueOn, nr })) },
  });
  return [
    figure<'agreement'>(
      {
        key: 'agreements.due',
        unit: 'agreement',
        rows: due,
        values: (all) => ({
          onTime: share(count(all, isOnTime), all.length),
          kept: count(all, isOnTime),
          late: count(all, (data) => data.state === 'fulfilled' && !isOnTime(data)),
          broken: count(all, ({ state }) => BROKEN.includes(state)),
          open: count(all, ({ state }) => state === 'open'),
          transferred: count(all, ({ state }) => state === 'transferred'),
        }),
        shows,
      },
      smallest,
    ),
    figure<'agreement'>(
      {
        key: 'agreements.broken',
        unit: 'agreement',
        rows: due.filter(({ data }) => BROKEN.includes(data.state)),
        values: (all) => ({ explained: shareOf(all, ({ data }) => data.state === 'told') }),
        shows: (data) => ({ about: `A${data.nr}`, values: { explained: Number(data.state === 'told') } }),
      },
      smallest,
    ),
  ];
}

const isOnTime = ({ state, fulfilled, due }: Agreement): boolean =>
  state === 'fulfilled' && fulfilled !== null && fulfilled <= due;
