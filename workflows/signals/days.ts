// Counting days of a norm. Officials' answers are not late for days of recess and holidays; some norms count working days only.
import { addDays } from '../kit/time.js';
import type { LocalDate } from '../kit/types.js';

export type Calendar = readonly { from: LocalDate; to: LocalDate }[];

/** A year of recess in one period is still counted through; a calendar that never ends is not. */
const LOOK_MAX = 2_000;

const isFree = (day: LocalDate, calendar: Calendar): boolean =>
  calendar.some(({ from, to }) => from <= day && day <= to);

const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T12:00:00.000Z`).getUTCDay());

/** The last day that is still in time: `n` days of that kind after `day`. */
export function lastInTime(
  day: LocalDate,
  n: number,
  kind: 'official' | 'working' | undefined,
  calendar: Calendar,
): LocalDate {
  if (kind === undefined || (kind === 'official' && calendar.length === 0)) return addDays(day, n);
  let last = day;
  let counted = 0;
  for (let looked = 0; counted < n && looked < LOOK_MAX; looked += 1) {
    last = addDays(last, 1);
    if (!isFree(last, calendar) && !(kind === 'working' && isWeekend(last))) counted += 1;
  }
  return last;
}
