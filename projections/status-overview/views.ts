// What the status overview answers, as plain data.
import type { Address, Id, Instant, LocalDate } from '../../workflows/kit/types.js';
import type { Word } from '../../workflows/kit/labels.js';
import type { Shown } from './signals/standing.js';
import type { SignalGroup, SignalView } from './signals/views.js';

export interface StateView {
  /** Exact state of the machine; `skipped` for a phase that was. */
  value: string;
  word: Word;
  label: { nl: string; en: string };
  /** With `wacht op`: who. */
  who?: { nl: string; en: string };
  since?: Instant;
}

/** Approved is absent until something was approved (per phase: until the estimate says it per phase). */
export interface Budget {
  hours: { approved?: number; booked: number };
  cents: { approved?: number; booked: number };
}

export interface PhaseView extends Budget {
  phase: string;
  round?: string;
  roundNr?: number;
  state: StateView;
  /** `by: 'norm'`: split by the norms of the phases, not planned by anyone. */
  planned?: { startOn: LocalDate; endOn: LocalDate; by: string };
  startedOn?: LocalDate;
  firstEventOn?: LocalDate;
  completedOn?: LocalDate;
  skipped: boolean;
  underReview: boolean;
}

/** One line of the list. */
export interface StatusRow extends Budget {
  trajectoryId: Id;
  revision: number;
  title: string;
  theme: string;
  workflow: string;
  version: number;
  level: string;
  question?: string;
  municipalities: { id: Id; name: string }[];
  clientRef: Id;
  coordinatorRef: Id;
  state: StateView;
  registeredOn: LocalDate;
  startOn: LocalDate;
  plannedEndOn?: LocalDate;
  completedOn?: LocalDate;
  phases: PhaseView[];
  singleContact?: { publicName: string; channel: string };
  /** Times that a soft need was passed with a reason. */
  overrides: number;
  /** Day of the last written log entry. */
  lastEntryOn?: LocalDate;
  lastEventAt: Instant;
  /** Decisions that are owed. */
  owed: number;
  /** The worst signal that stands and does not wait, on the day that was asked for. */
  worst?: SignalView;
}

export interface GroupView {
  groupId: Id;
  round?: string;
  name: string;
  required: boolean;
  waived: boolean;
  size: number;
  min: number;
  target: number;
  invited: number;
  accepted: number;
  reached: number;
}

export interface ClockView {
  /** roundId, decisionId or `stopped`. */
  about: string;
  startOn?: LocalDate;
  targetOn?: LocalDate;
  finalOn?: LocalDate;
  /** The told delay that is target and final now. */
  toldDelay?: LocalDate;
  openContributions: number;
  owed: { by: LocalDate; count: number }[];
}

export interface DeadlineView {
  on: LocalDate;
  kind: 'approval' | 'conversation' | 'agreement' | 'owedAnswer' | 'phaseEnd' | 'feedbackTarget' | 'feedbackFinal';
  /** Number of the thing (`G1`, `A1`, `R1`), or the key of the phase. */
  subject: string;
}

export interface OwedView {
  trajectoryId: Id;
  title: string;
  command: string;
  address: Address;
  since: Instant;
  /** Whole days since then, on the day of asking. */
  ageDays: number;
  by: string[];
  ref?: Id;
  missing: { code: string; vars: Record<string, string>; solvableBy: string[] }[];
  count: number;
  /** The signal that asks for it, where one does; `since` is the day on which its cause began. */
  signal?: Pick<SignalView, 'code' | 'severity' | 'subjectId' | 'subject' | 'since' | 'trajectoryIds'>;
}

/** Everything of one trajectory. */
export interface StatusDetail extends StatusRow {
  groups: GroupView[];
  /** Per round (`''` = none) and state. */
  contributions: { round: string; state: string; count: number; told: number }[];
  agreements: { nr: number; agreementId: Id; state: string; dueOn: LocalDate; public: boolean }[];
  clocks: ClockView[];
  /** The next three. */
  deadlines: DeadlineView[];
  owedActs: OwedView[];
  /** Signals that stand, those that wait included; final first. */
  signals: SignalView[];
}

/** How many trajectories per state, and per phase and word; hours and money together. */
export interface Counts extends Budget {
  total: number;
  states: { value: string; count: number }[];
  phases: { phase: string; word: Word; count: number }[];
  overrides: number;
  /** What stands and does not wait, by kind, on the day that was asked for. */
  signals?: SignalGroup[];
}

export interface ListFilter {
  /** Phase that is going on or waits; together with a word as `state`: phase in that word. */
  phase?: string;
  /** A word, or the exact state of the trajectory. */
  state?: string;
  municipality?: Id;
  level?: string;
  /** Led by this person. */
  coordinator?: Id;
  /** Code of a signal that stands and does not wait, or `any`. */
  signal?: string;
  /** The day for signals; without it rows tell of none. */
  asked?: Shown;
  q?: string;
  /** Default `-lastEvent`: newest first. */
  sort?: Sort;
  page?: number;
  pageSize?: number;
}
export const SORTS = ['lastEvent', '-lastEvent', 'title', '-title', 'start', '-start', 'end', '-end'] as const;
export type Sort = (typeof SORTS)[number];

/** Counted from 1. */
export interface Listed<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
}

/** A role for one municipality, or for all of the organisation. */
export interface RoleGrant {
  role: string;
  municipalityId?: Id;
}
