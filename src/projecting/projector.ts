// One projection as the rest sees it: the file that is served and followed, and beside it the file of a rebuild until that takes over.
import { basename } from 'node:path';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import { comparePositions } from '../event-log/append-rule.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Domain } from './domain.js';
import { Follower, type FollowerOptions, type OnCommit } from './follower.js';
import { ProjectionFiles } from './files.js';
import { ReadDatabase } from './read-database.js';

export class Projector {
  private readonly files: ProjectionFiles;
  private served: Follower;
  private shadow: Follower | undefined;
  private building: Promise<void> | undefined;
  private giveUp: (() => void) | undefined;

  constructor(
    private readonly projection: ProjectionDef<unknown>,
    directory: string,
    private readonly log: EventLog,
    private readonly domain: Domain,
    private readonly options: FollowerOptions,
    private readonly onCommit: OnCommit,
  ) {
    this.files = new ProjectionFiles(directory, projection.name);
    const current = this.files.current();
    const { before } = projection;
    if (current?.version === projection.version) this.served = this.follower(projection, current.file);
    else if (current && before?.version === current.version) this.served = this.follower(before, current.file);
    else this.served = this.begun();
    this.files.keepOnly([basename(this.served.database.file)]);
  }

  get name(): string {
    return this.projection.name;
  }

  /** What is served now: rows, version, progress, parked streams, trouble. */
  get now(): Follower {
    return this.served;
  }

  /** True while another file is being built to take over. */
  get isRebuilding(): boolean {
    return this.shadow !== undefined;
  }

  /** Starts following; also builds the newest version when an older one is served. */
  start(): void {
    this.served.start();
    if (this.served.projection.version !== this.projection.version) void this.rebuild();
  }

  /** Somebody waits for the rows: no rest. */
  hurry(): void {
    this.served.hurry();
    this.shadow?.hurry();
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

  async stop(): Promise<void> {
    const followers = [this.served, ...(this.shadow ? [this.shadow] : [])];
    await Promise.all(followers.map((follower) => follower.stop()));
    this.giveUp?.();
    await this.building;
    followers.forEach((follower) => follower.database.close());
  }

  /** The switch happens inside the commit that catches up, so that answers never go back in time. */
  private build(): Promise<void> {
    const file = this.files.fresh(this.projection.version);
    return new Promise<void>((resolve) => {
      this.giveUp = resolve;
      const check = (): void => {
        if (this.shadow && comparePositions(shadow.progress.position, this.served.progress.position) >= 0)
          resolve(this.switchTo(shadow, file));
      };
      const shadow = this.follower(this.projection, file, check);
      this.shadow = shadow;
      check();
      shadow.start();
    });
  }

  private async switchTo(shadow: Follower, file: string): Promise<void> {
    const old = this.served;
    this.files.point({ version: this.projection.version, file });
    this.served = shadow;
    this.shadow = undefined;
    this.onCommit(shadow.progress, []);
    await old.stop();
    old.database.close();
    this.files.keepOnly([file]);
  }

  /** A projection without rows yet. */
  private begun(): Follower {
    const file = this.files.fresh(this.projection.version);
    const follower = this.follower(this.projection, file);
    this.files.point({ version: this.projection.version, file });
    return follower;
  }

  private follower(projection: ProjectionDef<unknown>, file: string, onShadowCommit?: () => void): Follower {
    const database = new ReadDatabase(this.files.path(file), projection);
    const follower: Follower = new Follower(
      projection,
      database,
      this.log,
      this.domain,
      this.options,
      (progress, projected) => {
        if (follower === this.served) this.onCommit(progress, projected);
        else onShadowCommit?.();
      },
    );
    return follower;
  }
}
