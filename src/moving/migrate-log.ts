// Moving a whole log to another kind of log: same events, same order, same bytes. The target must be empty or hold the beginning of the
// source, which is what a broken-off migration leaves; afterwards it is read back whole and held to the source.
import type { EventLog, StoredEvent } from '../event-log/event-log.js';
import { pagesOf, shareOf, type LogReader } from '../event-log/log-reader.js';
import { checkLog, type LogReport } from '../verifying/check-log.js';
import { AppendInOrder } from './append-in-order.js';
import { TargetRefused } from './moving-errors.js';

export interface MigrateOptions {
  scratch: string;
  signal?: AbortSignal | undefined;
  /** Source and target have been found good; from here on events are added. */
  onWriting?: () => void;
  onProgress?: (step: 'source' | 'compare' | 'copy' | 'verify', share: number, events: number) => void;
}

export interface Migrated {
  events: number;
  streams: number;
  /** Events that an earlier try had brought over. */
  before: number;
  digest: string;
}

/** @throws TargetRefused when the target holds other events, the source is damaged, or what came over is not the same. */
export async function migrateLog(source: LogReader, target: EventLog, options: MigrateOptions): Promise<Migrated> {
  const checking = (step: 'source' | 'verify') => (share: number, events: number) =>
    options.onProgress?.(step, share, events);
  const { scratch, signal } = options;
  const whole = await checkLog(source, { scratch, signal: signal, onProgress: checking('source') });
  refuseDamaged(whole);
  const before = await comparedPrefix(source, target, options);
  options.onWriting?.();
  await copyAfter(source, target, before, whole, options);
  const there = await checkLog(target, { scratch, signal: signal, onProgress: checking('verify') });
  if (there.faultCount > 0 || there.events !== whole.events || there.digest !== whole.digest)
    throw new TargetRefused(
      `Na het overzetten is het doel niet gelijk aan de bron (${there.events} van ${whole.events} gebeurtenissen). ` +
        'Gebruik het doel niet; de bron is onveranderd.',
    );
  return { events: whole.events, streams: whole.streams, before: before.count, digest: whole.digest };
}

function refuseDamaged({ faultCount, events }: LogReport): void {
  if (faultCount > 0)
    throw new TargetRefused("De bron is beschadigd. Voer eerst 'npx rode-draad verify' uit. Er is niets overgezet.");
  if (events === 0) throw new TargetRefused('De bron is leeg; er is niets over te zetten.');
}

interface Prefix {
  count: number;
  /** Position in the source of the last event that is in the target. */
  position: string;
}

/** How many events the target has of the source. @throws TargetRefused when it has others. */
async function comparedPrefix(
  source: LogReader,
  target: LogReader,
  { signal, onProgress }: MigrateOptions,
): Promise<Prefix> {
  const theirs = one(pagesOf(source, '-1', signal));
  const head = await target.head();
  const prefix: Prefix = { count: 0, position: '-1' };
  for await (const page of pagesOf(target, '-1', signal)) {
    for (const event of page) {
      const { value: own } = await theirs.next();
      if (!own || !sameEvent(own, event))
        throw new TargetRefused(
          `Het doel bevat andere gebeurtenissen dan de bron, vanaf stroom ${event.stream}, volgnummer ${event.revision}. ` +
            'Er is niets overgezet. Kies een leeg doel.',
        );
      prefix.count += 1;
      prefix.position = own.position;
    }
    onProgress?.('compare', shareOf(page.at(-1)?.position ?? '0', head), prefix.count);
  }
  return prefix;
}

async function* one(pages: AsyncGenerator<StoredEvent[]>): AsyncGenerator<StoredEvent, undefined> {
  for await (const page of pages) yield* page;
  return undefined;
}

const sameEvent = (a: StoredEvent, b: StoredEvent): boolean =>
  a.stream === b.stream && a.revision === b.revision && a.id === b.id && a.type === b.type && a.chain === b.chain;

async function copyAfter(
  source: LogReader,
  target: EventLog,
  before: Prefix,
  whole: LogReport,
  { signal, onProgress }: MigrateOptions,
): Promise<void> {
  const appending = new AppendInOrder(target);
  let copied = before.count;
  for await (const page of pagesOf(source, before.position, signal)) {
    for (const event of page) await appending.add(event);
    copied += page.length;
    onProgress?.('copy', shareOf(page.at(-1)?.position ?? '0', whole.head), copied);
  }
  await appending.finish();
}
