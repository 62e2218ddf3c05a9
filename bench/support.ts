// What the benches share: interleaved rounds, medians, scratch folders and plain tables. Only ratios within one run mean something.
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

/** A size that can be set from outside, for a quick look or a long run. */
export const sizeOf = (name: string, usual: number): number => Number(process.env[`BENCH_${name}`] ?? usual);

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear interpolation between the two nearest; 0 of nothing. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0];
  return low + (high - low) * (rank - Math.floor(rank));
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

export function scratch(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'rode-draad-bench-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A folder that several benches of one run use: filled by the first that asks. Without a run around it, a scratch folder that stays. */
export async function shared(name: string, fill: (directory: string) => Promise<void>): Promise<string> {
  const directory = join(process.env.BENCH_SHARED ?? join(tmpdir(), 'rode-draad-bench-shared'), name);
  const done = join(directory, 'filled');
  if (existsSync(done)) return directory;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  await fill(directory);
  writeFileSync(done, '');
  return directory;
}

/** One line of the tables in docs/performance.md. */
export type Line =
  | { kind: 'goal'; figure: string; what: string; value: number; wanted: number; atMost: boolean; reached: boolean }
  | { kind: 'rate'; title: string; who: string; value: number; unit: string; low: number; high: number }
  | { kind: 'note'; text: string };

function keep(line: Line): void {
  const file = process.env.BENCH_RESULTS;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

export const thousands = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);

/** Prints medians, ranges and the ratio to one of them. */
export function report(title: string, results: Record<string, number[]>, base: string, unit = '/s'): void {
  const one = median(results[base] ?? []);
  console.log(`\n## ${title} (median of ${results[base]?.length ?? 0} interleaved rounds)`);
  for (const [who, values] of Object.entries(results)) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const range = `[${thousands(low)} .. ${thousands(high)}]`;
    const value = median(values);
    console.log(`${who.padEnd(56)} ${thousands(value).padStart(10)}${unit}  ${range}  x${(value / one).toFixed(2)}`);
    keep({ kind: 'rate', title, who, value, unit, low, high });
  }
}

/** Prints whether a ratio reaches its goal: at least, or `atMost`. */
export function goal(figure: string, what: string, value: number, wanted: number, atMost = false): void {
  const reached = atMost ? value <= wanted : value >= wanted;
  const side = atMost ? 'at most' : 'at least';
  console.log(
    `${figure}, ${what}: ${value.toFixed(2)} (goal ${side} ${wanted}) ${reached ? 'reached' : 'NOT REACHED'}`,
  );
  keep({ kind: 'goal', figure, what, value, wanted, atMost, reached });
}

/** Prints something that has no figure, such as a baseline that could not run. */
export function note(text: string): void {
  console.log(`!!! ${text}`);
  keep({ kind: 'note', text });
}
