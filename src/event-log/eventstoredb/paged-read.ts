// A long read of the whole log, handed on page by page: the server goes on sending while a page is handled, and no event waits for another.
import type { EventStoreDBClient } from '@eventstore/db-client';
import { MAX_PAGE } from '../append-rule.js';
import { LogCorrupt } from '../errors.js';
import type { Credentials } from './address.js';
import { CALL_MS, type ServerRead } from './calls.js';
import { positionOf } from './codec.js';
import type { Connections, Lease } from './connections.js';
import { TimedOut } from './faults.js';
import { startOf, type Reader } from './reader.js';
import type { Item } from './ring.js';
import type { Timing } from './timing.js';

/** Events on their way in the client, enough that nobody waits for the other. */
const UNDERWAY = 1_024;

export class PagedRead {
  private items: Item[] = [];
  private state: 'open' | 'ended' | { error: unknown } = 'open';
  private heardAt: number;
  private wake: (() => void) | undefined;
  private readonly read: ServerRead;
  private readonly lease: Lease;

  constructor(
    after: string,
    connections: Connections,
    credentials: Credentials,
    reader: Reader,
    private readonly timing: Timing,
  ) {
    this.heardAt = timing.elapsed();
    this.lease = connections.lease();
    this.read = allFrom(this.lease.client, after, credentials);
    this.read.on('error', (error) => this.settle({ error }));
    this.read.on('end', () => this.settle('ended'));
    this.read.on('data', (resolved) => {
      this.heardAt = timing.elapsed();
      const position = positionOf(resolved);
      // The server begins with the event at the position itself.
      const item = position === after ? undefined : itemOf(reader, resolved, position);
      if (item && this.items.push(item) >= MAX_PAGE) {
        this.read.pause();
        this.wake?.();
      }
    });
  }

  /** The next page: full, or what was left at the end; empty when nothing more comes. Rejects when the server is silent for too long. */
  async next(): Promise<Item[]> {
    if (this.items.length < MAX_PAGE && this.state === 'open') {
      this.heardAt = this.timing.elapsed();
      this.read.resume();
      await this.filled();
    }
    if (typeof this.state === 'object' && this.items.length === 0) throw this.state.error;
    const page = this.items.slice(0, MAX_PAGE);
    this.items = this.items.slice(MAX_PAGE);
    if (this.state === 'open') this.read.resume();
    return page;
  }

  /** Ends the call; without it the server would keep it open. */
  end(error?: unknown): void {
    const done = (): void => this.lease.done(error);
    this.read.cancel().then(done, done);
    this.settle('ended');
  }

  private filled(): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        const silent = this.timing.elapsed() - this.heardAt;
        if (silent >= CALL_MS) this.settle({ error: new TimedOut('a read', silent) });
        else cancel = this.timing.after(CALL_MS - silent, check);
      };
      let cancel = this.timing.after(CALL_MS, check);
      this.wake = () => {
        cancel();
        this.wake = undefined;
        resolve();
      };
    });
  }

  private settle(state: 'ended' | { error: unknown }): void {
    if (this.state === 'open') this.state = state;
    this.wake?.();
  }
}

function allFrom(client: EventStoreDBClient, after: string, credentials: Credentials): ServerRead {
  return client.readAll({ fromPosition: startOf(after), credentials }, { highWaterMark: UNDERWAY });
}

/** One of our events, or the damage in its place; undefined for what is not ours. */
export function itemOf(reader: Reader, resolved: Parameters<Reader['take']>[0], position: string): Item | undefined {
  try {
    const event = reader.take(resolved, position);
    return event && { position, event };
  } catch (error) {
    const place = { stream: resolved.event?.streamId, revision: Number(resolved.event?.revision ?? 0), position };
    return { position, event: error instanceof LogCorrupt ? error : new LogCorrupt(place, 'unreadable') };
  }
}
