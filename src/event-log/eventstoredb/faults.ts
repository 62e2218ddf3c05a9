// What an error of the client means. After an append almost every error means "unknown"; only a short list says for certain that nothing
// was written. Matched on `type` and `code`, since some errors are plain ones without a type.
import { LogUnavailable } from '../errors.js';

/** A call that was not answered within our own bound; the client has none that holds. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
  constructor(what: string, ms: number) {
    super(`EventStoreDB did not answer ${what} within ${Math.round(ms)} ms`);
  }
}

/** Refusals that are certain on a first attempt: nothing was written. */
export type Definite = 'wrong-revision' | 'too-large' | 'deleted' | 'denied';
const DEFINITE: ReadonlyMap<unknown, Definite> = new Map<unknown, Definite>([
  ['wrong-expected-version', 'wrong-revision'],
  ['maximum-append-size-exceeded', 'too-large'],
  ['stream-deleted', 'deleted'],
  ['access-denied', 'denied'],
]);

/** What the server certainly refused, or undefined when the outcome is unknown. */
export const definiteOf = (error: unknown): Definite | undefined => DEFINITE.get(property(error, 'type'));

export const isNotFound = (error: unknown): boolean => property(error, 'type') === 'stream-not-found';
export const isDeleted = (error: unknown): boolean => property(error, 'type') === 'stream-deleted';
export const isDenied = (error: unknown): boolean => property(error, 'type') === 'access-denied';

/** The position is no event's: another log, or one that was put back. Reading and following say it in different words. */
export function isInvalidPosition(error: unknown): boolean {
  const code = property(error, 'code');
  return /InvalidPosition/.test(messageOf(error)) || (code === 3 && property(error, 'type') === 'unknown');
}

/** The node that leads now, when the server named it. */
export function leaderOf(error: unknown): { address: string; port: number } | undefined {
  const leader = property(error, 'type') === 'not-leader' ? property(error, 'leader') : undefined;
  const [address, port] = [property(leader, 'address'), property(leader, 'port')];
  return typeof address === 'string' && typeof port === 'number' ? { address, port } : undefined;
}

/** gRPC codes of a connection or node that is gone or not up to it: cancelled, deadline, aborted, internal, unavailable. */
const LOST = [1, 4, 10, 13, 14];

/** Whether a fresh connection may help where this one failed. */
export function isConnectionLost(error: unknown): boolean {
  const code = property(error, 'code');
  if (error instanceof TimedOut || leaderOf(error) || (typeof code === 'number' && LOST.includes(code))) return true;
  return /Failed to discover|Channel has been shut down/.test(messageOf(error));
}

/** What a call that got no usable answer becomes for the callers of the port. */
export function unavailable(error: unknown): LogUnavailable {
  if (error instanceof LogUnavailable) return error;
  const code = isDenied(error) ? 'denied' : 'unanswered';
  return new LogUnavailable(code, `EventStoreDB: ${messageOf(error)}`, { cause: error });
}

/** What the server says stands in the stream, when it refused the revision. */
export function actualOf(error: unknown): number | 'none' | undefined {
  const actual = property(error, 'actualVersion');
  return typeof actual === 'bigint' ? Number(actual) : actual === 'no_stream' ? 'none' : undefined;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
