// Whether an error means that the event log or the vault is out of reach, or the disk full, asked in one place by everything that answers requests.
import { LogUnavailable } from '../event-log/errors.js';
import { sqliteCode } from '../event-log/sqlite/sqlite-code.js';
import { VaultUnavailable } from '../vault/vault.js';

/** Whether an error, or what caused it, is a disk without room. What was stored is whole; the log may have stored this before another file was full. */
export function isStorageFull(error: unknown): boolean {
  if (error instanceof LogUnavailable && error.code === 'full') return true;
  if (typeof error !== 'object' || error === null) return false;
  if (sqliteCode(error)?.startsWith('SQLITE_FULL')) return true;
  return 'cause' in error && isStorageFull(error.cause);
}

/** Whether the outcome of what was asked is unknown, or nothing was done: either way repeating with the same key is the way on. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof LogUnavailable || error instanceof VaultUnavailable;
}
