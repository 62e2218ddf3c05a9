// Opens the event log that was chosen. What another choice needs is only loaded when it is made, so that it costs no start-up time.
import type { EventLog } from './event-log.js';
import { lockDirectory } from './sqlite/directory-lock.js';
import { SqliteEventLog } from './sqlite.event-log.js';

/** Where the events are kept: in a file of the data directory, or on an EventStoreDB server. */
export type LogChoice = { kind: 'sqlite' } | { kind: 'eventstoredb'; url: string };

/**
 * Opens the log and keeps the data directory for this process. `waiting` hears when a server is waited for.
 * @throws LogLocked when another process has the directory; LogRefused when the server cannot be used as it is.
 */
export async function openLog(
  choice: LogChoice,
  directory: string,
  waiting?: (sentence: string) => void,
): Promise<EventLog> {
  if (choice.kind === 'sqlite') return SqliteEventLog.open(directory);
  const lock = lockDirectory(directory);
  const release = (): void => lock.release();
  try {
    const { EventStoreDbEventLog } = await import('./eventstoredb/eventstoredb.event-log.js');
    return await EventStoreDbEventLog.open({ url: choice.url, waiting, release });
  } catch (error) {
    release();
    throw error;
  }
}
