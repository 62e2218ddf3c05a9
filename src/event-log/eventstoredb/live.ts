// The one subscription of the process, watched over: it is resumed from our own last event whenever it fails, ends, or goes silent while
// events of ours go by. What it brings goes into the ring, from where everybody who follows takes it.
import { streamNameFilter, type EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import { comparePositions } from '../append-rule.js';
import { LogBehind, LogCorrupt } from '../errors.js';
import type { Credentials } from './address.js';
import { Calls } from './calls.js';
import { positionOf } from './codec.js';
import type { Connections } from './connections.js';
import { itemOf } from './paged-read.js';
import { startOf, type Reader } from './reader.js';
import { Ring } from './ring.js';
import { FOLLOWED } from './streams.js';
import { backOff, type Timing } from './timing.js';
import { Watchdog } from './watchdog.js';

/** `idle` until somebody follows; `lost` when the log turned out to be another one, which only a start can mend. */
export type LiveState = 'idle' | 'following' | 'resuming' | 'lost';

/** Events on their way in the client. */
const UNDERWAY = 512;

/** A place that the server gave to resume from; it need not be an event. */
interface Marker {
  checkpoint: string;
}
type Received = ResolvedEvent | Marker;

interface ServerSubscription {
  on(event: 'data', listener: (received: Received) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'confirmation' | 'caughtUp' | 'end' | 'close', listener: () => void): unknown;
  unsubscribe(): Promise<void>;
}

export class Live {
  readonly ring = new Ring();
  state: LiveState = 'idle';
  /** Why following has ended for good. */
  lost: LogBehind | undefined;
  /** Times the subscription was taken up again. */
  resumed = 0;
  private last: { position: string; id: string | undefined } | undefined;
  private resumePoint: string | undefined;
  private failures = 0;
  private mismatches = 0;
  private running: Promise<void> | undefined;
  private interrupt: (() => void) | undefined;
  private stopped = false;
  private readonly watchdog: Watchdog;

  constructor(
    private readonly connections: Connections,
    private readonly credentials: Credentials,
    private readonly reader: Reader,
    private readonly timing: Timing,
    private readonly onLost: (error: LogBehind) => void,
  ) {
    // On the subscription's own connection, so that a dead one shows.
    this.watchdog = new Watchdog(new Calls(connections, credentials, timing), reader, timing, () => this.floor);
  }

  /** Begins at the end of the log; once. */
  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.interrupt?.();
    this.ring.wake();
    await this.running;
  }

  /** Everything of ours up to this position has been seen. */
  get floor(): string {
    return this.last?.position ?? '-1';
  }

  private async run(): Promise<void> {
    this.state = 'resuming';
    while (!this.stopped && !this.lost) {
      try {
        await this.prepare();
        // It may have been stopped meanwhile, and nobody would end what begins after that.
        if (!this.isStopped()) await this.follow();
      } catch (error) {
        await this.failed(error);
      }
    }
  }

  /** A method, since the field changes during an await. */
  private isStopped(): boolean {
    return this.stopped;
  }

  private async failed(error: unknown): Promise<void> {
    if (this.stopped) return;
    if (error instanceof LogBehind) {
      this.state = 'lost';
      this.lost = error;
      this.onLost(error);
      return this.ring.wake();
    }
    this.state = 'resuming';
    this.failures += 1;
    this.resumed += 1;
    await this.rest(backOff(this.timing, this.failures));
  }

  /** Finds where to begin, or holds what was seen last against the log. */
  private async prepare(): Promise<void> {
    if (!this.ring.hasBegun) {
      this.last = await this.reader.last('-1');
      this.ring.begin(this.floor);
    }
    if (!this.last || (await this.isThere(this.last))) {
      this.mismatches = 0;
      return;
    }
    this.mismatches += 1;
    const { position, id } = this.last;
    // Looked at twice: a node may have been asked that was only just elected.
    if (this.mismatches > 1) throw new LogBehind({ position, id: id ?? '' }, undefined);
    throw new Error('The last event that was seen is not where it was.');
  }

  private async isThere({ position, id }: { position: string; id: string | undefined }): Promise<boolean> {
    try {
      const event = await this.reader.at(position);
      return event !== undefined && (id === undefined || event.id === id);
    } catch (error) {
      if (error instanceof LogCorrupt) return true;
      throw error;
    }
  }

  /** Rejects when the subscription is over, however it ended. Resolves when following was stopped. */
  private follow(): Promise<void> {
    return new Promise((resolve, reject) => {
      const lease = this.connections.lease();
      const subscription = this.subscription(lease.client);
      let isOver = false;
      const end = (error?: Error): void => {
        if (isOver) return;
        isOver = true;
        stopWatching();
        // A place to resume from that the server refuses must not be asked for again and again; our own last event always holds.
        if (error && this.state === 'resuming') this.resumePoint = undefined;
        const done = (): void => lease.done(error);
        subscription.unsubscribe().then(done, done);
        if (error) reject(error);
        else resolve();
      };
      const stopWatching = this.watchdog.watch((error) => {
        // What the server gave to resume from may have passed over it.
        this.resumePoint = undefined;
        end(error);
      });
      this.interrupt = () => end();
      subscription.on('error', (error) => end(error));
      subscription.on('end', () => end(new Error('The subscription ended.')));
      subscription.on('close', () => end(new Error('The subscription was closed.')));
      subscription.on('confirmation', () => this.watchdog.heard());
      subscription.on('caughtUp', () => this.alive());
      subscription.on('data', (received) => {
        if (!isOver) this.take(received);
      });
    });
  }

  private subscription(client: EventStoreDBClient): ServerSubscription {
    const isFurther = this.resumePoint !== undefined && comparePositions(this.resumePoint, this.floor) > 0;
    const from = isFurther ? (this.resumePoint ?? this.floor) : this.floor;
    const filter = streamNameFilter({
      prefixes: FOLLOWED,
      // Comes before events that were received earlier but not handed on yet: put in line behind them.
      checkpointReached: (subscription, { commit }) => {
        const marker: Marker = { checkpoint: String(commit) };
        subscription.push(marker);
        return Promise.resolve();
      },
    });
    const options = { fromPosition: startOf(from), filter, credentials: this.credentials };
    return client.subscribeToAll(options, { highWaterMark: UNDERWAY });
  }

  private take(received: Received): void {
    this.alive();
    if ('checkpoint' in received) {
      this.resumePoint = received.checkpoint;
      return;
    }
    const position = positionOf(received);
    if (comparePositions(position, this.floor) <= 0) return;
    const item = itemOf(this.reader, received, position);
    if (!item) return;
    this.last = { position, id: item.event instanceof LogCorrupt ? undefined : item.event.id };
    this.ring.add(item);
  }

  private alive(): void {
    this.watchdog.heard();
    this.state = 'following';
    this.failures = 0;
  }

  /** A pause that a stop ends. */
  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.timing.after(ms, resolve);
      this.interrupt = () => {
        cancel();
        resolve();
      };
    });
  }
}
