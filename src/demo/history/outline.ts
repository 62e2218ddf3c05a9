// What kind of trajectory it becomes: drawn before it is played, so that the history as a whole is as varied as it should be.
import { addDays, daysBetween } from '../../../workflows/kit/time.js';
import type { LocalDate } from '../../../workflows/kit/types.js';
import { Chance } from './chance.js';
import { PLACES, THEMES, type Theme } from './subjects.js';

export type Level = 'inform' | 'consult' | 'advise' | 'coproduce' | 'codecide' | 'selfGovern';
export type Size = 'small' | 'middle' | 'large';

export interface Outline {
  nr: number;
  start: LocalDate;
  title: string;
  theme: Theme;
  place: string;
  level: Level;
  size: Size;
  /** 0 = everything late or forgotten, 1 = by the book. */
  care: number;
  /** Index of the municipality, and of a second one for what crosses the border. */
  town: number;
  secondTown?: number;
  ending: 'completed' | 'stoppedTold' | 'stoppedUntold' | 'refused';
  pause?: { afterDays: number; days: number; told: boolean };
  rounds: number;
}

export interface HistoryShape {
  trajectories: number;
  years: number;
  seed: number;
  /** The first day that is not played: everything happens before it. */
  today: LocalDate;
}

/** The first day of the history. */
export const beginOf = ({ today, years }: Pick<HistoryShape, 'today' | 'years'>): LocalDate =>
  addDays(today, -Math.round(years * 365.25));

/** All trajectories of a history, spread over its years; the last ones are still running at its end. */
export function outlines(shape: HistoryShape, towns: number): Outline[] {
  const begin = beginOf(shape);
  const span = Math.max(1, daysBetween(begin, shape.today) - 12);
  return Array.from({ length: shape.trajectories }, (_, nr) => {
    const chance = new Chance(shape.seed, 'outline', nr);
    const around = Math.floor((span * nr) / shape.trajectories);
    const start = addDays(begin, Math.min(span, around + chance.int(0, 9)));
    return outline(nr, workday(start), towns, chance);
  });
}

function outline(nr: number, start: LocalDate, towns: number, chance: Chance): Outline {
  const theme = THEMES[(nr + chance.int(0, 2)) % THEMES.length] ?? THEMES[0];
  const place = PLACES[(nr * 7) % PLACES.length] ?? PLACES[0];
  const size = chance.weighted<Size>([
    ['small', 5],
    ['middle', 4],
    ['large', 2],
  ]);
  const town = (nr + chance.int(0, 1)) % towns;
  return {
    nr,
    start,
    theme,
    place,
    title: chance.pick(theme.titles).replace('{plek}', place),
    level: chance.weighted<Level>([
      ['consult', 40],
      ['advise', 25],
      ['coproduce', 15],
      ['inform', 8],
      ['codecide', 8],
      ['selfGovern', 4],
    ]),
    size,
    care: chance.weighted([
      [0.95, 5],
      [0.75, 3],
      [0.4, 2],
    ]),
    town,
    ...(towns > 1 && chance.happens(0.08) ? { secondTown: (town + 1) % towns } : {}),
    ending: chance.weighted<Outline['ending']>([
      ['completed', 84],
      ['stoppedTold', 6],
      ['stoppedUntold', 5],
      ['refused', 5],
    ]),
    ...(chance.happens(0.12)
      ? { pause: { afterDays: chance.int(25, 90), days: chance.int(14, 70), told: chance.happens(0.6) } }
      : {}),
    rounds: size === 'large' || (size === 'middle' && chance.happens(0.25)) ? 2 : 1,
  };
}

/** That day, or the Monday after a weekend. */
export function workday(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}
