// A log file that was made for events which never came. Left there, the directory would count as that of an organisation.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LogLocked } from '../event-log/errors.js';
import { lockDirectory } from '../event-log/sqlite/directory-lock.js';
import { SqliteLogReader } from '../event-log/sqlite/log-reader.js';

const FILE = 'events.sqlite';

/** Removes the log file when there is no event in it and nobody uses it; true when it is gone. */
export async function dropEmptyLog(directory: string): Promise<boolean> {
  try {
    const lock = lockDirectory(directory);
    try {
      if (!(await isEmpty(directory))) return false;
      for (const end of ['', '-wal', '-shm']) rmSync(join(directory, `${FILE}${end}`), { force: true });
      return true;
    } finally {
      lock.release();
    }
  } catch (error) {
    if (error instanceof LogLocked) return false;
    throw error;
  }
}

async function isEmpty(directory: string): Promise<boolean> {
  if (!existsSync(join(directory, FILE))) return false;
  const log = SqliteLogReader.open(directory);
  try {
    return (await log.head()) === undefined;
  } finally {
    await log.close();
  }
}
