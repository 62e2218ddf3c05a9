// What the benches share: interleaved rounds, medians, scratch folders and a plain table. Only ratios within one run mean something.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A round of one variant: how many operations it did in how many milliseconds. */
export interface Measured {
  operations: number;
  ms: number;
}
export type Variant = () => Promise<Measured> | Measured;

/** Runs all variants once per round, in turn, after one warm-up round; answers operations per second of each round. */
export async function interleave<K extends string>(
  variants: Record<K, Variant>,
  rounds = ROUNDS,
): Promise<Record<K, number[]>> {
  const results = Object.fromEntries(Object.keys(variants).map((name) => [name, []])) as unknown as Record<K, number[]>;
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, variant] of Object.entries<Variant>(variants)) {
      globalThis.gc?.();
      const { operations, ms } = await variant();
      if (round >= 0) results[name as K].push((operations / ms) * 1_000);
    }
  }
  return results;
}

/** Milliseconds of a monotonic clock. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Runs `work` and says how long it took. */
export async function timed(operations: number, work: () => unknown): Promise<Measured> {
  const start = now();
  await work();
  return { operations, ms: now() - start };
}

export function scratch(): { directory: string; remove(): void } {
  const directory = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'rode-draad-bench-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Prints medians, ranges and the ratio to one of them. */
export function report(title: string, results: Record<string, number[]>, base: string): void {
  const unit = median(results[base] ?? []);
  console.log(`\n## ${title} (median of ${ROUNDS} interleaved rounds)`);
  for (const [name, values] of Object.entries(results)) {
    const figure = Math.round(median(values)).toLocaleString('en-GB').padStart(12);
    const range = `${Math.round(Math.min(...values)).toLocaleString('en-GB')} .. ${Math.round(Math.max(...values)).toLocaleString('en-GB')}`;
    console.log(`${name.padEnd(52)} ${figure}/s  [${range}]  x${(median(values) / unit).toFixed(2)}`);
  }
}

/** Prints whether a ratio reaches its goal. */
export function goal(name: string, ratio: number, wanted: number): void {
  console.log(`${name}: ${ratio.toFixed(2)} (goal ${wanted}) ${ratio >= wanted ? 'reached' : 'NOT REACHED'}`);
}
