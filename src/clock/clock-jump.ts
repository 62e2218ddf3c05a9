// Notices that somebody set the clock of the machine, or that the machine slept: the time of day went another way than the time that passed.
import type { Instant } from '../../workflows/kit/types.js';

/** Both times at one moment: the time of day, and milliseconds of a clock that never goes back. */
export interface Moment {
  now: Instant;
  elapsed: number;
}

/** Clocks are corrected by seconds all the time; more than this is worth a word. */
const JUMP_MS = 60_000;

/** Milliseconds that the time of day went ahead (or back, negative) of the time that passed; undefined when they agree within a minute. */
export function jumpBetween(before: Moment, after: Moment): number | undefined {
  const jumped = Date.parse(after.now) - Date.parse(before.now) - (after.elapsed - before.elapsed);
  return Math.abs(jumped) > JUMP_MS ? jumped : undefined;
}

/** What an operator should know of a jump, and do. */
export function jumpSentence(jumped: number): string {
  const minutes = Math.round(Math.abs(jumped) / 60_000);
  return jumped < 0
    ? `The clock of this machine went back ${minutes} minutes. Nothing is recorded earlier than what was recorded before. Check the time service.`
    : `The clock of this machine went ahead ${minutes} minutes (set, or asleep). What fell due meanwhile is done now, each thing once. Check the time service if it did not sleep.`;
}
