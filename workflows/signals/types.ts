// The words of signals as data: a case is what is known of a cause before any norm is looked at, a span is a case by the norms in force.
import type { Id, LocalDate } from '../kit/types.js';

export type Severity = 'target' | 'final';

/**
 * A point in time at the grain of signals, which stand or do not stand at the start (`a`) and the end (`b`) of a local day:
 * `2026-04-07a`. Something that happens on a day is there at its end. Points compare as texts.
 */
export type Point = string;

/** From a point (included) to another (not included); without `to` it goes on. */
export interface Interval {
  from: Point;
  to?: Point;
}

/** A value held against a number that an organisation sets. */
export interface Measure {
  value: number;
  is: 'below' | 'above' | 'atLeast';
  /** Key of the setting. */
  norm: string;
}

/** Who or what a signal is about, and what would end it. */
export interface Subject {
  code: string;
  subjectId: Id;
  /** Short number for sentences (`G1`, `B2`, `A1`, `R1`); empty for the trajectory itself. */
  subject: string;
  phase?: string;
  round?: string;
  /** The command that clears it. */
  command: string;
  /** The one person who can, where only one can. */
  ref?: Id;
}

/** A cause, without norms: so that other norms give other spans of the same history without folding it again. */
export interface Case extends Subject {
  severity: Severity;
  /** The day since which the cause is there. */
  base: LocalDate;
  /** Key of the number of days after which it is late; without one the signal stands from `base` on. */
  norm?: string;
  /** Which days the norm counts: every day (default), those outside recess and holidays, or also not the weekends. */
  days?: 'official' | 'working';
  /** Not before this point, whatever the norm says. */
  from?: Point;
  /** Until this point. */
  to?: Point;
  /** All of them have to hold. */
  measures?: Measure[];
  /** Times in which it does not stand. */
  except?: Interval[];
  /** How many things the line stands for. */
  count?: number;
  /** Events that raised it, and that cleared it. */
  raisedBy: Id[];
  clearedBy?: Id[];
}

/** A signal that stood, stands, or will stand when nothing happens. */
export interface Span extends Subject {
  severity: Severity;
  since: LocalDate;
  /** The first day on which it stands. */
  raisesOn: LocalDate;
  /** The day on which it ended; at the end of that day it no longer stands. */
  clearsOn?: LocalDate;
  count: number;
  raisedBy: Id[];
  clearedBy: Id[];
}

/** What was asked to wait, and until when. */
export interface Snooze {
  code: string;
  subjectId: Id;
  on: LocalDate;
  until: LocalDate;
  eventId: Id;
}

/** Numbers and calendar for one trajectory, on each day those that count then. */
export interface Norms {
  /** The days from which other numbers count, earliest first. */
  days: readonly LocalDate[];
  on(day: LocalDate): NormsOfDay;
}

/** Numbers and calendar in force for one trajectory. */
export interface NormsOfDay {
  number(key: string): number;
  calendar: readonly { from: LocalDate; to: LocalDate }[];
}
