// The words of the engine as types: what is stored, what a machine remembers, what a trajectory is, and what deciding answers.
// Everything here is plain data, so that folding, deciding and asking what is possible stay pure functions.
import type { z } from 'zod';
import type { DatedNumber } from './dated-numbers.js';

export type { DatedNumber };

/** RFC 3339 date-time in UTC, as stored (`2026-04-07T08:00:00.000Z`). */
export type Instant = string;
/** Calendar day in Europe/Amsterdam (`2026-04-07`). */
export type LocalDate = string;
/** Lower-case UUID. */
export type Id = string;

/** Role keys of the domain, in the order in which screens list them. */
export const ROLES = [
  'client',
  'approver',
  'projectLeader',
  'processCoordinator',
  'teamMember',
  'communicationAdviser',
  'areaManager',
  'singleContact',
  'deputy',
  'buddy',
  'alderman',
  'council',
  'clerk',
  'management',
  'strategicAdviser',
  'analyst',
  'privacyOfficer',
  'wooContact',
  'archivist',
  'participant',
  'publicReader',
  'admin',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** `team` of the domain: project leader, process coordinator, team member, communication adviser. */
export const TEAM = ['projectLeader', 'processCoordinator', 'teamMember', 'communicationAdviser'] as const;

/** Who may decide besides role keys: a person named by the event or by an earlier event. */
export type Named = 'assignee' | 'receiver' | 'author' | 'owner' | 'recorder';

export interface Actor {
  kind: 'person' | 'system' | 'import';
  ref: Id;
  /** The role under which this event was recorded. */
  role: Role;
}

/** Envelope of a stored event (design.md section 3). */
export interface Meta {
  id: Id;
  stream: string;
  /** Dense from 0 within the stream. */
  revision: number;
  /** Opaque decimal string, compared as a big integer; `''` until the log has given one. */
  position: string;
  occurredAt: Instant;
  recordedAt: Instant;
  actor: Actor;
  organisationId: Id;
  municipalityIds: Id[];
  phase?: string;
  /** The `about` of a feedback or the roundId of a per-round phase. On TrajectoryRegistered: the id of round R1. */
  round?: string;
  commandId: Id;
  commandHash: string;
  /** One request (a single command or a whole batch). */
  correlationId: Id;
  causationId: Id;
}

export interface Recorded<T extends string = string, D = Record<string, unknown>> {
  type: T;
  version: number;
  data: D;
  meta: Meta;
}

/** What every machine remembers: when its state was entered and when it last took a step. Empty before the first step. */
export interface StepContext {
  since: Instant;
  last: Instant;
}

/** One running machine of a trajectory. `revision` counts the events it took. */
export interface Cell {
  machine: string;
  value: string;
  context: StepContext;
  revision: number;
}

/** A soft need that may be passed by the next such command of that phase and round. */
export interface PendingOverride {
  command: string;
  phase?: string;
  roundId?: string;
  needs: string[];
}

/** What one request stored: first and last revision, so that a repeat can be answered from the stream. */
export interface RequestSpan {
  hash: string;
  from: number;
  to: number;
}

export interface PhaseLife {
  startedAt?: Instant;
  /** The first event that stepped its machine, however early: what really happened, beside when the phase opened. */
  firstEventAt?: Instant;
  completedAt?: Instant;
  skipped?: boolean;
  underReview?: boolean;
}

/** The state of one stream: a root machine, the cells of phases and entities, and the facts. Owned by the fold that makes it. */
export interface Trajectory<F> {
  id: Id;
  stream: string;
  workflow: { name: string; version: number };
  /** Revision of the last event; -1 while empty. */
  revision: number;
  root: Cell;
  /** Keyed `phase`, `phase/round` or `entity/id`. */
  cells: Map<string, Cell>;
  /** Per phase key (`phase` or `phase/round`): when it opened and last closed, and whether it was skipped. */
  phases: Map<string, PhaseLife>;
  facts: F;
  overrides: PendingOverride[];
  requests: Map<Id, RequestSpan>;
  /** Every event by id, with the values in force after corrections. */
  events: Map<Id, Recorded>;
}

/** What one event did: which machines stepped, from which state to which. */
export interface Change<F> {
  steps: Step[];
  /** The trajectory after the event. */
  after: Trajectory<F>;
}
export interface Step {
  /** `root` or the key in `cells`. */
  key: string;
  machine: string;
  from: string;
  to: string;
  /** When the state after the step was entered, on the time axis of the world. */
  since: Instant;
}

/** Where a command lands: a phase (and round or `about`), an entity, or the root. */
export interface Address {
  phase?: string;
  round?: string;
  entity?: string;
  id?: string;
}

export interface DecidedBy {
  role: Role;
  function: string;
  ref?: Id;
}
export interface Evidence {
  documentId?: Id;
  text?: string;
}

/** A wish or a fact to record, as it comes from outside. `payload` is unknown until the schema has seen it. */
export interface Command {
  type: string;
  payload: unknown;
  occurredAt?: Instant;
  decidedBy?: DecidedBy;
  decidedOn?: LocalDate;
  evidence?: Evidence;
  /** Steps that the addressed machine must have taken. */
  ifMatch?: number;
  overrides?: { code: string; reason: string }[];
}

/** Numbers marked D, the calendar and the names that defaults need; from the organisation stream. */
export interface Settings {
  organisationId: Id;
  organisationName: string;
  numbers: ReadonlyMap<string, number>;
  /** Numbers that a municipality set for itself. */
  local?: ReadonlyMap<Id, ReadonlyMap<string, number>>;
  /** The numbers that were set by the day from which they count, by key or `key@municipality`; absent: those above count on every day. */
  dated?: ReadonlyMap<string, readonly DatedNumber[]>;
  /** Signals raised before this day are not shown; absent: all are. */
  signalsFrom?: LocalDate;
  calendar: readonly { from: LocalDate; to: LocalDate; name: string }[];
  municipalities: ReadonlyMap<Id, string>;
}

/** Who asks, when, and under which identifiers the answer is stored. */
export interface Context {
  actor: { kind: Actor['kind']; ref: Id; roles: readonly Role[] };
  now: Instant;
  settings: Settings;
  /** Id of this command; ids of new things are made from it. */
  commandId: Id;
  commandHash: string;
  correlationId: Id;
  /** The approver of these municipalities, if one account has that role; default of `approverRef`. */
  approverOf?: (municipalityIds: readonly Id[]) => Id | undefined;
}

/** A need that is not met, ready to be shown. */
export interface Refusal {
  code: string;
  hard: boolean;
  /** Values for the sentence of the need. */
  vars: Record<string, string>;
  solvableBy: (Role | Named)[];
}

/** Input that cannot be understood (400) or that contradicts what is stored (409, 412). Changes nothing. */
export interface Rejection {
  code:
    | 'invalid'
    | 'unknown-id'
    | 'dates-differ'
    | 'before-last-step'
    | 'already-changed'
    | 'stale-revision'
    | 'unknown-command';
  /** JSON Pointer into the payload, or '' for the whole. */
  pointer: string;
  /** What was got and what was expected, in words the label file can turn into a sentence. */
  detail: Record<string, string>;
}

export type Decision =
  | { kind: 'accepted'; events: Recorded[]; ids: Record<string, Id> }
  | { kind: 'refused'; refused: Refusal[] }
  | { kind: 'rejected'; rejections: Rejection[] };

/** A schema of event data or of a payload. */
export type Shape = z.ZodObject;
