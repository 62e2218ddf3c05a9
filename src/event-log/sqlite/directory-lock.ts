// One process per data directory: two writers on one log would both believe their numbers. The lock is SQLite's own lock on a file that
// holds nothing else; the operating system lets go of it when the process dies, also by SIGKILL.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LogLocked } from '../errors.js';
import { sqliteCode } from './sqlite-code.js';

/** Keeps the directory until `release`. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the directory, making it when it is absent.
 * @throws LogLocked when another process, or another log in this one, has it.
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const db = new Database(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw new LogLocked(directory);
    throw error;
  }
  return {
    release: () => {
      db.close();
    },
  };
}
