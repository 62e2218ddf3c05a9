// What time it is, as a port: the product has one clock and no switch for it; tests and seeding hand in their own.
import type { Instant } from '../../workflows/kit/types.js';

/** Token of the clock in Nest's container. */
export const CLOCK = Symbol('Clock');

export interface Clock {
  /** The moment now, as it is stored. */
  now(): Instant;
  /** Milliseconds of a clock that never goes back; only differences mean something. */
  elapsed(): number;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
};
