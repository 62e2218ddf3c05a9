// Opens the event log that was chosen. What another choice needs is only loaded when it is made, so that it costs no start-up time.
import { LogRefused } from './errors.js';
import type { EventLog } from './event-log.js';
import { SqliteEventLog } from './sqlite.event-log.js';

/** Where the events are kept: in a file of the data directory, or on an EventStoreDB server. */
export type LogChoice = { kind: 'sqlite' } | { kind: 'eventstoredb'; url: string };

/**
 * Opens the log and keeps the data directory for this process.
 * @throws LogLocked when another process has the directory; LogRefused when the server cannot be used as it is.
 */
export async function openLog(choice: LogChoice, directory: string): Promise<EventLog> {
  if (choice.kind === 'sqlite') return Promise.resolve(SqliteEventLog.open(directory));
  throw new LogRefused('not-ready', 'EventStoreDB kan nog niet worden gebruikt.');
}
