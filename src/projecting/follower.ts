// Following the log with all projections that are up to date: page after page, as events are appended. Who cannot store a page, or has a
// whole log to read first, is carried by a pass of its own until it has caught up (catch-up.ts).
import { setImmediate as nextTurn } from 'node:timers/promises';
import { comparePositions } from '../event-log/append-rule.js';
import { LogCorrupt } from '../event-log/errors.js';
import type { EventLog, Subscription } from '../event-log/event-log.js';
import { readPage, type Found } from './log-pages.js';
import { Carrier, troubleOf } from './carrier.js';
import type { Member } from './member.js';
import type { Pass } from './pass.js';

export interface FollowerOptions {
  /** Events in one transaction; small enough that a request never waits long behind one. */
  pageSize: number;
  /** Pause before following is tried again after the log or the disk failed, in milliseconds. */
  retryMs: number;
  /**
   * Rest after a page that reached the end of the log, in milliseconds, so that what is appended meanwhile shares one transaction and a
   * trajectory that takes ten steps is written once. The first event after a quiet time never waits. Under load the rest is longer, up to
   * `restMostMs`, so that commands keep most of the time.
   */
  restMs: number;
  restMostMs: number;
  /** Whether a reader waits for the rows; then there is no rest. */
  isAwaited: () => boolean;
}

/** A rest is this many times as long as the work before it. */
const REST_SHARE = 4;

export class Follower extends Carrier {
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private endRest: (() => void) | undefined;

  /**
   * @param onBehind is told who could not store a page and is carried no longer.
   * @param onMoved is told after each page.
   */
  constructor(
    pass: Pass,
    private readonly log: EventLog,
    private readonly options: FollowerOptions,
    onBehind: (member: Member, error: unknown) => void,
    private readonly onMoved: () => void,
  ) {
    super(pass, onBehind);
  }

  /** Follows the log from where the members are. */
  start(): void {
    if (this.stopped) return;
    this.trouble = undefined;
    this.subscription = this.log.subscribe(
      this.position,
      (events) => this.take(events),
      (error) => void this.failed(error),
    );
  }

  /** Stops after the page at hand; the databases stay open. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.hurry();
    await this.subscription?.stop();
    await this.pass.inTurn(() => undefined).catch(() => undefined);
  }

  /** Ends a rest: somebody waits for the rows. */
  hurry(): void {
    this.endRest?.();
  }

  private async take(events: readonly Found[]): Promise<void> {
    const began = performance.now();
    for (let from = 0; from < events.length && !this.stopped; from += this.options.pageSize) {
      await this.pass.inTurn(() => this.page(events.slice(from, from + this.options.pageSize)));
      await nextTurn();
    }
    if (events.length < this.options.pageSize) await this.rest(REST_SHARE * (performance.now() - began));
  }

  private async rest(wantedMs: number): Promise<void> {
    const { restMs, restMostMs, isAwaited } = this.options;
    if (this.stopped || restMs === 0 || isAwaited()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(restMostMs, Math.max(restMs, wantedMs)));
      this.endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endRest = undefined;
  }

  /** A page may hold events that were applied before: they are left out, so that delivering twice changes nothing. */
  private async page(found: readonly Found[]): Promise<void> {
    const fresh = found.filter(({ position }) => comparePositions(position, this.position) > 0);
    const end = fresh.at(-1)?.position;
    if (end === undefined) return;
    await this.apply(fresh, end);
    this.onMoved();
  }

  /** Damage in the log is stepped over and parked; anything else is waited for. */
  private async failed(error: unknown): Promise<void> {
    if (this.stopped) return;
    try {
      if (!(error instanceof LogCorrupt)) throw error;
      await this.take(await readPage(this.log, this.position, this.options.pageSize));
      this.start();
    } catch (trouble) {
      this.trouble = troubleOf(trouble);
      this.timer = setTimeout(() => this.start(), this.options.retryMs).unref();
    }
  }
}
