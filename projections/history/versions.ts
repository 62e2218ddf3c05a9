// Copies of rows with the days on which they stood: a row stands from the end of `from_day` until the end of the day before `to_day`. A day's
// rows replace what was kept for that day and later, so that keeping the same day twice, or a day in two halves, leaves the same copies.
import { valuesOf, type Row, type TableDef } from '../kit/tables.js';
import type { Read, Value, Write } from '../kit/projection.js';
import type { LocalDate } from '../../workflows/kit/types.js';

/** `known`: by what had been recorded. `world`: by what had happened, told with all that is known now. */
export const AXES = ['known', 'world'] as const;
export type Axis = (typeof AXES)[number];

/** A table of which copies are kept, and the column that says whose rows they are. */
export interface KeptTable {
  def: TableDef;
  owner: string;
}

/** Later than any day: a row that still stands. */
const STANDS = '9999-12-31';

const nameOf = ({ name }: TableDef, axis: Axis): string => `${name}_${axis}`;

/** The statement that makes the table of copies on one axis. What stands now lies together, whatever there was before it. */
export function createdFor({ def, owner }: KeptTable, axis: Axis): string {
  const key = [owner, 'to_day', ...def.key.filter((column) => column !== owner)];
  return `CREATE TABLE ${nameOf(def, axis)} (${def.shape}, from_day TEXT NOT NULL, to_day TEXT NOT NULL, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`;
}

/** Forgets what was kept for that day and later: what stood on the day before stands on. */
export function reopen(write: Write, { def, owner }: KeptTable, axis: Axis, id: Value, day: LocalDate): void {
  const table = nameOf(def, axis);
  write.run(`DELETE FROM ${table} WHERE ${owner} = ? AND to_day > ? AND from_day >= ?`, id, day, day);
  write.run(
    `UPDATE ${table} SET to_day = ? WHERE ${owner} = ? AND to_day >= ? AND to_day < ?`,
    STANDS,
    id,
    day,
    STANDS,
  );
}

/** From that day on these rows stand; it must be later than every day kept for this owner. Only rows that differ get a new copy. */
export function keep(
  write: Write,
  { def, owner }: KeptTable,
  axis: Axis,
  id: Value,
  day: LocalDate,
  rows: readonly Row[],
): void {
  const table = nameOf(def, axis);
  const wanted = new Map(rows.map((row) => [keyOf(def, row), JSON.stringify(valuesOf(def.columns, row))]));
  for (const row of standing(write, def, table, owner, id)) {
    const key = keyOf(def, row);
    if (wanted.get(key) === JSON.stringify(valuesOf(def.columns, row))) wanted.delete(key);
    else close(write, def, table, row, day);
  }
  if (wanted.size === 0) return;
  const columns = [...def.columns, 'from_day', 'to_day'];
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  for (const row of rows)
    if (wanted.has(keyOf(def, row))) write.run(insert, ...valuesOf(def.columns, row), day, STANDS);
}

const standing = (read: Read, def: TableDef, table: string, owner: string, id: Value): Row[] =>
  read.all<Row>(`SELECT ${def.columns.join(', ')} FROM ${table} WHERE ${owner} = ? AND to_day = ?`, id, STANDS);

const keyOf = ({ key }: TableDef, row: Row): string => JSON.stringify(valuesOf(key, row));

function close(write: Write, { key }: TableDef, table: string, row: Row, day: LocalDate): void {
  const same = key.map((column) => `${column} = ?`).join(' AND ');
  write.run(`UPDATE ${table} SET to_day = ? WHERE ${same} AND to_day = ?`, day, ...valuesOf(key, row), STANDS);
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
