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
}

/** A table of these columns, written as in SQL (`id TEXT NOT NULL, count INTEGER`). */
export function tableOf(name: string, key: readonly string[], shape: string): TableDef {
  const columns = shape.split(',').map((column) => column.trim().split(' ')[0] ?? '');
  const insert = `INSERT OR REPLACE INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  return { name, key, shape, columns, insert };
}

/** The statement that makes the table. */
export const created = ({ name, shape, key }: TableDef): string =>
  `CREATE TABLE ${name} (${shape}, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`;

/** Puts a row in, in the place of one with the same key. */
export function put(write: Write, { insert, columns }: TableDef, row: Row): void {
  write.run(insert, ...valuesOf(columns, row));
}

/** The values of these columns. Throws when the row does not name one: `null` must be said. */
export function valuesOf(columns: readonly string[], row: Row): Value[] {
  return columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw new Error(`The row has no '${column}'.`);
    return value;
  });
}
