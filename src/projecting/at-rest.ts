// Projections that nobody looks at while work is done: rows of past days, figures to learn from. They go through the log behind the others, in
// longer strides, so that a trajectory that took ten steps meanwhile is settled once and commands do not wait for it. Who asks them something
// has them come at once.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { comparePositions } from '../event-log/append-rule.js';
import type { EventLog } from '../event-log/event-log.js';
import { Carrier, troubleOf } from './carrier.js';
import { readPage } from './log-pages.js';
import type { Member } from './member.js';
import type { Pass } from './pass.js';

export interface AtRestOptions {
  /** Rest after the others have gone on, in milliseconds. */
  trailMs: number;
  /** At most this many events in one transaction. */
  trailPageSize: number;
  /** Pause after the log or the disk failed. */
  retryMs: number;
  /** Whether a reader waits for these rows; then there is no rest. */
  isTrailAwaited: () => boolean;
}

export class AtRest extends Carrier {
  private timer: NodeJS.Timeout | undefined;
  private going: Promise<void> | undefined;
  private stopped = false;

  /** @param leader goes before: these never come further than it is. */
  constructor(
    pass: Pass,
    private readonly log: EventLog,
    private readonly leader: Pick<Carrier, 'position'>,
    private readonly options: AtRestOptions,
    onBehind: (member: Member, error: unknown) => void,
  ) {
    super(pass, onBehind);
  }

  /** The leader has gone on. */
  moved(): void {
    if (this.options.isTrailAwaited()) this.hurry();
    else this.goAfter(this.options.trailMs);
  }

  /** Somebody waits for the rows. */
  hurry(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.stopped || !this.isBehind) return;
    this.going ??= this.go().finally(() => {
      this.going = undefined;
      if (this.isBehind && this.trouble === undefined) this.moved();
    });
  }

  /** Stops after the page at hand; the databases stay open. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.going;
    await this.pass.inTurn(() => undefined).catch(() => undefined);
  }

  private get isBehind(): boolean {
    return comparePositions(this.position, this.leader.position) < 0;
  }

  private goAfter(ms: number): void {
    if (!this.stopped) this.timer ??= setTimeout(() => this.hurry(), ms).unref();
  }

  /** Up to where the leader is, which may move on meanwhile. */
  private async go(): Promise<void> {
    try {
      for (; this.isBehind && !this.stopped; await nextTurn()) await this.pass.inTurn(() => this.page());
      this.trouble = undefined;
    } catch (error) {
      this.trouble = troubleOf(error);
      this.goAfter(this.options.retryMs);
    }
  }

  private async page(): Promise<void> {
    const to = this.leader.position;
    if (this.members.size === 0) {
      this.position = to;
      return;
    }
    const found = await readPage(this.log, this.position, this.options.trailPageSize);
    const page = found.filter(({ position }) => comparePositions(position, to) <= 0);
    const end = page.at(-1)?.position;
    if (end === undefined) throw new Error(`The log has no events up to ${to} any more.`);
    await this.apply(page, end);
  }
}
