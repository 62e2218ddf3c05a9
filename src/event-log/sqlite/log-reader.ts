// The log in SQLite, read only: on a connection that cannot write, so that a tool beside the server can do no harm.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { LogCorrupt, LogUnavailable, type CorruptPlace } from '../errors.js';
import type { StoredEvent } from '../event-log.js';
import type { LogReader } from '../log-reader.js';
import { EventStore } from './event-store.js';
import type { Db } from './open-database.js';
import { isDamage, sqliteCode } from './sqlite-code.js';

export class SqliteLogReader implements LogReader {
  private constructor(
    private readonly db: Db,
    private readonly store: EventStore,
  ) {}

  /** @throws LogCorrupt when the file is no database or has no events in it; LogUnavailable when it cannot be read. */
  static open(directory: string): SqliteLogReader {
    return guarded({}, () => {
      const db = new Database(join(directory, 'events.sqlite'), { readonly: true, fileMustExist: true, timeout: 5000 });
      try {
        return new SqliteLogReader(db, new EventStore(db));
      } catch (error) {
        db.close();
        throw error;
      }
    });
  }

  async readStream(stream: string, from: number, limit = 500): Promise<StoredEvent[]> {
    return guarded({ stream, revision: from }, () => this.store.readStream(stream, from, limit));
  }

  async readAll(after: string, limit: number): Promise<StoredEvent[]> {
    return guarded({}, () => this.store.readAll(after, limit));
  }

  async at(position: string): Promise<StoredEvent | undefined> {
    return guarded({ position }, () => this.store.at(position));
  }

  async head(): Promise<string | undefined> {
    return guarded({}, () => this.store.head());
  }

  async close(): Promise<void> {
    this.db.close();
  }

  /** What SQLite itself finds wrong with the file, its indexes included; nothing when it is whole. */
  integrity(): string[] {
    const found = this.db.pragma('integrity_check(20)') as { integrity_check: string }[];
    return found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  }
}

function guarded<T>(place: CorruptPlace, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = sqliteCode(error);
    if (!code) throw error;
    const reason = `${code}: ${error instanceof Error ? error.message : String(error)}`;
    if (isDamage(code) || code === 'SQLITE_ERROR') throw new LogCorrupt(place, reason, { cause: error });
    throw new LogUnavailable('io', reason, { cause: error });
  }
}
