// Reads a whole log once and checks it; beside the events also the file around them, and an earlier backup that this log must begin with.
import { LogCorrupt } from '../event-log/errors.js';
import type { LogReader } from '../event-log/log-reader.js';
import { shareOf } from '../event-log/log-reader.js';
import { SqliteLogReader } from '../event-log/sqlite/log-reader.js';
import { readPage } from '../projecting/log-pages.js';
import type { Fault } from './faults.js';
import { LogCheck } from './log-check.js';
import { SeenIds } from './seen-ids.js';

export interface LogReport {
  events: number;
  streams: number;
  /** Position of the last event; `'-1'` for an empty log. */
  head: string;
  /** Over all events, for comparing with another log. */
  digest: string;
  faults: readonly Fault[];
  /** All of them, also those that are not listed. */
  faultCount: number;
}

/** What an earlier backup said of the log: so many events, with this digest. */
export interface Earlier {
  events: number;
  digest: string;
}

export interface CheckLogOptions {
  /** For a file that may become as large as the ids of all events. */
  scratch: string;
  earlier?: Earlier | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (share: number, events: number) => void;
}

const PAGE = 500;

/** Faults are reported, not thrown. @throws LogUnavailable when the log cannot be read at all. */
export async function checkLog(log: LogReader, options: CheckLogOptions): Promise<LogReport> {
  const seen = new SeenIds(options.scratch);
  const check = new LogCheck({ seen, densePositions: log instanceof SqliteLogReader });
  try {
    await readThrough(log, check, options);
    for (const stream of log.details?.().deletedStreams ?? []) check.faults.add({ code: 'deleted-stream', stream });
    if (log instanceof SqliteLogReader)
      for (const detail of integrityOf(log)) check.faults.add({ code: 'database', detail });
  } finally {
    seen.close();
  }
  return {
    events: check.digest.count,
    streams: check.streamCount,
    head: check.last,
    digest: check.digest.value(),
    faults: check.faults.kept,
    faultCount: check.faults.count,
  };
}

async function readThrough(log: LogReader, check: LogCheck, options: CheckLogOptions): Promise<void> {
  const { earlier, signal, onProgress } = options;
  const head = await log.head();
  const compare = (): void => {
    if (earlier && earlier.events === check.digest.count && earlier.digest !== check.digest.value())
      check.faults.add({ code: 'other-beginning', position: check.last });
  };
  compare();
  for (;;) {
    signal?.throwIfAborted();
    const page = await pageAfter(log, check);
    if (page.length === 0) break;
    for (const event of page) {
      check.take(event);
      compare();
    }
    onProgress?.(shareOf(check.last, head), check.digest.count);
  }
  if (earlier && check.digest.count < earlier.events)
    check.faults.add({ code: 'shorter', detail: String(earlier.events - check.digest.count) });
}

/** The next page; damage that has no place ends the reading. */
async function pageAfter(log: LogReader, check: LogCheck): ReturnType<typeof readPage> {
  try {
    return await readPage(log, check.last, PAGE);
  } catch (error) {
    if (!(error instanceof LogCorrupt)) throw error;
    check.faults.add({ code: 'unreadable', position: check.last, detail: error.message });
    return [];
  }
}

function integrityOf(log: SqliteLogReader): string[] {
  try {
    return log.integrity();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
