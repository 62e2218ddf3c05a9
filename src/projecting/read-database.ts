// One projection in one SQLite file: its rows, and beside them how far it got. Thrown away and built again whenever that is easier;
// what may never be lost is in the log.
import Database from 'better-sqlite3';
import type { ProjectionDef, Read, Value, Write } from '../../projections/kit/projection.js';
import { START, type Progress } from './progress.js';

type Db = Database.Database;

/** Why the events of one stream are no longer applied. */
export type ParkCode = 'damaged' | 'undecodable' | 'no-workflow' | 'does-not-fit' | 'handler-failed';

/** A stream that a projection skips from this revision on, because that event could not be applied. */
export interface Parked {
  stream: string;
  revision: number;
  code: ParkCode;
}

/** Own tables, beside those of the projection. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS progress (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL, id TEXT NOT NULL,
    count INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS parked (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL, code TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

/** Statements prepared once; a projection has a few dozen. */
class Statements implements Read {
  private readonly prepared = new Map<string, Database.Statement<Value[]>>();
  constructor(private readonly db: Db) {}

  one<R>(sql: string, ...values: Value[]): R | undefined {
    return this.of(sql).get(...values) as R | undefined;
  }

  all<R>(sql: string, ...values: Value[]): R[] {
    return this.of(sql).all(...values) as R[];
  }

  run(sql: string, ...values: Value[]): void {
    this.of(sql).run(...values);
  }

  private of(sql: string): Database.Statement<Value[]> {
    const known = this.prepared.get(sql);
    if (known) return known;
    const made = this.db.prepare<Value[]>(sql);
    this.prepared.set(sql, made);
    return made;
  }
}

class Writing extends Statements implements Write {
  scrubAsked = false;

  scrub(): void {
    this.scrubAsked = true;
  }
}

export class ReadDatabase {
  private readonly db: Db;
  private readonly reader: Db;
  private readonly writing: Writing;
  /** For queries: a connection of its own, which sees committed rows only and cannot write. */
  readonly read: Read;

  /** Opens or makes the file. Throws when it cannot be opened; it may then be deleted. */
  constructor(
    readonly file: string,
    projection: Pick<ProjectionDef<unknown>, 'tables'>,
  ) {
    this.db = new Database(file, { timeout: 1000 });
    // NORMAL is enough: at power loss the last batches are applied again from the log.
    for (const setting of [
      'journal_mode = WAL',
      'synchronous = NORMAL',
      'secure_delete = ON',
      'journal_size_limit = 16777216',
      // A page that many batches change is written into the file once for all of them; ids are spread over the whole index.
      'wal_autocheckpoint = 4000',
      'cache_size = -16000',
    ])
      this.db.pragma(setting);
    this.db.transaction(() => {
      const isNew = this.db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'progress'`).get() === undefined;
      this.db.exec(TABLES);
      if (isNew) projection.tables.forEach((table) => this.db.exec(table));
    })();
    this.writing = new Writing(this.db);
    this.reader = new Database(file, { readonly: true, timeout: 1000 });
    this.read = new Statements(this.reader);
  }

  /** How far the rows are; before the first event `START`. */
  progress(): Progress {
    return this.writing.one<Progress>('SELECT position, id, count, hash FROM progress') ?? START;
  }

  parked(): Parked[] {
    return this.writing.all<Parked>('SELECT stream, revision, code FROM parked ORDER BY stream');
  }

  park({ stream, revision, code }: Parked): void {
    this.writing.run('INSERT OR REPLACE INTO parked (stream, revision, code) VALUES (?, ?, ?)', stream, revision, code);
  }

  unpark(stream: string): void {
    this.writing.run('DELETE FROM parked WHERE stream = ?', stream);
  }

  /** Begins a transaction and answers how to write in it. Ended by `commit` or `undo`. */
  begin(): Write {
    this.writing.run('BEGIN IMMEDIATE');
    return this.writing;
  }

  /** Stores the progress and ends the transaction: all of it is there afterwards, or nothing. */
  commit({ position, id, count, hash }: Progress): void {
    this.writing.run(
      'INSERT OR REPLACE INTO progress (one, position, id, count, hash) VALUES (1, ?, ?, ?, ?)',
      position,
      id,
      count,
      hash,
    );
    this.writing.run('COMMIT');
    if (this.writing.scrubAsked) this.scrub();
  }

  /** Undoes the transaction, if one was begun. */
  undo(): void {
    if (this.db.inTransaction) this.writing.run('ROLLBACK');
  }

  close(): void {
    this.reader.close();
    this.db.close();
  }

  /** Deleted rows are zeroed in the file already; what still stands in the write-ahead log goes now. */
  private scrub(): void {
    const [state] = this.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    this.writing.scrubAsked = state?.busy !== 0;
  }
}
