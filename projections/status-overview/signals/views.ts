// What is answered about signals, as plain data.
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import type { Severity } from '../../../workflows/signals/types.js';

export interface SignalView {
  code: string;
  severity: Severity;
  subjectId: Id;
  /** Short number or name of the thing it is about; empty for the trajectory itself. */
  subject: string;
  phase?: string;
  round?: string;
  /** The day since which the cause is there, and the first day on which the signal stood. */
  since: LocalDate;
  raisedOn: LocalDate;
  /** The day on which it ended. */
  clearedOn?: LocalDate;
  /** How many things the line stands for. */
  count: number;
  /** The command that clears it, and who can give it. */
  command: string;
  solvableBy: readonly string[];
  ref?: Id;
  /** Events that raised it, and those that cleared it. */
  raisedBy: Id[];
  clearedBy: Id[];
  /** Of a signal over several trajectories: those of them that the reader may know of, begun last first. */
  trajectoryIds?: Id[];
  /** Waits until that day, because of what that event says. */
  snoozed?: { until: LocalDate; eventId: Id };
}

/** A signal in a list over trajectories. */
export interface ListedSignal extends SignalView {
  trajectoryId: Id;
  title: string;
  /** Whole days since it was raised, on the day of asking. */
  ageDays: number;
}

/** Signals of one kind: how many, since when the oldest stands, and who can solve it. */
export interface SignalGroup {
  code: string;
  /** The worst among them. */
  severity: Severity;
  count: number;
  /** How many of those are past their final date. */
  finals: number;
  trajectories: number;
  oldestOn: LocalDate;
  solvableBy: string[];
}

export interface SignalFilter {
  /** Signals as they stood at the end of that day. */
  day: LocalDate;
  /** Nothing raised before this day. */
  from?: LocalDate;
  code?: string;
  severity?: Severity;
  trajectoryId?: Id;
  /** `only` those that were let wait, or those too; without: none of them. */
  snoozed?: 'only' | 'too';
  page?: number;
  pageSize?: number;
}
