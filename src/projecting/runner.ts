// The projections of this process: started on one log, asked for answers, waited for, rebuilt, and watched.
import { mkdirSync } from 'node:fs';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import { comparePositions } from '../event-log/append-rule.js';
import { checkNotBehind } from '../event-log/check-not-behind.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Domain } from './domain.js';
import type { FollowerOptions, Projected } from './follower.js';
import { Projector } from './projector.js';
import type { Parked } from './read-database.js';
import { verified, type Verdict } from './verify.js';

export type { Projected } from './follower.js';

export interface RunnerOptions {
  /** Where the read databases lie. */
  directory: string;
  log: EventLog;
  domain: Domain;
  projections: readonly ProjectionDef<unknown>[];
  follow?: Partial<FollowerOptions>;
}

export interface ProjectionHealth {
  name: string;
  /** Version that answers now. */
  version: number;
  position: string;
  count: number;
  /** True when the last event of the log has been passed. */
  current: boolean;
  rebuilding: boolean;
  /** Why it stands still, if it does: a class of error, never its text. */
  trouble?: string;
  parked: Parked[];
}

interface Waiter {
  position: string;
  pass(reached: boolean): void;
}

/** Events in one transaction: at most this many, so that a request waits some milliseconds at most. */
const PAGE = 200;
const RETRY_MS = 1_000;
const REST_MS = 15;
/** Changes remembered for a browser that comes back after a short break. */
const REMEMBERED = 1_000;

export class ProjectionRunner {
  private readonly projectors: Projector[];
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<(projected: Projected) => void>();
  private readonly recent: Projected[] = [];
  /** The last change of each trajectory that the first projection has made and another has not. */
  private readonly waiting = new Map<string, Projected>();

  constructor(private readonly options: RunnerOptions) {
    mkdirSync(options.directory, { recursive: true });
    const isAwaited = (): boolean => this.waiters.size > 0;
    const follow = { pageSize: PAGE, retryMs: RETRY_MS, restMs: REST_MS, isAwaited, ...options.follow };
    this.projectors = options.projections.map((projection, index) => {
      const onCommit = (_progress: unknown, projected: Projected[]): void =>
        this.committed(index === 0 ? projected : []);
      return new Projector(projection, options.directory, options.log, options.domain, follow, onCommit);
    });
  }

  /**
   * Starts following the log.
   * @throws LogBehind when the log does not hold what a projection has already seen; nothing is followed then.
   */
  async start(): Promise<void> {
    const seen = this.projectors.map(({ now }) => now.progress).filter(({ count }) => count > 0);
    await checkNotBehind(
      this.options.log,
      seen.filter(({ id }) => !id.startsWith('damaged-')),
    );
    this.projectors.forEach((projector) => projector.start());
  }

  /** Stops following, ends waiting with false, closes the files. */
  async stop(): Promise<void> {
    this.waiters.forEach((waiter) => waiter.pass(false));
    await Promise.all(this.projectors.map((projector) => projector.stop()));
  }

  /** The questions of a projection, to be asked at once: hold no result of this over an await. */
  ask<Q>(projection: ProjectionDef<Q>): Q {
    return this.projector(projection.name).ask(projection);
  }

  /** Position that every projection has passed; `'-1'` before the first event. */
  position(): string {
    return this.projectors
      .map(({ now }) => now.progress.position)
      .reduce((least, next) => (comparePositions(next, least) < 0 ? next : least));
  }

  /** Resolves true once every projection has passed that position, false when that takes longer than `timeoutMs`. */
  waitFor(position: string, timeoutMs: number): Promise<boolean> {
    if (comparePositions(this.position(), position) >= 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        pass: (reached) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => waiter.pass(false), timeoutMs);
      this.waiters.add(waiter);
      this.projectors.forEach((projector) => projector.hurry());
    });
  }

  /** Calls the listener for each trajectory whose rows changed, once all projections show it. Answers how to stop that. */
  onProjected(listener: (projected: Projected) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What changed after that position, oldest first; undefined when that is longer ago than is remembered. */
  projectedSince(position: string): Projected[] | undefined {
    const first = this.recent[0];
    const complete =
      comparePositions(position, this.position()) >= 0 ||
      (first !== undefined && comparePositions(first.position, position) <= 0);
    return complete ? this.recent.filter((one) => comparePositions(one.position, position) > 0) : undefined;
  }

  /** Builds a projection anew beside the one that answers, and switches. Resolves when it has. */
  rebuild(name: string): Promise<void> {
    return this.projector(name).rebuild();
  }

  /** Tries a parked stream again in every projection. True when none has it parked any more. */
  async retry(stream: string): Promise<boolean> {
    const results = await Promise.all(this.projectors.map(({ now }) => now.retry(stream)));
    return results.every((applied) => applied);
  }

  /** How each projection is doing. */
  async health(): Promise<ProjectionHealth[]> {
    const head = (await this.options.log.head()) ?? '-1';
    return this.projectors.map((projector) => {
      const { projection, progress, trouble } = projector.now;
      return {
        name: projector.name,
        version: projection.version,
        position: progress.position,
        count: progress.count,
        current: comparePositions(progress.position, head) >= 0,
        rebuilding: projector.isRebuilding,
        ...(trouble === undefined ? {} : { trouble }),
        parked: projector.now.parked(),
      };
    });
  }

  /** Reads the whole log and holds the count and hash of each projection against it. */
  async verify(): Promise<Verdict[]> {
    const seen = this.projectors.map(({ name, now }) => ({ name, progress: now.progress }));
    return verified(this.options.log, seen);
  }

  private projector(name: string): Projector {
    const found = this.projectors.find((projector) => projector.name === name);
    if (!found) throw new Error(`There is no projection '${name}'.`);
    return found;
  }

  private committed(projected: readonly Projected[]): void {
    for (const one of projected) this.waiting.set(one.trajectoryId, one);
    const position = this.position();
    for (const waiter of this.waiters) if (comparePositions(position, waiter.position) >= 0) waiter.pass(true);
    const shown = [...this.waiting.values()].filter((one) => comparePositions(one.position, position) <= 0);
    if (shown.length === 0) return;
    for (const { trajectoryId } of shown) this.waiting.delete(trajectoryId);
    this.recent.push(...shown);
    this.recent.splice(0, Math.max(0, this.recent.length - REMEMBERED));
    for (const one of shown) for (const listener of this.listeners) listener(one);
  }
}
