// One projection following the log: page after page, each in one transaction with its progress, so that a stop at any moment leaves rows
// and progress that belong together.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import type { Id } from '../../workflows/kit/types.js';
import { comparePositions } from '../event-log/append-rule.js';
import { LogCorrupt } from '../event-log/errors.js';
import type { EventLog, Subscription } from '../event-log/event-log.js';
import { Applying, prepare, type Prepared } from './batch.js';
import type { Domain } from './domain.js';
import { Folds, type Fold } from './folds.js';
import { readPage, type Found } from './log-pages.js';
import { Poison } from './poison.js';
import { advanced, type Progress } from './progress.js';
import type { Parked, ReadDatabase } from './read-database.js';

/** A trajectory whose rows changed. */
export interface Projected {
  position: string;
  trajectoryId: Id;
  municipalityIds: Id[];
}

export interface FollowerOptions {
  /** Events in one transaction; small enough that a request never waits long behind one. */
  pageSize: number;
  /** Pause before following is tried again after the log or the disk failed, in milliseconds. */
  retryMs: number;
  /**
   * Rest after a page that reached the end of the log, in milliseconds, so that what is appended meanwhile shares one transaction and a
   * trajectory that takes ten steps is written once. The first event after a quiet time never waits.
   */
  restMs: number;
  /** Whether a reader waits for the rows; then there is no rest. */
  isAwaited: () => boolean;
}

/** After each commit: how far the projection is, and which trajectories it touched. */
export type OnCommit = (progress: Progress, projected: Projected[]) => void;

export class Follower {
  progress: Progress;
  /** Why following stands still; undefined while all is well. */
  trouble: string | undefined;
  private readonly parks: Map<string, Parked>;
  private readonly folds: Folds;
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private endRest: (() => void) | undefined;

  constructor(
    readonly projection: ProjectionDef<unknown>,
    readonly database: ReadDatabase,
    private readonly log: EventLog,
    private readonly domain: Domain,
    private readonly options: FollowerOptions,
    private readonly onCommit: OnCommit,
  ) {
    this.progress = database.progress();
    this.parks = new Map(database.parked().map((parked) => [parked.stream, parked]));
    this.folds = new Folds(log, domain);
  }

  parked(): Parked[] {
    return [...this.parks.values()];
  }

  /** Follows the log from where the rows are. */
  start(): void {
    if (this.stopped) return;
    this.trouble = undefined;
    this.subscription = this.log.subscribe(
      this.progress.position,
      (events) => this.take(events),
      (error) => void this.failed(error),
    );
  }

  /** Stops after the page at hand; the database stays open. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.hurry();
    await this.subscription?.stop();
    await this.queue.catch(() => undefined);
  }

  /**
   * Tries a parked stream again, from the event it was parked for up to where the projection is.
   * Answers true when it is no longer parked.
   */
  retry(stream: string): Promise<boolean> {
    return this.inTurn(async () => {
      const parked = this.parks.get(stream);
      if (!parked) return true;
      const events: Found[] = [];
      try {
        for (let from = parked.revision; ; from += 500) {
          const page = await this.log.readStream(stream, from, 500);
          events.push(...page.filter(({ position }) => comparePositions(position, this.progress.position) <= 0));
          if (page.length < 500) break;
        }
        await this.apply(events, new Map([...this.parks].filter(([other]) => other !== stream)), { again: true });
      } catch (error) {
        if (!(error instanceof LogCorrupt)) throw error;
      }
      return !this.parks.has(stream);
    });
  }

  /** Ends a rest: somebody waits for the rows. */
  hurry(): void {
    this.endRest?.();
  }

  private async take(events: readonly Found[]): Promise<void> {
    for (let from = 0; from < events.length && !this.stopped; from += this.options.pageSize) {
      await this.inTurn(() => this.page(events.slice(from, from + this.options.pageSize)));
      await nextTurn();
    }
    if (events.length < this.options.pageSize) await this.rest();
  }

  private async rest(): Promise<void> {
    if (this.stopped || this.options.restMs === 0 || this.options.isAwaited()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.options.restMs);
      this.endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endRest = undefined;
  }

  /** A page may hold events that were applied before: they are left out, so that delivering twice changes nothing. */
  private async page(found: readonly Found[]): Promise<void> {
    const fresh = found.filter(({ position }) => comparePositions(position, this.progress.position) > 0);
    if (fresh.length > 0) await this.apply(fresh, new Map(this.parks), { again: false });
  }

  /** Applies until nothing more is poisoned; every round parks at least one stream of the page, so it ends. */
  private async apply(page: readonly Found[], parked: Map<string, Parked>, how: { again: boolean }): Promise<void> {
    const end = how.again ? this.progress.position : (page.at(-1)?.position ?? this.progress.position);
    for (;;) {
      const prepared = await prepare(page, end, this.folds, this.domain, parked);
      try {
        const { progress, touched } = this.commit(prepared, parked, how);
        return this.committed(progress, prepared, parked, touched);
      } catch (error) {
        // The drafts of this page have gone further than the rows.
        prepared.folds.forEach((_fold, stream) => this.folds.drop(stream));
        if (!(error instanceof Poison)) throw error;
        parked.set(error.parked.stream, error.parked);
      }
    }
  }

  private commit(
    prepared: Prepared,
    parked: ReadonlyMap<string, Parked>,
    how: { again: boolean },
  ): { progress: Progress; touched: Fold[] } {
    let progress = this.progress;
    let touched: Fold[] = [];
    this.database.commit((write) => {
      for (const stream of this.parks.keys()) if (!parked.has(stream)) this.database.unpark(stream);
      for (const entry of parked.values()) this.database.park(entry);
      const applying = new Applying(this.projection, this.domain, prepared, write);
      for (const { found, event } of prepared.items) {
        if (!how.again) progress = advanced(progress, found);
        if (event) applying.event({ ...event, meta: { ...event.meta, position: found.position } });
      }
      touched = applying.settle();
      return progress;
    });
    return { progress, touched };
  }

  private committed(progress: Progress, prepared: Prepared, parked: Map<string, Parked>, touched: Fold[]): void {
    this.progress = progress;
    this.parks.clear();
    parked.forEach((entry, stream) => this.parks.set(stream, entry));
    prepared.folds.forEach((fold, stream) => {
      if (fold && !parked.has(stream)) this.folds.keep(stream, fold);
      else this.folds.drop(stream);
    });
    // Folded streams hold opened texts; after an erasure they are folded from the log again.
    if (prepared.items.some(({ event }) => event?.type === 'SubjectErased')) this.folds.clear();
    this.onCommit(
      progress,
      touched.map(({ trajectory, workflow }) => ({
        position: progress.position,
        trajectoryId: trajectory.id,
        municipalityIds: [...workflow.municipalitiesOf(trajectory.facts, {})],
      })),
    );
  }

  /** Damage in the log is stepped over and parked; anything else is waited for. */
  private async failed(error: unknown): Promise<void> {
    if (this.stopped) return;
    try {
      if (!(error instanceof LogCorrupt)) throw error;
      await this.take(await readPage(this.log, this.progress.position, this.options.pageSize));
      this.start();
    } catch (trouble) {
      this.trouble = trouble instanceof Error ? trouble.name : 'unknown';
      this.timer = setTimeout(() => this.start(), this.options.retryMs).unref();
    }
  }

  /** One thing at a time: pages and retries of the same projection never overlap. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}
