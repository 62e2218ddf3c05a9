// A figure of the learning report: one number or a few over a set of like things, with how many there were and each of them by name.
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import type { ItemData, Kind } from '../items/item.js';

/** An event by its id, with the number under which its trajectory shows it. */
export interface EventRef {
  id: Id;
  nr: number;
}

/** An item with the trajectory it belongs to. */
export interface Row<K extends Kind> {
  trajectoryId: Id;
  title: string;
  theme: string;
  level: string;
  municipalities: readonly Id[];
  day: LocalDate;
  data: ItemData[K];
  events: readonly EventRef[];
}

export type Values = Record<string, number | null>;

/** What a figure is about: its phase, level, outcome, and so on. */
export type Dimension = 'phase' | 'level' | 'municipality' | 'outcome' | 'need' | 'signal' | 'year';
export type Of = Partial<Record<Dimension, string>>;

/** What is counted. */
export type Unit = 'trajectory' | 'phase' | 'round' | 'contribution' | 'group' | 'agreement' | 'decision';

/** One thing that a figure was made of. */
export interface Case {
  trajectoryId: Id;
  title: string;
  municipalities: readonly Id[];
  /** Which round, group, contribution or agreement of the trajectory: `R1`, `P2`, `B3`, `A1`. */
  about?: string;
  /** The name of a group. */
  name?: string;
  day: LocalDate;
  values: Values;
  events: readonly EventRef[];
}

export interface Figure {
  /** Question and figure: `feedback.rounds`. */
  key: string;
  of: Of;
  unit: Unit;
  n: number;
  /** Absent when there are too few to say anything; a value is null when there was nothing to compute it from. */
  values?: Values;
  cases: Case[];
}

/** Under this many no statement is made; the cases are shown instead (domain.md section 7). */
export const SMALLEST = 5;

export interface Recipe<K extends Kind> {
  key: string;
  of?: Of;
  unit: Unit;
  rows: readonly Row<K>[];
  values: (rows: readonly Row<K>[]) => Values;
  /** What a case shows of its row. */
  shows: (data: ItemData[K], row: Row<K>) => { about?: string; name?: string; values: Values };
}

/** Makes a figure; below `smallest` rows it has no values. */
export function figure<K extends Kind>(
  { key, of = {}, unit, rows, values, shows }: Recipe<K>,
  smallest: number,
): Figure {
  const cases = rows.map((row) => {
    const { trajectoryId, title, municipalities, day, data, events } = row;
    return { trajectoryId, title, municipalities, day, events, ...shows(data, row) };
  });
  const n = rows.length;
  return { key, of, unit, n, ...(n < smallest || n === 0 ? {} : { values: values(rows) }), cases };
}

/** Rows by a key, in the order in which the keys first appear. */
export function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
