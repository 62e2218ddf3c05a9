// One projection in one database while the log is passed: how far it is, what it had to park, and the transaction of a batch. Several
// members share one pass over the log; each has its own rows, its own transaction and its own progress.
import type { ProjectionDef, Write } from '../../projections/kit/projection.js';
import type { Fold } from './folds.js';
import type { Found } from './log-pages.js';
import type { Pass } from './pass.js';
import { advanced, type Progress } from './progress.js';
import type { Parked, ReadDatabase } from './read-database.js';

/** Progress of members that stand at the same place is computed once. */
export type Advance = (from: Progress) => Progress;

/** The step from one progress over these events, remembered for the next member that asks for the same. */
export function advanceOver(events: readonly Found[]): Advance {
  const known = new Map<string, Progress>();
  return (from) => {
    const key = `${from.count} ${from.hash}`;
    const progress = known.get(key) ?? events.reduce(advanced, from);
    known.set(key, progress);
    return progress;
  };
}

/** A member in one batch. */
export interface Aboard {
  member: Member;
  write: Write;
  /** Streams that are skipped from a revision on. */
  parks: ReadonlyMap<string, Parked>;
  /** Trajectories with events in this batch, as they stand. */
  touched: Map<string, Fold>;
  /** Those of them that were not settled since. */
  open: Set<string>;
  /** Why the batch cannot be stored for this one. */
  failed?: { error: unknown };
}

export class Member {
  progress: Progress;
  /** Why it stands still; undefined while all is well. */
  trouble: string | undefined;
  /** The pass that carries it now. */
  carrier: Pass | undefined;
  private parks: ReadonlyMap<string, Parked>;
  /** What `settle` answered for a trajectory, as long as that is kept folded. */
  private settled = new WeakMap<object, unknown>();

  constructor(
    readonly projection: ProjectionDef<unknown>,
    readonly database: ReadDatabase,
  ) {
    this.progress = database.progress();
    this.parks = new Map(database.parked().map((parked) => [parked.stream, parked]));
  }

  parked(): Parked[] {
    return [...this.parks.values()];
  }

  parkOf(stream: string): Parked | undefined {
    return this.parks.get(stream);
  }

  /** From now on another pass carries it: what is remembered of folded trajectories may not be of its rows. */
  boards(pass: Pass): void {
    this.carrier = pass;
    this.trouble = undefined;
    this.forget();
  }

  /** Begins the transaction of a batch, with these streams parked. Nothing else may be written until it is committed or undone. */
  begin(parks: ReadonlyMap<string, Parked>): Write {
    const write = this.database.begin();
    for (const stream of this.parks.keys()) if (!parks.has(stream)) this.database.unpark(stream);
    for (const [stream, entry] of parks) if (this.parks.get(stream) !== entry) this.database.park(entry);
    return write;
  }

  /** Stores the rows of the batch with the progress. */
  commit(progress: Progress, parks: ReadonlyMap<string, Parked>): void {
    this.database.commit(progress);
    this.progress = progress;
    this.parks = parks;
  }

  /** Leaves rows and progress as they were before the batch. */
  undo(): void {
    this.database.undo();
  }

  settledBefore(trajectory: object): unknown {
    return this.settled.get(trajectory);
  }

  /** Something else than `settle` has written its rows. */
  forget(): void {
    this.settled = new WeakMap();
  }

  remember(trajectory: object, settled: unknown): void {
    this.settled.set(trajectory, settled);
  }
}
