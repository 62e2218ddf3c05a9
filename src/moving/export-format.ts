// The lines of an export file, written and read; docs/export-format.md describes them. The bytes of an event stand in the line as they are
// in the log, so that checksum and chain prove them again wherever the file comes.
import type { StoredEvent } from '../event-log/event-log.js';
import { LogCorrupt } from '../event-log/errors.js';
import { BadExport } from './moving-errors.js';

export const FORMAT = 'rode-draad-export';
export const FORMAT_VERSION = 1;

/** The first line: what the file holds. */
export interface ExportHeader {
  format: typeof FORMAT;
  version: number;
  organisationId: string;
  /** Everything, or the stream of one trajectory. */
  scope: 'all' | 'trajectory';
  trajectoryId?: string;
  exportedAt: string;
  events: number;
  streams: number;
}

/** The last line: a file without it was cut. */
export interface ExportEnd {
  end: true;
  events: number;
  /** SHA-256 (hex) over the lines of the events, their line ends included. */
  hash: string;
}

export type ExportedEvent = Omit<StoredEvent, 'position'>;

/** The name of the last field; quotes within a text are escaped, so it is found nowhere else. */
const LAST = ',"event":';
const HEADER_WIDTH = 512;

/** The first line at a fixed width, so that its counts can be filled in when they are known. */
export function headerLine(header: ExportHeader): Buffer {
  return Buffer.from(`${JSON.stringify(header).padEnd(HEADER_WIDTH)}\n`);
}

/** @throws LogCorrupt when the bytes are not the text of an event. */
export function eventLine({ stream, revision, id, type, crc, chain, bytes }: ExportedEvent): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text[0] !== 0x7b || text.at(-1) !== 0x7d || text.includes(0x0a))
    throw new LogCorrupt({ stream, revision }, 'not an event');
  const front = JSON.stringify({ stream, revision, id, type, crc, chain }).slice(0, -1);
  return Buffer.concat([Buffer.from(`${front}${LAST}`), text, Buffer.from('}\n')]);
}

export function endLine(end: ExportEnd): Buffer {
  return Buffer.from(`${JSON.stringify(end)}\n`);
}

/** @throws BadExport when the line is not the first line of an export that this version can read. */
export function parseHeader(line: Buffer | undefined): ExportHeader {
  const header = (line && parsed(line)) as Partial<ExportHeader> | undefined;
  if (header?.format !== FORMAT)
    throw new BadExport('Dit bestand is geen export van Rode Draad: de eerste regel klopt niet.');
  if (header.version !== FORMAT_VERSION)
    throw new BadExport(
      `Deze export heeft versie ${String(header.version)}; dit programma leest versie ${FORMAT_VERSION}.`,
    );
  const { organisationId, scope, events, streams } = header;
  const whole =
    typeof organisationId === 'string' &&
    (scope === 'all' || scope === 'trajectory') &&
    Number.isSafeInteger(events) &&
    Number.isSafeInteger(streams);
  if (!whole) throw new BadExport('De eerste regel van de export is beschadigd.');
  return header as ExportHeader;
}

/** The event of a line, the end of the file, or undefined when the line is neither. */
export function parseLine(line: Buffer): ExportedEvent | ExportEnd | undefined {
  const at = line.indexOf(LAST);
  if (at < 0) {
    const end = parsed(line) as Partial<ExportEnd> | undefined;
    return end?.end === true && typeof end.hash === 'string' && Number.isSafeInteger(end.events)
      ? (end as ExportEnd)
      : undefined;
  }
  const front = parsed(Buffer.concat([line.subarray(0, at), Buffer.from('}')])) as Partial<ExportedEvent> | undefined;
  const { stream, revision, id, type, crc, chain } = front ?? {};
  const whole =
    [stream, id, type, chain].every((value) => typeof value === 'string') &&
    [revision, crc].every((value) => Number.isSafeInteger(value)) &&
    line.at(-1) === 0x7d;
  // A copy of its own: the line is a piece of a larger buffer that would be kept alive by it.
  return whole ? ({ ...front, bytes: Buffer.from(line.subarray(at + LAST.length, -1)) } as ExportedEvent) : undefined;
}

function parsed(line: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(line.toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
