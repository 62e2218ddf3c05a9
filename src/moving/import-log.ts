// Putting an export file into a log: the file is read whole and held against the log first, so that a file that cannot go in changes
// nothing. What is there already is a repeat, not an error; a broken-off import goes on when it is asked again.
import type { EventLog } from '../event-log/event-log.js';
import { pagesOf, shareOf } from '../event-log/log-reader.js';
import { decodeSealed } from '../event-log/recorder/codec.js';
import { AppendInOrder } from './append-in-order.js';
import type { ExportedEvent, ExportHeader } from './export-format.js';
import { TargetRefused } from './moving-errors.js';
import { headerOf, readExport } from './read-export.js';

export interface ImportOptions {
  file: string;
  scratch: string;
  signal?: AbortSignal | undefined;
  /** The file has been found good; from here on events are added. */
  onWriting?: () => void;
  onProgress?: (step: 'log' | 'check' | 'write', share: number, events: number) => void;
}

export interface Imported {
  header: ExportHeader;
  added: number;
  /** Events that were there already. */
  repeated: number;
}

/** Where a stream of the log stands. */
type Ends = Map<string, { revision: number; chain: string }>;

/** @throws BadExport or TargetRefused when it cannot be done; nothing was added then. LogUnavailable when the log fails on the way. */
export async function importLog(log: EventLog, options: ImportOptions): Promise<Imported> {
  const { file, scratch, signal, onWriting, onProgress } = options;
  await checkOrganisation(log, await headerOf(file));
  const ends = await endsOf(log, options);
  const header = await checkAgainst(log, ends, options);
  onWriting?.();
  const appending = new AppendInOrder(log);
  let [added, repeated] = [0, 0];
  await readExport(file, scratch, {
    signal: signal,
    onEvent: async (event, share) => {
      if (event.revision <= (ends.get(event.stream)?.revision ?? -1)) repeated += 1;
      else {
        await appending.add(event);
        added += 1;
      }
      onProgress?.('write', share, added + repeated);
    },
  });
  await appending.finish();
  return { header, added, repeated };
}

async function checkOrganisation(log: EventLog, header: ExportHeader): Promise<void> {
  const [first] = await log.readAll('-1', 1);
  if (first) {
    const { organisationId } = decodeSealed(first).recorded.meta;
    if (organisationId !== header.organisationId)
      throw new TargetRefused(
        `De export is van organisatie ${header.organisationId}, dit logboek van ${organisationId}. Er is niets toegevoegd.`,
      );
  } else if (header.scope !== 'all') {
    throw new TargetRefused(
      'Dit logboek is leeg en de export bevat maar één traject. Importeer eerst een export van de hele organisatie.',
    );
  }
}

async function endsOf(log: EventLog, { signal, onProgress }: ImportOptions): Promise<Ends> {
  const ends: Ends = new Map();
  const head = await log.head();
  let events = 0;
  for await (const page of pagesOf(log, '-1', signal)) {
    for (const { stream, revision, chain } of page) ends.set(stream, { revision, chain });
    events += page.length;
    onProgress?.('log', shareOf(page.at(-1)?.position ?? '0', head), events);
  }
  return ends;
}

/** Reads the file to its end without adding anything. Equal chain values mean equal events up to there. */
async function checkAgainst(log: EventLog, ends: Ends, options: ImportOptions): Promise<ExportHeader> {
  const shorter = new Map<string, ExportedEvent>();
  let events = 0;
  const header = await readExport(options.file, options.scratch, {
    signal: options.signal,
    onEvent: (event, share) => {
      const end = ends.get(event.stream);
      if (end && event.revision === end.revision && event.chain !== end.chain) throw conflict(event);
      if (end && event.revision < end.revision) shorter.set(event.stream, event);
      else shorter.delete(event.stream);
      options.onProgress?.('check', share, ++events);
    },
  });
  for (const event of shorter.values()) {
    const [stored] = await log.readStream(event.stream, event.revision, 1);
    if (stored?.chain !== event.chain) throw conflict(event);
  }
  return header;
}

const conflict = ({ stream, revision }: ExportedEvent): TargetRefused =>
  new TargetRefused(
    `Het logboek heeft in stroom ${stream} tot en met volgnummer ${revision} andere gebeurtenissen dan de export. ` +
      'Er is niets toegevoegd.',
  );
