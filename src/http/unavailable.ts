// Whether an error means that the event log or the vault is out of reach, asked in one place by everything that answers requests.
import { LogUnavailable } from '../event-log/errors.js';
import { VaultUnavailable } from '../vault/vault.js';

/** Whether the outcome of what was asked is unknown, or nothing was done: either way repeating with the same key is the way on. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof LogUnavailable || error instanceof VaultUnavailable;
}
