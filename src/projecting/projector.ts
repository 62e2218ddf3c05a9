// One projection as the rest sees it: the file that is served, and beside it the file of a rebuild until that takes over.
import { basename } from 'node:path';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import type { Carrier } from './carrier.js';
import type { Outcome } from './catch-up.js';
import { ProjectionFiles } from './files.js';
import { Member } from './member.js';
import { ReadDatabase } from './read-database.js';

/** What a projector needs of the runner: what carries it, and a pass beside it for a member that is behind. */
export interface Track {
  carrier: Carrier;
  /** `join` runs in the carrier's turn once the member stands there; `trouble` is why it is behind, if something failed. */
  catchUp(member: Member, join: () => void, trouble?: unknown): { outcome: Promise<Outcome>; stop(): void };
  /** Other rows are served from now on. */
  onSwitched(): void;
}

export class Projector {
  private readonly files: ProjectionFiles;
  private served: Member;
  private shadow: Member | undefined;
  private building: Promise<void> | undefined;
  private stopped = false;
  /** Members that are catching up. */
  private readonly behind = new Map<Member, { stop(): void; done: Promise<boolean> }>();

  constructor(
    private readonly projection: ProjectionDef<unknown>,
    directory: string,
    private readonly track: Track,
  ) {
    this.files = new ProjectionFiles(directory, projection.name);
    const current = this.files.current();
    const { before } = projection;
    if (current?.version === projection.version) this.served = this.member(projection, current.file);
    else if (current && before?.version === current.version) this.served = this.member(before, current.file);
    else this.served = this.begun();
    this.files.keepOnly([basename(this.served.database.file)]);
  }

  /** What carries it when it is not behind. */
  get carrier(): Carrier {
    return this.track.carrier;
  }

  get name(): string {
    return this.projection.name;
  }

  /** What is served now: rows, version, progress, parked streams, trouble. */
  get now(): Member {
    return this.served;
  }

  /** True while another file is being built to take over. */
  get isRebuilding(): boolean {
    return this.shadow !== undefined;
  }

  /** Takes part from now on: with the others when it stands there, else it catches up. Also builds the newest version when an older one is served. */
  start(): void {
    const { carrier } = this.track;
    if (this.served.progress.position === carrier.position) carrier.add(this.served);
    else this.fellBehind(this.served);
    if (this.served.projection.version !== this.projection.version) void this.rebuild();
  }

  /** The served rows could not follow: they catch up by themselves. `error` is why, if something failed. */
  fellBehind(member: Member, error?: unknown): void {
    const join = (): void => {
      if (this.served === member) this.track.carrier.add(member);
    };
    void this.catchUp(member, join, error);
  }

  /** Builds the rows anew beside the served ones and switches when they have caught up. One at a time; a second call joins the first. */
  rebuild(): Promise<void> {
    this.building ??= this.build().finally(() => {
      this.building = undefined;
    });
    return this.building;
  }

  /** The answers of the served rows. Asked anew for each use: after a switch the old file is gone. */
  ask<Q>(projection: ProjectionDef<Q>): Q {
    // A version before has the same questions; its own tables answer them.
    const served = this.served.projection as ProjectionDef<Q>;
    const questions = served.version === projection.version ? projection : served;
    return questions.queries(this.served.database.read);
  }

  /** Closes the files; the follower has been stopped. */
  async stop(): Promise<void> {
    this.stopped = true;
    const catching = [...this.behind.values()];
    catching.forEach((one) => one.stop());
    await Promise.all(catching.map(({ done }) => done));
    await this.building;
    this.served.database.close();
    this.shadow?.database.close();
  }

  private async build(): Promise<void> {
    const file = this.files.fresh(this.projection.version);
    const shadow = this.member(this.projection, file);
    this.shadow = shadow;
    const old = this.served;
    // The switch happens where both stand at the same place, so that answers never go back in time.
    const joined = await this.catchUp(shadow, () => this.switchTo(shadow, file));
    if (!joined) return;
    const catching = this.behind.get(old);
    catching?.stop();
    await catching?.done;
    old.database.close();
    this.files.keepOnly([file]);
  }

  private switchTo(shadow: Member, file: string): void {
    this.files.point({ version: this.projection.version, file });
    this.track.carrier.remove(this.served);
    this.track.carrier.add(shadow);
    this.served = shadow;
    this.shadow = undefined;
    this.track.onSwitched();
  }

  /** Resolves true when the member has joined, false when it was stopped; who fails tries again after a rest. */
  private catchUp(member: Member, join: () => void, trouble?: unknown): Promise<boolean> {
    if (this.stopped) return Promise.resolve(false);
    const catching = this.track.catchUp(member, join, trouble);
    const done = catching.outcome.then((ended) => {
      this.behind.delete(member);
      return ended.kind === 'failed' ? this.catchUp(member, join, ended.error) : ended.kind === 'joined';
    });
    this.behind.set(member, { stop: () => catching.stop(), done });
    return done;
  }

  /** A projection without rows yet. */
  private begun(): Member {
    const file = this.files.fresh(this.projection.version);
    const member = this.member(this.projection, file);
    this.files.point({ version: this.projection.version, file });
    return member;
  }

  private member(projection: ProjectionDef<unknown>, file: string): Member {
    return new Member(projection, new ReadDatabase(this.files.path(file), projection));
  }
}
