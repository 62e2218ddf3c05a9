// Opens a SQLite file so that an acknowledged commit is on disk, and proves it: the settings are read back after the first table access,
// because SQLite shows FULL right after it is asked and may still fall back to NORMAL, which loses commits at power loss.
import Database from 'better-sqlite3';

/** First version without the race that could damage a file while the write-ahead log is reset. */
const OLDEST = [3, 51, 3] as const;

export type Db = Database.Database;

export interface OpenOptions {
  /** Statements that make the tables when they are absent. */
  schema: string;
  /** Overwrites deleted content with zeros; for files that hold what must be erasable. */
  secureDelete?: boolean;
}

/**
 * Opens or makes the file: WAL, synchronous FULL, foreign keys on, tables present.
 * @throws Error when SQLite is too old or one of the settings did not take.
 */
export function openDatabase(file: string, options: OpenOptions): Db {
  const db = new Database(file, { timeout: 1000 });
  try {
    checkVersion(db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('journal_size_limit = 16777216');
    // 32 MB: ids are spread over the whole index, and a page that is not in memory is a read from the file.
    db.pragma('cache_size = -32000');
    if (options.secureDelete) db.pragma('secure_delete = ON');
    db.exec(options.schema);
    // A real table access; before it the settings that are read back may not be those in force.
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    db.pragma('synchronous = FULL');
    readBack(db, {
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      ...(options.secureDelete && { secure_delete: 1 }),
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws Error when a setting is not in force. */
export function readBack(db: Db, expected: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(expected)) {
    const actual = db.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`SQLite setting ${name} is ${String(actual)}, not ${value}, in ${db.name}`);
  }
}

/** @throws Error when the version is older than 3.51.3. */
export function checkVersion(version: string): void {
  const parts = version.split('.').map(Number);
  const first = OLDEST.findIndex((part, index) => (parts[index] ?? 0) !== part);
  const older = first >= 0 && (parts[first] ?? 0) < (OLDEST[first] ?? 0);
  if (older) throw new Error(`SQLite ${version} is too old: at least ${OLDEST.join('.')} is needed`);
}

/** Moves the write-ahead log into the file and empties it. False when a reader was in the way; try again later. */
export function truncateWal(db: Db): boolean {
  const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return row?.busy === 0;
}
