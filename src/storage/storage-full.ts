// Whether an error says that a disk has no room, whatever file it was about.
import { LogUnavailable } from '../event-log/errors.js';
import { sqliteCode } from '../event-log/sqlite/sqlite-code.js';

/** Whether an error, or what caused it, is a disk without room. What was stored is whole; the log may have stored this before another file was full. */
export function isStorageFull(error: unknown): boolean {
  if (error instanceof LogUnavailable && error.code === 'full') return true;
  if (typeof error !== 'object' || error === null) return false;
  if (sqliteCode(error)?.startsWith('SQLITE_FULL')) return true;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return 'cause' in error && isStorageFull(error.cause);
}
