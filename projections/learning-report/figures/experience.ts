// What should I estimate? What finished trajectories like this one took, falling back to a wider circle until there are enough of them.
import { type Row, type Values } from './figure.js';
import { shareOf, spread } from './numbers.js';

export interface Likeness {
  level: string;
  theme: string;
  /** Number of required groups. */
  groups: number;
}
/** Which likeness was used: level, theme and number of groups; level and theme; level; or all. */
export type Circle = 'levelThemeGroups' | 'levelTheme' | 'level' | 'all';

export interface Estimate {
  hours?: number;
  cents?: number;
}

export interface Experience {
  circle: Circle;
  n: number;
  /** Absent when even all finished trajectories are too few. */
  values?: Values;
  rows: readonly Row<'ended'>[];
}

/** Rows are of trajectories that ended; those that were stopped say nothing of what a whole one takes. */
export function experienceOf(
  ended: readonly Row<'ended'>[],
  like: Likeness,
  estimate: Estimate,
  smallest: number,
): Experience {
  const completed = ended.filter(({ data }) => data.completed);
  const level = completed.filter((row) => row.level === like.level);
  const theme = level.filter((row) => row.theme === like.theme);
  const groups = theme.filter(({ data }) => data.requiredGroups === like.groups);
  const circles: [Circle, readonly Row<'ended'>[]][] = [
    ['levelThemeGroups', groups],
    ['levelTheme', theme],
    ['level', level],
    ['all', completed],
  ];
  const [circle, rows] = circles.find(([, all]) => all.length >= smallest) ?? ['all', completed];
  const n = rows.length;
  return { circle, n, ...(n < smallest ? {} : { values: valuesOf(rows, estimate) }), rows };
}

function valuesOf(rows: readonly Row<'ended'>[], { hours, cents }: Estimate): Values {
  return {
    ...spread(
      'Hours',
      rows.map(({ data }) => data.hours),
    ),
    ...spread(
      'Cents',
      rows.map(({ data }) => data.cents),
    ),
    ...spread(
      'Days',
      rows.map(({ data }) => data.days),
    ),
    ...(hours === undefined ? {} : { overrunHours: shareOf(rows, ({ data }) => data.hours > hours) }),
    ...(cents === undefined ? {} : { overrunCents: shareOf(rows, ({ data }) => data.cents > cents) }),
  };
}
