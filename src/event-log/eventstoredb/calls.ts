// Single calls to the server, each within a bound of our own: the client's deadline does not hold for every call, and a read that is not
// cancelled stays open.
import type { AppendResult, EventData, EventStoreDBClient, ResolvedEvent } from '@eventstore/db-client';
import type { Credentials } from './address.js';
import type { Connections } from './connections.js';
import { TimedOut } from './faults.js';
import type { Timing } from './timing.js';

/** No single call takes longer. */
export const CALL_MS = 5_000;

/** A read as the client gives it: a stream of events that can be ended. */
export interface ServerRead {
  on(event: 'data', listener: (resolved: ResolvedEvent) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  cancel(): Promise<void>;
}

export class Calls {
  constructor(
    private readonly connections: Connections,
    private readonly credentials: Credentials,
    private readonly timing: Timing,
  ) {}

  /** One append on the per-call path. Rejects with the client's error, or with TimedOut. */
  append(stream: string, expected: bigint | 'no_stream', events: EventData[], ms: number): Promise<AppendResult> {
    const lease = this.connections.lease();
    const { credentials } = this;
    const call = attempted(() =>
      lease.client.appendToStream(stream, events, { expectedRevision: expected, credentials, deadline: ms }),
    );
    // The lease ends with the call itself: after our bound it may still be about to start.
    call.then(
      () => lease.done(),
      (error: unknown) => lease.done(error),
    );
    return this.within(ms, 'an append', call, (error) => this.connections.suspect(lease.client, error));
  }

  /** All events of one read. Rejects with the client's error, or with TimedOut. */
  read(
    start: (client: EventStoreDBClient, credentials: Credentials) => ServerRead,
    ms: number,
  ): Promise<ResolvedEvent[]> {
    const lease = this.connections.lease();
    let read: ServerRead | undefined;
    const events: ResolvedEvent[] = [];
    const call = new Promise<ResolvedEvent[]>((resolve, reject) => {
      read = start(lease.client, this.credentials);
      read.on('error', reject);
      read.on('end', () => resolve(events));
      read.on('data', (resolved) => events.push(resolved));
    });
    call.then(
      () => lease.done(),
      (error: unknown) => lease.done(error),
    );
    return this.within(ms, 'a read', call, (error) => {
      const cancelled = read?.cancel() ?? Promise.resolve();
      cancelled.then(
        () => lease.done(error),
        () => lease.done(error),
      );
      this.connections.suspect(lease.client, error);
    });
  }

  private within<T>(ms: number, what: string, call: Promise<T>, onTimeout: (error: TimedOut) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.timing.after(ms, () => {
        const error = new TimedOut(what, ms);
        onTimeout(error);
        reject(error);
      });
      call.then(resolve, reject).finally(cancel);
    });
  }
}

/** What throws at once rejects. */
function attempted<T>(start: () => Promise<T>): Promise<T> {
  try {
    return start();
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
