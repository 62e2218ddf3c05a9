// Example 9.4, the small trajectory of kern, as a list of what happened: one item per event, in the order in which it happened.
import { rolesOfList } from './roles.js';
import { section, tableWith } from './source.js';

export interface ExampleItem {
  /** The row of the table: start, a phase, end. */
  row: string;
  /** Month and day of 2026, `04-07`. */
  mmdd: string;
  event: string;
  /** Role key of who recorded it. */
  actor: string;
  /** Role key of who decided it, when that is someone else. */
  decider?: string;
  text: string;
  /** Of HoursBooked: the hours, and the phase when one is named. */
  hours?: number;
  phase?: string;
}

function itemsOf(row: string, line: string): ExampleItem[] {
  const match = /^(\d\d-\d\d) (\w+) @([A-Z]+)(?:\/([A-Z]+))?(?: (.+))?$/.exec(line);
  if (!match) throw new Error(`not an item of the example: ${line}`);
  const [, mmdd = '', event = '', actor = '', decider, text = ''] = match;
  const item: ExampleItem = { row, mmdd, event, actor: rolesOfList(actor)[0]!, text };
  if (decider) item.decider = rolesOfList(decider)[0]!;
  if (event !== 'HoursBooked') return [item];
  return text.split(', ').map((booking) => {
    const [, phase, hours] = /^(?:(\w+) )?([\d.]+)$/.exec(booking) ?? [];
    return { ...item, text: booking, hours: Number(hours), ...(phase ? { phase } : {}) };
  });
}

const rows = tableWith(section('09-4-example'), 'Phase', 'Events').rows;
const written = rows
  .filter(([row]) => row !== 'signals')
  .flatMap(([row = '', cell = '']) => cell.split('<br>').flatMap((line) => itemsOf(row, line)));

/** The items of 9.4 by day; on one day in the order of rows, then of the cell. */
export const example: readonly ExampleItem[] = [...written].sort((a, b) =>
  a.mmdd === b.mmdd ? 0 : a.mmdd < b.mmdd ? -1 : 1,
);

/** What the last row says about signals that must appear: `none`. */
export const exampleSignals: string = rows.find(([row]) => row === 'signals')?.[1] ?? '';
