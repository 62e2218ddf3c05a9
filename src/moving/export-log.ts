// Writing a log, or the stream of one trajectory, to an export file. Sealed texts go along as they are stored: sealed.
import { createHash } from 'node:crypto';
import type { StoredEvent } from '../event-log/event-log.js';
import { pagesOf, pagesOfStream, shareOf, type LogReader } from '../event-log/log-reader.js';
import { decodeSealed } from '../event-log/recorder/codec.js';
import { endLine, eventLine, FORMAT, FORMAT_VERSION, headerLine, type ExportHeader } from './export-format.js';
import { LineFile } from './line-file.js';
import { BadExport } from './moving-errors.js';

export interface ExportOptions {
  file: string;
  /** Only the stream of this trajectory. */
  trajectoryId?: string | undefined;
  exportedAt: string;
  signal?: AbortSignal | undefined;
  onProgress?: (share: number, events: number) => void;
}

/**
 * Writes everything up to the head at this moment; the file gets its name when it is whole. Answers its header.
 * @throws BadExport when there is nothing to export; LogCorrupt when an event is damaged.
 */
export async function exportLog(log: LogReader, options: ExportOptions): Promise<ExportHeader> {
  const { trajectoryId } = options;
  const first = await firstEvent(log, trajectoryId);
  const header: ExportHeader = {
    format: FORMAT,
    version: FORMAT_VERSION,
    organisationId: decodeSealed(first).recorded.meta.organisationId,
    scope: trajectoryId === undefined ? 'all' : 'trajectory',
    ...(trajectoryId !== undefined && { trajectoryId }),
    exportedAt: options.exportedAt,
    events: 0,
    streams: 0,
  };
  const file = new LineFile(options.file);
  try {
    const counts = await writeEvents(log, header, file, options);
    file.finish(headerLine({ ...header, ...counts }));
    return { ...header, ...counts };
  } catch (error) {
    file.drop();
    throw error;
  }
}

async function firstEvent(log: LogReader, trajectoryId: string | undefined): Promise<StoredEvent> {
  const page =
    trajectoryId === undefined ? await log.readAll('-1', 1) : await log.readStream(`trajectory-${trajectoryId}`, 0, 1);
  if (page[0]) return page[0];
  throw new BadExport(
    trajectoryId === undefined
      ? 'Het logboek is leeg; er is niets te exporteren.'
      : `Er is geen traject ${trajectoryId}.`,
  );
}

async function writeEvents(
  log: LogReader,
  header: ExportHeader,
  file: LineFile,
  { trajectoryId, signal, onProgress }: ExportOptions,
): Promise<{ events: number; streams: number }> {
  const hash = createHash('sha256');
  const streams = new Set<string>();
  const head = await log.head();
  const pages =
    trajectoryId === undefined ? pagesOf(log, '-1', signal) : pagesOfStream(log, `trajectory-${trajectoryId}`);
  let events = 0;
  file.write(headerLine(header));
  for await (const page of pages) {
    for (const event of page) {
      const line = eventLine(event);
      hash.update(line);
      file.write(line);
      streams.add(event.stream);
    }
    events += page.length;
    onProgress?.(shareOf(page.at(-1)?.position ?? '0', head), events);
  }
  file.write(endLine({ end: true, events, hash: hash.digest('hex') }));
  return { events, streams: streams.size };
}
