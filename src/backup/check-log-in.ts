// Checking the log of a backup as it lies there: the file of SQLite, or the export of a server's log.
import { join } from 'node:path';
import { openLogReader } from '../event-log/log-reader.js';
import { LogDigest } from '../event-log/log-digest.js';
import { readExport } from '../moving/read-export.js';
import { checkLog, type CheckLogOptions, type LogReport } from '../verifying/check-log.js';

/** @throws BadExport when the export is damaged; faults in a file of SQLite are in the report. */
export async function checkLogIn(
  directory: string,
  kind: 'sqlite' | 'eventstoredb',
  options: CheckLogOptions,
): Promise<LogReport> {
  if (kind === 'eventstoredb') return checkExport(join(directory, 'events.jsonl'), options);
  const log = await openLogReader({ kind }, directory);
  try {
    return await checkLog(log, options);
  } finally {
    await log.close();
  }
}

async function checkExport(file: string, { scratch, signal, onProgress }: CheckLogOptions): Promise<LogReport> {
  const digest = new LogDigest();
  const { streams } = await readExport(file, scratch, {
    signal,
    onEvent: (event, share) => {
      digest.take(event);
      onProgress?.(share, digest.count);
    },
  });
  return { events: digest.count, streams, head: '', digest: digest.value(), faults: [], faultCount: 0 };
}
