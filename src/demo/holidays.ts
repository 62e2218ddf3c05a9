// Holidays and the summer recess of the demo organisation, for any year.
import { addDays } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';

export interface Period {
  from: LocalDate;
  to: LocalDate;
  name: string;
}

/** The days of these years on which officials do not answer, in order. */
export function holidays(firstYear: number, lastYear: number): Period[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => ofYear(firstYear + index)).flat();
}

function ofYear(year: number): Period[] {
  const easter = easterOf(year);
  const fixed = (from: string, to: string, name: string): Period => ({
    from: `${year}-${from}`,
    to: `${year}-${to}`,
    name,
  });
  const moving = (days: number, name: string): Period => ({
    from: addDays(easter, days),
    to: addDays(easter, days),
    name,
  });
  return [
    fixed('01-01', '01-01', 'Nieuwjaarsdag'),
    moving(-2, 'Goede Vrijdag'),
    moving(1, 'Tweede Paasdag'),
    fixed('04-27', '04-27', 'Koningsdag'),
    fixed('05-05', '05-05', 'Bevrijdingsdag'),
    moving(39, 'Hemelvaartsdag'),
    moving(50, 'Tweede Pinksterdag'),
    fixed('07-13', '08-23', 'zomerreces'),
    fixed('12-25', '12-26', 'Kerstmis'),
  ];
}

/** Easter Sunday in the Gregorian calendar (the anonymous computus). */
function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * shift + 114;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`;
}
