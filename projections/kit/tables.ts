// A table as data: its columns and its key. From that come the statement that makes it and the one that puts a row in, so that a second
// projection can keep copies of the same rows.
import type { Value, Write } from './projection.js';

/** One row, by the names of its columns. */
export type Row = Record<string, Value>;

export interface TableDef {
  name: string;
  /** Names in order. */
  columns: readonly string[];
  /** As SQL: every column with its type. */
  shape: string;
  /** Primary key. */
  key: readonly string[];
  /** The statement that puts a row in, in the place of one with the same key. */
  insert: string;
  /** The statement that removes the row with this key. */
  remove: string;
}

/** A table of these columns, written as in SQL (`id TEXT NOT NULL, count INTEGER`). */
export function tableOf(name: string, key: readonly string[], shape: string): TableDef {
  const columns = shape.split(',').map((column) => column.trim().split(' ')[0] ?? '');
  const insert = `INSERT OR REPLACE INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const remove = `DELETE FROM ${name} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`;
  return { name, key, shape, columns, insert, remove };
}

/** The statement that makes the table. */
export const created = ({ name, shape, key }: TableDef): string =>
  `CREATE TABLE ${name} (${shape}, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`;

/** Puts a row in, in the place of one with the same key. */
export function put(write: Write, { insert, columns }: TableDef, row: Row): void {
  write.run(insert, ...valuesOf(columns, row));
}

/** Brings the rows of a table from what they were to what they are: only what differs is written. */
export function putChanges(write: Write, table: TableDef, before: readonly Row[], after: readonly Row[]): void {
  if (sameRows(table, before, after)) return;
  const gone = new Map(before.map((row) => [keyOf(table, row), row]));
  for (const row of after) {
    const key = keyOf(table, row);
    const was = gone.get(key);
    gone.delete(key);
    if (!was || differs(table, row, was)) put(write, table, row);
  }
  for (const row of gone.values()) write.run(table.remove, ...valuesOf(table.key, row));
}

/** Whether two rows say something else. */
export const differs = ({ columns }: TableDef, a: Row, b: Row): boolean =>
  columns.some((column) => a[column] !== b[column]);

/** Whether these are the same rows, in the same order. */
export const sameRows = (table: TableDef, rows: readonly Row[], others: readonly Row[]): boolean =>
  rows.length === others.length &&
  rows.every((row, index) => {
    const other = others[index];
    return other !== undefined && !differs(table, row, other);
  });

/** The key of a row, as one text. */
export const keyOf = ({ key }: TableDef, row: Row): string =>
  key.length === 1 ? String(row[key[0] ?? '']) : JSON.stringify(key.map((column) => row[column]));

/** The values of these columns. Throws when the row does not name one: `null` must be said. */
export function valuesOf(columns: readonly string[], row: Row): Value[] {
  return columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw new Error(`The row has no '${column}'.`);
    return value;
  });
}
