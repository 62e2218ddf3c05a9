// The projections of this process: started on one log, asked for answers, waited for, rebuilt, and watched.
import { mkdirSync } from 'node:fs';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import { comparePositions } from '../event-log/append-rule.js';
import { checkNotBehind } from '../event-log/check-not-behind.js';
import type { EventLog } from '../event-log/event-log.js';
import { CatchUp } from './catch-up.js';
import type { Domain } from './domain.js';
import { Follower, type FollowerOptions } from './follower.js';
import type { Member } from './member.js';
import { Pass, type Projected } from './pass.js';
import { Projector, type Track } from './projector.js';
import type { Parked } from './read-database.js';
import { verified, type Verdict } from './verify.js';

export type { Projected } from './pass.js';

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
const REST_MOST_MS = 100;
/** Changes remembered for a browser that comes back after a short break. */
const REMEMBERED = 1_000;

export class ProjectionRunner {
  private readonly projectors: Projector[];
  private readonly follower: Follower;
  private readonly catchingUp = new Set<CatchUp>();
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<(projected: Projected) => void>();
  private readonly recent: Projected[] = [];
  /** The last change of each trajectory that not all projections have made yet. */
  private readonly waiting = new Map<string, Projected>();

  constructor(private readonly options: RunnerOptions) {
    mkdirSync(options.directory, { recursive: true });
    const isAwaited = (): boolean => this.waiters.size > 0;
    const follow = {
      pageSize: PAGE,
      retryMs: RETRY_MS,
      restMs: REST_MS,
      restMostMs: REST_MOST_MS,
      isAwaited,
      ...options.follow,
    };
    const { log, domain, directory } = options;
    const pass = new Pass(log, domain, (projected) => this.committed(projected));
    const follower = new Follower(pass, log, follow, (member, error) =>
      this.ownerOf(member)?.fellBehind(member, error),
    );
    const track = {
      follower,
      catchUp: (...behind: Parameters<Track['catchUp']>) => this.catchUp(follow, ...behind),
      onSwitched: () => this.committed([]),
    };
    this.follower = follower;
    this.projectors = options.projections.map((projection) => new Projector(projection, directory, track));
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
    this.follower.position = seen.map(({ position }) => position).reduce(furthest, this.follower.position);
    this.projectors.forEach((projector) => projector.start());
    this.follower.start();
  }

  /** Stops following, ends waiting with false, closes the files. */
  async stop(): Promise<void> {
    this.waiters.forEach((waiter) => waiter.pass(false));
    await this.follower.stop();
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
      this.follower.hurry();
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
    const retried = this.projectors.map((projector) => this.retried(projector, stream));
    return (await Promise.all(retried)).every((applied) => applied);
  }

  /** How each projection is doing. */
  async health(): Promise<ProjectionHealth[]> {
    const head = (await this.options.log.head()) ?? '-1';
    return this.projectors.map((projector) => {
      const { projection, progress, trouble = this.follower.trouble } = projector.now;
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

  /** In the turn of whoever carries the rows; when that changed while waiting, again. */
  private async retried(projector: Projector, stream: string): Promise<boolean> {
    for (;;) {
      const { now } = projector;
      const pass = now.carrier ?? this.follower.pass;
      const isStill = (): boolean => projector.now === now && (now.carrier ?? pass) === pass;
      const applied = await pass.inTurn(() => (isStill() ? pass.retry(now, stream) : undefined));
      if (applied !== undefined) return applied;
    }
  }

  /** Beside the follower; with others that stand at the same place, unless something is wrong with this one. */
  private catchUp(
    follow: FollowerOptions,
    member: Member,
    join: () => void,
    trouble?: unknown,
  ): ReturnType<Track['catchUp']> {
    const { log, domain } = this.options;
    const fit = trouble === undefined ? [...this.catchingUp].find((other) => other.takes(member)) : undefined;
    // What is built anew beside the served rows changes nothing that anybody sees.
    const isSeen = (): boolean => this.projectors.some(({ now }) => now.carrier === pass);
    const pass = new Pass(log, domain, (projected) => this.committed(isSeen() ? projected : []));
    const catching = fit ?? new CatchUp(pass, log, this.follower, follow);
    const outcome = catching.add(member, join);
    if (!fit) {
      this.catchingUp.add(catching);
      void catching.run(trouble).finally(() => this.catchingUp.delete(catching));
    }
    return { outcome, stop: () => catching.remove(member) };
  }

  private ownerOf(member: Member): Projector | undefined {
    return this.projectors.find((projector) => projector.now === member);
  }

  private committed(projected: readonly Projected[]): void {
    for (const one of projected) {
      const earlier = this.waiting.get(one.trajectoryId);
      if (!earlier || furthest(earlier.position, one.position) === one.position)
        this.waiting.set(one.trajectoryId, one);
    }
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

const furthest = (a: string, b: string): string => (comparePositions(a, b) >= 0 ? a : b);
