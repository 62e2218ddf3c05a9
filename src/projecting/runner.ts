// The projections of this process: started on one log, asked for answers, waited for, rebuilt, and watched.
import { mkdirSync } from 'node:fs';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import { comparePositions } from '../event-log/append-rule.js';
import { checkNotBehind } from '../event-log/check-not-behind.js';
import type { EventLog } from '../event-log/event-log.js';
import { AtRest } from './at-rest.js';
import type { Carrier } from './carrier.js';
import { CatchUp } from './catch-up.js';
import { Changes, furthest } from './changes.js';
import type { Domain } from './domain.js';
import { Follower } from './follower.js';
import { followOptions, type FollowOptions } from './follow-options.js';
import type { Member } from './member.js';
import { Pass, type Projected } from './pass.js';
import { Projector, type Track } from './projector.js';
import type { Parked } from './read-database.js';
import { verified, type Verdict } from './verify.js';
import { Waiters } from './waiters.js';

export type { Projected } from './pass.js';

export interface RunnerOptions {
  /** Where the read databases lie. */
  directory: string;
  log: EventLog;
  domain: Domain;
  projections: readonly ProjectionDef<unknown>[];
  /** `restMs: 0`: nobody rests, and all projections go together. */
  follow?: Partial<FollowOptions>;
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

export class ProjectionRunner {
  private readonly projectors: Projector[];
  private readonly follower: Follower;
  private readonly atRest: AtRest;
  private readonly catchingUp = new Set<CatchUp>();
  private readonly waiters = new Waiters();
  private readonly changes = new Changes();

  constructor(private readonly options: RunnerOptions) {
    mkdirSync(options.directory, { recursive: true });
    const { log, domain, directory, projections } = options;
    const follow = followOptions(this.waiters, options.follow);
    const fellBehind = (member: Member, error: unknown): void => this.ownerOf(member)?.fellBehind(member, error);
    const pass = new Pass(log, domain, (projected) => this.committed(projected));
    this.follower = new Follower(pass, log, follow, fellBehind, () => this.atRest.moved());
    const trailing = new Pass(log, domain, () => this.committed([]));
    this.atRest = new AtRest(trailing, log, this.follower, follow, fellBehind);
    const trackOf = (carrier: Carrier): Track => ({
      carrier,
      catchUp: (...behind: Parameters<Track['catchUp']>) => this.catchUp(follow, carrier, ...behind),
      onSwitched: () => this.committed([]),
    });
    const tracks = { 'at once': trackOf(this.follower), 'at rest': trackOf(this.atRest) };
    // Behind nobody there is nothing to follow.
    const isApart = follow.restMs > 0 && projections.some((one) => one.follows !== 'at rest');
    this.projectors = projections.map((one) => {
      const track = tracks[isApart ? (one.follows ?? 'at once') : 'at once'];
      return new Projector(one, directory, track);
    });
  }

  /**
   * Starts following the log.
   * @throws LogBehind when the log does not hold what a projection has already seen; nothing is followed then.
   */
  async start(): Promise<void> {
    const seen = this.projectors.filter(({ now }) => now.progress.count > 0);
    await checkNotBehind(
      this.options.log,
      seen.map(({ now }) => now.progress).filter(({ id }) => !id.startsWith('damaged-')),
    );
    for (const { carrier, now } of seen) carrier.position = furthest(carrier.position, now.progress.position);
    this.projectors.forEach((projector) => projector.start());
    this.follower.start();
    this.atRest.moved();
  }

  /** Stops following, ends waiting with false, closes the files. */
  async stop(): Promise<void> {
    this.waiters.giveUp();
    await this.follower.stop();
    await this.atRest.stop();
    await Promise.all(this.projectors.map((projector) => projector.stop()));
  }

  /** The questions of a projection, to be asked at once: hold no result of this over an await. */
  ask<Q>(projection: ProjectionDef<Q>): Q {
    return this.projector(projection.name).ask(projection);
  }

  /** Position that every projection has passed that follows at once; `'-1'` before the first event. */
  position(): string {
    return leastOf(this.projectors.filter(({ carrier }) => carrier === this.follower));
  }

  /** Position that this projection has passed; `'-1'` before the first event. */
  positionOf({ name }: Pick<ProjectionDef<unknown>, 'name'>): string {
    return leastOf([this.projector(name)]);
  }

  /** Resolves true once every projection has passed that position, false when that takes longer than `timeoutMs`. */
  waitFor(position: string, timeoutMs: number): Promise<boolean> {
    return this.waitUntil(position, timeoutMs, this.projectors);
  }

  /** The same for those that follow at once: what screens of today show. */
  waitForToday(position: string, timeoutMs: number): Promise<boolean> {
    const atOnce = this.projectors.filter(({ carrier }) => carrier === this.follower);
    return this.waitUntil(position, timeoutMs, atOnce);
  }

  /** Resolves once this projection, which may follow at rest, stands where those of today do; false when that takes longer than `timeoutMs`. */
  waitForRest(projection: Pick<ProjectionDef<unknown>, 'name'>, timeoutMs: number): Promise<boolean> {
    return this.waitUntil(this.position(), timeoutMs, [this.projector(projection.name)]);
  }

  private waitUntil(position: string, timeoutMs: number, projectors: readonly Projector[]): Promise<boolean> {
    const reached = (): string => leastOf(projectors);
    if (comparePositions(reached(), position) >= 0) return Promise.resolve(true);
    const isTrail = projectors.some(({ carrier }) => carrier === this.atRest);
    const waiting = this.waiters.add(position, timeoutMs, isTrail, reached);
    this.follower.hurry();
    if (isTrail) this.atRest.hurry();
    return waiting;
  }

  /** Calls the listener for each trajectory whose rows changed, once all projections of today show it. Answers how to stop that. */
  onProjected(listener: (projected: Projected) => void): () => void {
    return this.changes.listen(listener);
  }

  /** What changed after that position, oldest first; undefined when that is longer ago than is remembered. */
  projectedSince(position: string): Projected[] | undefined {
    return this.changes.since(position, this.position());
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
      const { projection, progress, trouble = projector.carrier.trouble ?? this.follower.trouble } = projector.now;
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
      const pass = now.carrier ?? projector.carrier.pass;
      const isStill = (): boolean => projector.now === now && (now.carrier ?? pass) === pass;
      const applied = await pass.inTurn(() => (isStill() ? pass.retry(now, stream) : undefined));
      if (applied !== undefined) return applied;
    }
  }

  /** Beside the others; with those that stand at the same place, unless something is wrong with this one. */
  private catchUp(
    follow: FollowOptions,
    carrier: Carrier,
    member: Member,
    join: () => void,
    trouble?: unknown,
  ): ReturnType<Track['catchUp']> {
    const { log, domain } = this.options;
    const fit = trouble === undefined ? [...this.catchingUp].find((other) => other.takes(member, carrier)) : undefined;
    // What is built anew beside the served rows changes nothing that anybody sees.
    const isSeen = (): boolean => carrier === this.follower && this.projectors.some(({ now }) => now.carrier === pass);
    const pass = new Pass(log, domain, (projected) => this.committed(isSeen() ? projected : []));
    const catching = fit ?? new CatchUp(pass, log, carrier, follow);
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
    this.waiters.moved();
    this.changes.committed(projected, this.position());
  }
}

/** The position that all of these have passed; `'-1'` before the first event. */
const leastOf = (projectors: readonly Projector[]): string => {
  const [first = '-1', ...others] = projectors.map(({ now }) => now.progress.position);
  return others.reduce((least, next) => (comparePositions(next, least) < 0 ? next : least), first);
};
