// Reading an export file from its first to its last line, holding every event to checksum, chain and place, before anything is done with it.
import { createHash } from 'node:crypto';
import { crc32c } from '../event-log/crc32c.js';
import { statSync } from 'node:fs';
import { LogCheck } from '../verifying/log-check.js';
import { SeenIds } from '../verifying/seen-ids.js';
import { parseHeader, parseLine, type ExportedEvent, type ExportHeader } from './export-format.js';
import { linesOf } from './line-file.js';
import { BadExport } from './moving-errors.js';

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Called for every event in the order of the file. */
  onEvent: (event: ExportedEvent, share: number) => Promise<void> | void;
}

/** The first line of a file. @throws BadExport when it is not one of an export. */
export async function headerOf(file: string): Promise<ExportHeader> {
  for await (const { text } of linesOf(file)) return parseHeader(text);
  throw new BadExport('Het bestand is leeg.');
}

/**
 * Reads the whole file; answers its header once the last line has proved it whole.
 * @throws BadExport naming the line that is damaged, or that the file was cut.
 */
export async function readExport(
  file: string,
  scratch: string,
  { signal, onEvent }: ReadOptions,
): Promise<ExportHeader> {
  const size = Math.max(1, statSync(file).size);
  const seen = new SeenIds(scratch);
  const check = new LogCheck({ seen, densePositions: false });
  const hash = createHash('sha256');
  let header: ExportHeader | undefined;
  let ended = false;
  try {
    for await (const { nr, text, end, whole } of linesOf(file, signal)) {
      if (!header) {
        header = parseHeader(text);
        continue;
      }
      if (ended) throw new BadExport(`Na de slotregel staat nog iets, op regel ${nr}.`);
      const line = whole ? parseLine(text) : undefined;
      if (!line) throw damaged(nr, whole);
      if ('end' in line) {
        if (line.events !== check.digest.count || line.hash !== hash.digest('hex'))
          throw new BadExport(`De slotregel (regel ${nr}) past niet bij de regels ervoor: de export is veranderd.`);
        ended = true;
        continue;
      }
      hash.update(text).update('\n');
      checkEvent(line, nr, header, check);
      await onEvent(line, end / size);
    }
  } finally {
    seen.close();
  }
  return whole(header, ended, check);
}

function whole(header: ExportHeader | undefined, ended: boolean, check: LogCheck): ExportHeader {
  if (!header) throw new BadExport('Het bestand is leeg.');
  if (!ended) throw new BadExport('De export is afgebroken: de slotregel ontbreekt. Maak of haal het bestand opnieuw.');
  if (header.events !== check.digest.count || header.streams !== check.streamCount)
    throw new BadExport('De aantallen in de eerste regel kloppen niet met de inhoud.');
  return header;
}

function damaged(nr: number, hasLineEnd: boolean): BadExport {
  return new BadExport(
    hasLineEnd
      ? `Regel ${nr} van de export is beschadigd. Maak of haal het bestand opnieuw.`
      : `De export is afgebroken midden in regel ${nr}. Maak of haal het bestand opnieuw.`,
  );
}

function checkEvent(event: ExportedEvent, nr: number, header: ExportHeader, check: LogCheck): void {
  if (crc32c(event.bytes) !== event.crc) throw damaged(nr, true);
  const before = check.faults.count;
  check.take({ ...event, position: String(nr) });
  if (check.faults.count > before) throw damaged(nr, true);
  if (check.organisation !== header.organisationId)
    throw new BadExport(`Regel ${nr} hoort bij een andere organisatie dan de eerste regel zegt.`);
  if (header.scope === 'trajectory' && event.stream !== `trajectory-${header.trajectoryId}`)
    throw new BadExport(`Regel ${nr} hoort niet bij het traject in de eerste regel.`);
}
