// Time and chance as the adapter sees them, handed in so that a test decides about both.

export interface Timing {
  /** Monotonic milliseconds. */
  elapsed(): number;
  /** Calls back after that time; answers how to prevent it. */
  after(ms: number, work: () => void): () => void;
  /** A number from 0 up to 1, for jitter. */
  random(): number;
}

export const systemTiming: Timing = {
  elapsed: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Resolves after that time. */
export function pause(timing: Timing, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timing.after(ms, resolve);
  });
}

const FIRST_MS = 50;
const LONGEST_MS = 1_000;

/** How long to wait after that many failures in a row (from 1): doubling up to a second, and never for all callers the same. */
export function backOff(timing: Timing, failures: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return longest * (0.5 + timing.random() / 2);
}
