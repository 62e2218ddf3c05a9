// When to kill: after so many acknowledgements, and then mostly while the log is being written, because that is where things get lost.
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers from 0 up to 1 that follow from the seed, so that a run that failed can be repeated (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Longest to look out for a write, in milliseconds. */
const LOOK_MS = 20;

/** Which part of an append to hit. */
export type Aim = 'written' | 'answered' | 'anywhere';

/** Two rounds of three aim at a write that was not yet answered. */
export const aimOf = (chance: () => number): Aim => {
  const drawn = chance();
  return drawn < 0.66 ? 'written' : drawn < 0.83 ? 'answered' : 'anywhere';
};

/** Waits, without letting anything else of this process run, until the log is written to, and then some microseconds. */
export function whileWriting(directory: string, chance: () => number): void {
  const file = join(directory, 'events.sqlite-wal');
  const before = statSync(file, { bigint: true }).mtimeNs;
  const start = performance.now();
  while (statSync(file, { bigint: true }).mtimeNs === before && performance.now() - start < LOOK_MS);
  const hit = performance.now() + chance() * 1.5;
  while (performance.now() < hit);
}
