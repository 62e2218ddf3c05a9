// The rows of a projection's file as one hash per table, whatever their order, so that two files can be held equal without keeping either
// in memory and without a text of a row leaving this place.
import type Database from 'better-sqlite3';
import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface TableHash {
  rows: number;
  /** Sum of the hashes of the rows: the same for the same rows in any order, and two equal rows count twice. */
  sum: bigint;
}

type Db = Database.Database;
type Row = Record<string, unknown>;

const MODULUS = 1n << 128n;
const TURN = 20_000;

/** Tables of a file with rows of the projection; the inner tables of a full-text index follow from its rows. */
export function tablesOf(db: Db): string[] {
  const tables = db
    .prepare<[], { name: string; sql: string | null }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name`,
    )
    .all();
  const virtual = tables.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql ?? '')).map(({ name }) => name);
  const inner = new Set(
    virtual.flatMap((name) => ['data', 'idx', 'content', 'docsize', 'config'].map((part) => `${name}_${part}`)),
  );
  return tables.map(({ name }) => name).filter((name) => !inner.has(name) && !name.startsWith('sqlite_'));
}

/** The hash of one table. */
export async function hashOf(db: Db, table: string, signal?: AbortSignal): Promise<TableHash> {
  const parts = await hashesBy(db, table, () => '', signal);
  return parts.get('') ?? { rows: 0, sum: 0n };
}

/** The hashes of the rows of one table by what they are about. */
export async function hashesBy(
  db: Db,
  table: string,
  about: (row: Row) => string,
  signal?: AbortSignal,
): Promise<Map<string, TableHash>> {
  const found = new Map<string, TableHash>();
  let rows = 0;
  for (const row of db.prepare<[], Row>(`SELECT * FROM "${table}"`).iterate()) {
    const key = about(row);
    const before = found.get(key) ?? { rows: 0, sum: 0n };
    found.set(key, { rows: before.rows + 1, sum: (before.sum + numberOf(row)) % MODULUS });
    if (++rows % TURN === 0) {
      signal?.throwIfAborted();
      await nextTurn();
    }
  }
  return found;
}

const numberOf = (row: Row): bigint => BigInt(`0x${hash('sha256', JSON.stringify(row), 'hex').slice(0, 32)}`);
