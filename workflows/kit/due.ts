// What the calendar brings by itself: as the clock does it, and as it is awaited.
import type { Data } from './commands.js';
import { addDays, atLocal } from './time.js';
import type { Instant, LocalDate } from './types.js';

/** A command that fell due by the clock. */
export interface Due {
  command: string;
  payload: Data;
  at: string;
}

/** Something that the calendar will bring by itself, as things stand now. */
export interface Awaited {
  /** The command that the clock will send, or `PhaseStarted`. */
  act: string;
  /** What it is about, for a command. */
  about?: string;
  /** The moment at which it falls due, by the settings in force. */
  at: Instant;
  /** How that moment follows from a setting; absent when it follows from none. */
  counted?: Counted;
  /** Something stands in its way: it will not be done then, unless something is recorded, corrected or set meanwhile. */
  isHeld: boolean;
}

/** A term of so many days after a day, as a setting says. */
export interface Counted {
  from: LocalDate;
  key: string;
  /** Days where nobody set any. */
  standard: number;
}

/** The end of the last day of a term, which is the start of the day after. */
export const countedTo = ({ from }: Counted, days: number): Instant => atLocal(addDays(from, days + 1));
