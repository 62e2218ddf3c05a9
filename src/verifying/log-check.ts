// Holds every event of a log to what each log promises, one after the other. What it remembers grows with the streams, not with the events.
import { comparePositions } from '../event-log/append-rule.js';
import { chainOf, ZERO_CHAIN } from '../event-log/chain.js';
import { LogCorrupt } from '../event-log/errors.js';
import type { StoredEvent } from '../event-log/event-log.js';
import { LogDigest } from '../event-log/log-digest.js';
import { decodeSealed } from '../event-log/recorder/codec.js';
import { isDamaged, type Damaged, type Found } from '../projecting/log-pages.js';
import { Faults } from './faults.js';
import type { SeenIds } from './seen-ids.js';

/** Where a stream stands. `chains` are the values that the next event may follow: two after a break, none where it is not known. */
interface StreamState {
  revision: number;
  chains: readonly string[];
}

export interface CheckOptions {
  seen: SeenIds;
  /** Whether positions are 1, 2, 3, … as in the file of one writer; elsewhere gaps are normal. */
  densePositions: boolean;
}

export class LogCheck {
  readonly faults = new Faults();
  readonly digest = new LogDigest();
  private readonly streams = new Map<string, StreamState>();
  /** Of the first event. */
  organisation: string | undefined;
  private position = '-1';

  constructor(private readonly options: CheckOptions) {}

  /** Streams seen so far. */
  get streamCount(): number {
    return this.streams.size;
  }

  /** Position of the last event. */
  get last(): string {
    return this.position;
  }

  /** The next event of the log. */
  take(found: Found): void {
    this.checkPosition(found.position);
    if (isDamaged(found)) return this.damaged(found);
    if (!this.options.seen.isNew(found.id)) this.fault('same-id', found);
    const before = this.streams.get(found.stream) ?? { revision: -1, chains: [ZERO_CHAIN] };
    const follows = this.checkRevision(found, before.revision);
    this.checkContent(found);
    this.streams.set(found.stream, {
      revision: Math.max(found.revision, before.revision),
      chains: follows ? this.checkChain(found, before.chains) : [found.chain],
    });
    this.digest.take(found);
  }

  private damaged(found: Damaged): void {
    this.fault('checksum', found);
    const before = this.streams.get(found.stream);
    this.checkRevision(found, before?.revision ?? -1);
    this.streams.set(found.stream, { revision: Math.max(found.revision, before?.revision ?? -1), chains: [] });
    this.digest.take({ ...found, chain: 'damaged' });
  }

  private checkPosition(position: string): void {
    if (comparePositions(position, this.position) <= 0) this.faults.add({ code: 'order', position });
    else if (this.options.densePositions) {
      const expected = this.position === '-1' ? 1n : BigInt(this.position) + 1n;
      if (BigInt(position) > expected)
        this.faults.add({ code: 'gap', position: String(expected), until: String(BigInt(position) - 1n) });
    }
    this.position = position;
  }

  /** True when the event is the next of its stream. */
  private checkRevision({ stream, revision, position }: Found, last: number): boolean {
    if (revision === last + 1) return true;
    if (revision <= last) this.faults.add({ code: 'doubled', stream, revision, position });
    else this.faults.add({ code: 'missing', stream, revision: last + 1, until: revision - 1, position });
    return false;
  }

  private checkContent(event: StoredEvent): void {
    try {
      const { recorded } = decodeSealed(event);
      this.organisation ??= recorded.meta.organisationId;
      if (recorded.meta.organisationId !== this.organisation) this.fault('organisation', event);
    } catch (error) {
      if (!(error instanceof LogCorrupt)) throw error;
      this.fault('content', event);
    }
  }

  /**
   * The values that the next event may follow. After a break both what is stored and what should have been: a changed chain value and
   * changed bytes are then each told once, at their own place.
   */
  private checkChain(event: StoredEvent, before: readonly string[]): readonly string[] {
    if (before.length === 0) return [event.chain];
    const possible = before.map((chain) => chainOf(event.bytes, chain));
    if (possible.includes(event.chain)) return [event.chain];
    this.fault('chain', event);
    return [event.chain, ...possible.slice(0, 1)];
  }

  private fault(code: 'checksum' | 'same-id' | 'content' | 'chain' | 'organisation', found: Found): void {
    const { stream, revision, position } = found;
    this.faults.add({ code, stream, revision, position });
  }
}
