// What a projection is: rows made from events, as one value. Its handlers get what happened handed to them; no projection knows a machine,
// the log, a clock or a file.
import type { Facts } from '../../workflows/facts/facts.js';
import type { Awaited } from '../../workflows/kit/due.js';
import type { EventKind } from '../../workflows/kit/events.js';
import type { DatedStep } from '../../workflows/kit/as-it-was.js';
import type {
  Address,
  Change,
  Id,
  Instant,
  LocalDate,
  Recorded,
  Settings,
  Trajectory,
} from '../../workflows/kit/types.js';
import type { Language, Words } from './words.js';

/** What SQLite stores in one column. */
export type Value = string | number | null;

/** Reading rows. Values are bound, never pasted into the statement. */
export interface Read {
  /** The first row, or undefined. */
  one<R>(sql: string, ...values: Value[]): R | undefined;
  /** All rows, in the order of the statement. */
  all<R>(sql: string, ...values: Value[]): R[];
}

/** Reading and writing rows, inside the transaction of the batch. */
export interface Write extends Read {
  run(sql: string, ...values: Value[]): void;
  /** Asks that deleted text also leaves the files on disk, once the batch is committed. */
  scrub(): void;
}

/** What is left of an event's data when some of it may not be read. */
export interface Left {
  /** Every personal field replaced by `…`: for readers who may not see free text. The data itself when it holds none. */
  open: Record<string, unknown>;
  /** Pointers of the personal fields. */
  personal: string[];
  /** The values that are gone once the key of a person is. */
  sealed: SealedValue[];
  /** The data with the mark of each of those in its place. */
  marked: Record<string, unknown>;
}

/** A text under the key of a person, and the mark that stands for it in what remains when that person is erased. */
export interface SealedValue {
  person: Id;
  /** JSON Pointer into the data. */
  pointer: string;
  mark: string;
  value: unknown;
}

/** What one event of a trajectory did, beside the event itself (already lifted to its newest version). */
export interface Told extends Change<Facts> {
  after: Trajectory<Facts>;
  /** Whether an event type is a decision, a fact or automatic. */
  kindOf(type: string): EventKind;
  words: Record<Language, Words>;
  /** What may always be read of an event of this trajectory. */
  left(event: Recorded): Left;
}

/** A decision that somebody owes; `missing` is what stands in its way. */
export interface OwedAct {
  command: string;
  address: Address;
  since: Instant;
  /** Role keys or words like `author`. */
  by: string[];
  /** The one person who can, where only one can. */
  ref?: Id;
  /** The thing it is about, where the address does not say so. */
  about?: Id;
  missing: { code: string; vars: Record<string, string>; solvableBy: string[] }[];
  /** How many things the line stands for. */
  count: number;
}

/** A phase of the workflow as it stands, in the order of the workflow. */
export interface PhasePlace {
  key: string;
  phase: string;
  /** The roundId, decisionId or `stopped` of a per-round phase. */
  round?: string;
}

/** A trajectory as it stands at some moment. */
export interface Stood {
  trajectory: Trajectory<Facts>;
  phases: PhasePlace[];
  /** The last event of this trajectory. */
  last: Recorded;
  words: Record<Language, Words>;
  owed: OwedAct[];
  /** The organisation's settings as they stand in the log at its last event. */
  settings: Settings;
}

/** A trajectory as it stands after a batch. */
export interface Settled extends Stood {
  /** What the calendar will bring by itself as things stand now. */
  awaits(): Awaited[];
  /**
   * How it was in the world at the end of a day, told with all that is known now; undefined before it existed. `steps` are all that its
   * machines took, in the order in which they were taken.
   */
  asItWas(day: LocalDate, steps: readonly DatedStep[]): Stood | undefined;
}

export type Handler = (event: Recorded, told: Told, write: Write) => void;

export interface ProjectionDef<Q> {
  /** Lower-case with dashes; part of the file name. */
  name: string;
  /** Raised when tables or handlers change: the rows are then built anew beside the old ones. */
  version: number;
  /** Statements that make the tables and indexes of an empty database. */
  tables: readonly string[];
  /** Handlers for events of trajectories; `*` sees every one, before the handler of its own type. */
  on: Readonly<Record<string, Handler>>;
  /** Handlers for events of the other streams (organisation, subject), which belong to no trajectory. */
  elsewhere?: Readonly<Record<string, (event: Recorded, write: Write) => void>>;
  /**
   * Once per batch for each trajectory that the batch touched, and before the settings of its organisation change: rows that follow from the
   * whole trajectory. How the log is cut into batches must not matter to them. What it answers is handed to it as `before` the next time, as
   * long as the trajectory is kept in memory and nothing else has written its rows; undefined means that nothing is known of them.
   */
  settle?: (settled: Settled, write: Write, before: unknown) => unknown;
  /** `days`: settles also at the end of every day, in the world and in the log, for the rows of each day. Default `batch`. */
  settles?: 'batch' | 'days';
  /**
   * `at rest`: comes some seconds after the others, in longer strides; for rows that nobody looks at while work is done. Who asks it something
   * waits until it stands where the others do. Default `at once`.
   */
  follows?: 'at once' | 'at rest';
  /** The questions that can be asked; each answers from rows alone. */
  queries(read: Read): Q;
  /** The version before this one, kept for one release: it answers until this one has been built. */
  before?: ProjectionDef<Q>;
}

/** Checks a projection where it is written. Throws when its name cannot be a file name or its version is not counted from 1. */
export function defineProjection<Q>(def: ProjectionDef<Q>): ProjectionDef<Q> {
  if (!/^[a-z][a-z-]{1,40}$/.test(def.name))
    throw new Error(`A projection's name is lower-case with dashes, got '${def.name}'.`);
  if (!Number.isSafeInteger(def.version) || def.version < 1)
    throw new Error(`Projection '${def.name}' has version ${def.version}; versions count from 1.`);
  if (def.before && (def.before.name !== def.name || def.before.version >= def.version)) {
    throw new Error(`Projection '${def.name}' v${def.version} can only follow an earlier version of itself.`);
  }
  return def;
}
