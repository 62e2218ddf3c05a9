// A directory for what a tool makes on the way and throws away: within the data directory, because it may hold clear text and may be
// large. What an earlier one left behind when it was killed is cleared by the next.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LogLocked } from '../event-log/errors.js';
import { lockDirectory } from '../event-log/sqlite/directory-lock.js';

const PREFIX = 'scratch-';

/** Runs the work with a directory of its own, which is gone afterwards. */
export async function withScratch<T>(dataDirectory: string, work: (scratch: string) => Promise<T>): Promise<T> {
  clearLeft(dataDirectory);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const scratch = mkdtempSync(join(dataDirectory, PREFIX));
  const lock = lockDirectory(scratch);
  try {
    return await work(scratch);
  } finally {
    lock.release();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function clearLeft(dataDirectory: string): void {
  const left = existsSync(dataDirectory) ? readdirSync(dataDirectory).filter((name) => name.startsWith(PREFIX)) : [];
  for (const name of left) {
    const directory = join(dataDirectory, name);
    try {
      lockDirectory(directory).release();
      rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      // In use by another tool at this moment.
      if (!(error instanceof LogLocked)) throw error;
    }
  }
}
