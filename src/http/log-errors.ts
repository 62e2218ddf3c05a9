// Whether an error means that the event log is out of reach, asked in one place by everything that answers requests.
import { LogUnavailable } from '../event-log/errors.js';

/** Whether the outcome of what was asked is unknown, so that repeating with the same key is the way on. */
export function isLogUnavailable(error: unknown): error is LogUnavailable {
  return error instanceof LogUnavailable;
}
