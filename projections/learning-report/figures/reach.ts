// Who do we reach? Groups planned against reached, and groups that were never heard.
import type { ItemData } from '../items/item.js';
import { figure, groupedBy, type Figure, type Row } from './figure.js';
import { quantile, share, shareOf, spread } from './numbers.js';

type Group = ItemData['group'];

export function reachFigures(groups: readonly Row<'group'>[], smallest: number): Figure[] {
  const one = (
    key: string,
    rows: readonly Row<'group'>[],
    values: (all: readonly Row<'group'>[]) => Figure['values'],
  ) => figure({ key, unit: 'group', rows, values: (all) => values(all) ?? {}, shows: shown }, smallest);
  return [
    one('reach.groups', groups, (all) => ({
      ...spread(
        'Reach',
        all.map(({ data }) => reachOf(data)),
      ),
      ...spread(
        'Response',
        all.map(({ data }) => responseOf(data)),
      ),
      neverHeard: shareOf(all, ({ data }) => data.attended === 0),
    })),
    one(
      'reach.required',
      groups.filter(({ data }) => data.required),
      (all) => ({ heard: shareOf(all, ({ data }) => data.attended >= data.min) }),
    ),
    balance(groups, smallest),
  ];
}

const reachOf = ({ attended, target }: Group): number | null => share(attended, target);
const responseOf = ({ accepted, addressed }: Group): number | null => share(accepted, addressed);

const shown = (data: Group) => ({
  about: `P${data.nr}`,
  name: data.name,
  values: { target: data.target, attended: data.attended, reach: reachOf(data), response: responseOf(data) },
});

/** Per trajectory the required group that was heard least. */
function balance(groups: readonly Row<'group'>[], smallest: number): Figure {
  const required = groupedBy(
    groups.filter(({ data }) => data.required),
    ({ trajectoryId }) => trajectoryId,
  );
  const leastOf = (data: Group): number => (data.min === 0 ? 1 : Math.min(1, data.attended / data.min));
  const least = [...required.values()].map((rows) =>
    rows.reduce((worst, row) => (leastOf(row.data) < leastOf(worst.data) ? row : worst)),
  );
  return figure(
    {
      key: 'reach.balance',
      unit: 'trajectory',
      rows: least,
      values: (all) => ({
        p50Balance: quantile(
          all.map(({ data }) => leastOf(data)),
          0.5,
        ),
      }),
      shows: (data) => ({ ...shown(data), values: { balance: leastOf(data) } }),
    },
    smallest,
  );
}
