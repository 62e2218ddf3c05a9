// Copies of rows with the days on which they stood: a row stands from the end of `from_day` until the end of the day before `to_day`. A day's
// rows replace what was kept for that day and later, so that keeping the same day twice, or a day in two halves, leaves the same copies.
import { differs, keyOf, valuesOf, type Row, type TableDef } from '../kit/tables.js';
import type { Read, Value, Write } from '../kit/projection.js';
import type { LocalDate } from '../../workflows/kit/types.js';

/** `known`: by what had been recorded. `world`: by what had happened, told with all that is known now. */
export const AXES = ['known', 'world'] as const;
export type Axis = (typeof AXES)[number];

/** A table of which copies are kept, the column that says whose rows they are, and the copies on each axis. */
export interface KeptTable extends Record<Axis, Copies> {
  def: TableDef;
  owner: string;
}

/** The copies of one table on one axis, with the statements that keep them: made once, for they run for every day of every trajectory. */
export interface Copies {
  def: TableDef;
  /** Removes what was kept from a day on. */
  forget: string;
  /** Lets stand again what ended on a day or later. */
  restore: string;
  standing: string;
  insert: string;
  /** Ends one row that stands. */
  end: string;
}

/** Later than any day: a row that still stands. */
const STANDS = '9999-12-31';

const nameOf = ({ name }: TableDef, axis: Axis): string => `${name}_${axis}`;

/** The statement that makes the table of copies on one axis. What stands now lies together, whatever there was before it. */
export function createdFor({ def, owner }: KeptTable, axis: Axis): string {
  const key = [owner, 'to_day', ...def.key.filter((column) => column !== owner)];
  return `CREATE TABLE ${nameOf(def, axis)} (${def.shape}, from_day TEXT NOT NULL, to_day TEXT NOT NULL, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`;
}

export const keptTable = (def: TableDef, owner: string): KeptTable => ({
  def,
  owner,
  known: copiesOf(def, owner, 'known'),
  world: copiesOf(def, owner, 'world'),
});

function copiesOf(def: TableDef, owner: string, axis: Axis): Copies {
  const table = nameOf(def, axis);
  const columns = [...def.columns, 'from_day', 'to_day'];
  const same = def.key.map((column) => `${column} = ?`).join(' AND ');
  return {
    def,
    forget: `DELETE FROM ${table} WHERE ${owner} = ? AND to_day > ? AND from_day >= ?`,
    restore: `UPDATE ${table} SET to_day = ? WHERE ${owner} = ? AND to_day >= ? AND to_day < ?`,
    standing: `SELECT ${def.columns.join(', ')} FROM ${table} WHERE ${owner} = ? AND to_day = ?`,
    insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    end: `UPDATE ${table} SET to_day = ? WHERE ${same} AND to_day = ?`,
  };
}

/** Forgets what was kept for that day and later: what stood on the day before stands on. */
export function reopen(write: Write, { forget, restore }: Copies, id: Value, day: LocalDate): void {
  write.run(forget, id, day, day);
  write.run(restore, STANDS, id, day, STANDS);
}

/** The rows that stand for this owner. */
export const standing = (read: Read, copies: Copies, id: Value): readonly Row[] =>
  read.all<Row>(copies.standing, id, STANDS);

/**
 * From that day on these rows stand; it must be later than every day kept for this owner. Only rows that differ from those `before`, the ones
 * that stand now, get a new copy.
 */
export function keep(
  write: Write,
  { def, insert, end }: Copies,
  day: LocalDate,
  before: readonly Row[],
  rows: readonly Row[],
): void {
  const gone = new Map(before.map((row) => [keyOf(def, row), row]));
  for (const row of rows) {
    const key = keyOf(def, row);
    const was = gone.get(key);
    gone.delete(key);
    if (was && !differs(def, row, was)) continue;
    if (was) write.run(end, day, ...valuesOf(def.key, was), STANDS);
    write.run(insert, ...valuesOf(def.columns, row), day, STANDS);
  }
  for (const row of gone.values()) write.run(end, day, ...valuesOf(def.key, row), STANDS);
}

/** The rows as they stood at the end of a day, under the names that the tables of today have: every question can be asked of them unchanged. */
export function readOn(read: Read, tables: readonly KeptTable[], axis: Axis, day: LocalDate): Read {
  const then = tables.map(
    ({ def }) =>
      `${def.name} AS NOT MATERIALIZED (SELECT ${def.columns.join(', ')} FROM ${nameOf(def, axis)} WHERE from_day <= ? AND to_day > ?)`,
  );
  const days = tables.flatMap(() => [day, day]);
  const past = (sql: string): string => `WITH ${then.join(', ')} ${sql}`;
  return {
    one: (sql, ...values) => read.one(past(sql), ...days, ...values),
    all: (sql, ...values) => read.all(past(sql), ...days, ...values),
  };
}
