// One reader that follows the log: catches up with a long read from the server, then takes from the ring what the subscription brings.
// The server being away is waited for; damage, another log, or a handler that fails ends the following.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MAX_PAGE } from '../append-rule.js';
import { LogBehind, LogCorrupt, LogUnavailable } from '../errors.js';
import type { StoredEvent } from '../event-log.js';
import { isDenied, isInvalidPosition } from './faults.js';
import type { Live } from './live.js';
import type { PagedRead } from './paged-read.js';
import type { Reader } from './reader.js';
import type { Item } from './ring.js';
import { backOff, type Timing } from './timing.js';

/** What following needs of the adapter. */
export interface Sources {
  live: Live;
  reader: Reader;
  timing: Timing;
  open(after: string): PagedRead;
}

/** An empty end of the log that is not the end of the ring is looked at again after this. */
const AGAIN_MS = 1_000;

export class Follower {
  private isStopped = false;
  private interrupt: (() => void) | undefined;

  constructor(
    private readonly sources: Sources,
    private after: string,
    private readonly onEvents: (events: StoredEvent[]) => Promise<void>,
  ) {}

  /** Runs until stopped; rejects with why it cannot go on. */
  async run(): Promise<void> {
    const { live } = this.sources;
    live.start();
    for (let failures = 0, isVerified = false; !this.hasStopped();) {
      try {
        if (!isVerified) await this.verify();
        isVerified = true;
        while (!this.hasStopped()) {
          if (live.lost) throw live.lost;
          if (live.ring.covers(this.after)) await this.fromRing();
          else await this.catchUp();
          failures = 0;
        }
      } catch (error) {
        if (isFinal(error)) throw error;
        failures += 1;
        await this.wait((wake) => this.sources.timing.after(backOff(this.sources.timing, failures), wake));
      }
    }
  }

  stop(): void {
    this.isStopped = true;
    this.interrupt?.();
  }

  private hasStopped(): boolean {
    return this.isStopped;
  }

  /** Following from a place that this log does not have would skip events without a word. */
  private async verify(): Promise<void> {
    if (this.after === '-1') return;
    try {
      const event = await this.sources.reader.at(this.after);
      if (!event) throw new LogBehind({ position: this.after, id: 'onbekend' }, undefined);
    } catch (error) {
      // Damage was stepped over before, so it may well be where this one left off.
      if (!(error instanceof LogCorrupt)) throw error;
    }
  }

  private async fromRing(): Promise<void> {
    const { ring } = this.sources.live;
    const items = ring.after(this.after);
    if (items.length > 0) await this.hand(items);
    else await this.wait((wake) => ring.onNext(wake));
  }

  private async catchUp(): Promise<void> {
    const { live } = this.sources;
    const read = this.sources.open(this.after);
    let failed: unknown;
    try {
      for (;;) {
        const items = await read.next();
        if (items.length === 0) break;
        await this.hand(items);
        if (this.isStopped || live.ring.covers(this.after)) return;
      }
    } catch (error) {
      failed = isInvalidPosition(error) ? new LogBehind({ position: this.after, id: 'onbekend' }, undefined) : error;
      throw failed;
    } finally {
      read.end(failed);
    }
    if (!live.ring.covers(this.after)) await this.wait((wake) => this.later(wake));
  }

  private later(wake: () => void): () => void {
    const stops = [this.sources.timing.after(AGAIN_MS, wake), this.sources.live.ring.onNext(wake)];
    return () => stops.forEach((stop) => stop());
  }

  /** Hands on what is whole; damage is told when it is the next thing. */
  private async hand(items: readonly Item[]): Promise<void> {
    const events: StoredEvent[] = [];
    for (const { event } of items) {
      if (event instanceof LogCorrupt) break;
      events.push(event);
    }
    const damage = items[events.length]?.event;
    if (this.isStopped) return;
    if (events.length > 0) {
      await this.handled(events);
      this.after = events.at(-1)?.position ?? this.after;
    }
    if (damage instanceof LogCorrupt) throw damage;
    // Catching up must let requests in between the pages.
    if (items.length >= MAX_PAGE) await nextTurn();
  }

  private async handled(events: StoredEvent[]): Promise<void> {
    try {
      await this.onEvents(events);
    } catch (cause) {
      throw new HandlerFailed(cause);
    }
  }

  /** Waits for what `begin` promises, or for the stop. */
  private wait(begin: (wake: () => void) => () => void): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.interrupt = undefined;
        cancel();
        resolve();
      };
      const cancel = begin(wake);
      this.interrupt = wake;
    });
  }
}

/** The handler's own error, to be told apart from those of the server. */
export class HandlerFailed extends Error {
  override readonly name = 'HandlerFailed';
  constructor(cause: unknown) {
    super('The handler of a page failed.', { cause });
  }
}

/** What waiting does not mend. */
function isFinal(error: unknown): boolean {
  if (error instanceof HandlerFailed || error instanceof LogCorrupt || error instanceof LogBehind) return true;
  return isDenied(error) || (error instanceof LogUnavailable && ['closed', 'denied'].includes(error.code));
}
