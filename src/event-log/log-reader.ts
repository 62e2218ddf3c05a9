// Reading a log without having it: what tools use beside a running server, which keeps the writing to itself.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LogRefused } from './errors.js';
import type { EventLog, StoredEvent } from './event-log.js';
import type { LogChoice } from './open-log.js';
import { SqliteLogReader } from './sqlite/log-reader.js';

/** The part of the port that reads. */
export type LogReader = Pick<EventLog, 'readStream' | 'readAll' | 'at' | 'head' | 'close' | 'details'>;

/** Events in one page. */
const PAGE = 500;

/**
 * Opens the log for reading, also beside the process that writes it. `waiting` hears when a server is waited for.
 * @throws LogRefused when there is no log or it cannot be used.
 */
export async function openLogReader(
  choice: LogChoice,
  directory: string,
  waiting?: (sentence: string) => void,
): Promise<LogReader> {
  if (choice.kind === 'eventstoredb') {
    const { EventStoreDbEventLog } = await import('./eventstoredb/eventstoredb.event-log.js');
    return EventStoreDbEventLog.open({ url: choice.url, waiting });
  }
  refuseWithoutLog(directory);
  return SqliteLogReader.open(directory);
}

/** @throws LogRefused when the directory holds no log. */
export function refuseWithoutLog(directory: string): void {
  if (!existsSync(join(directory, 'events.sqlite')))
    throw new LogRefused(
      'not-ready',
      `In ${directory} is geen logboek van gebeurtenissen (events.sqlite). Is DATA_DIR de goede map?`,
    );
}

/** All pages after that position, in the order of the log. Ends at the end of the log, or when the signal is set off (which throws). */
export async function* pagesOf(log: LogReader, after: string, signal?: AbortSignal): AsyncGenerator<StoredEvent[]> {
  for (let position = after; ;) {
    signal?.throwIfAborted();
    const page = await log.readAll(position, PAGE);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    position = last.position;
  }
}

/** All pages of one stream. */
export async function* pagesOfStream(log: LogReader, stream: string): AsyncGenerator<StoredEvent[]> {
  for (let from = 0; ; from += PAGE) {
    const page = await log.readStream(stream, from, PAGE);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
  }
}

/** How far a position is on the way to the end, from 0 to 1: positions rise steadily in every log. */
export function shareOf(position: string, head: string | undefined): number {
  const end = Number(head ?? 0);
  return end <= 0 ? 1 : Math.max(0, Number(position)) / end;
}
