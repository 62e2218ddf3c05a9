// Which streams of ours were deleted before this start. The server only sends what it notes about deletions, so this costs it one walk
// through its index and us next to nothing. It is waited for a little, and goes on by itself after that.
import { eventTypeFilter, type ResolvedEvent } from '@eventstore/db-client';
import type { Credentials } from './address.js';
import { CALL_MS } from './calls.js';
import type { Connections } from './connections.js';
import type { DeletedStreams } from './deleted-streams.js';
import { backOff, pause, type Timing } from './timing.js';

const ATTEMPTS = 5;

/** Resolves when all deletions are known, or after five seconds; never rejects. The signal ends what still goes on. */
export function findDeleted(
  connections: Connections,
  credentials: Credentials,
  timing: Timing,
  deleted: DeletedStreams,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timing.after(CALL_MS, resolve);
    const done = (): void => {
      cancel();
      resolve();
    };
    void search(connections, credentials, timing, deleted, signal).then(done, done);
  });
}

async function search(
  connections: Connections,
  credentials: Credentials,
  timing: Timing,
  deleted: DeletedStreams,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 1; failures <= ATTEMPTS && !signal.aborted; failures++) {
    try {
      return await once(connections, credentials, deleted, signal);
    } catch {
      await pause(timing, backOff(timing, failures));
    }
  }
}

function once(
  connections: Connections,
  credentials: Credentials,
  deleted: DeletedStreams,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const lease = connections.lease();
    const filter = eventTypeFilter({ prefixes: ['$metadata', '$streamDeleted'] });
    const subscription = lease.client.subscribeToAll({ fromPosition: 'start', filter, credentials });
    const stop = (): void => end(new Error('The log was closed.'));
    const end = (error?: Error): void => {
      signal.removeEventListener('abort', stop);
      const done = (): void => lease.done(error);
      subscription.unsubscribe().then(done, done);
      if (error) reject(error);
      else resolve();
    };
    signal.addEventListener('abort', stop);
    subscription.on('error', (error) => end(error));
    subscription.on('end', () => end(new Error('The search for deleted streams ended early.')));
    subscription.on('caughtUp', () => end());
    subscription.on('data', ({ event }: ResolvedEvent) => {
      if (event) deleted.learn(event);
    });
  });
}
