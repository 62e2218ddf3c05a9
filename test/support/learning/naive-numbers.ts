// The arithmetic of the naive count, written out by the words of the reference.
import type { Counted } from './naive-figures.js';

export type InPeriod = (one: { day: string }) => boolean;
export type Note = (key: string, n: number, values: Counted['values']) => unknown;

/** P-quantile as the reference says it: linear interpolation at rank 1 + (n - 1) * q. */
export function rank(values: number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const position = 1 + (sorted.length - 1) * q;
  const low = Math.floor(position);
  const fraction = position - low;
  const at = (nr: number): number => sorted[Math.min(nr, sorted.length) - 1] ?? Number.NaN;
  return at(low) * (1 - fraction) + at(low + 1) * fraction;
}
export const half = (values: number[]): number | null => rank(values, 0.5);
export const most = (values: number[]): number | null => rank(values, 0.8);
export const part = (some: number, all: number): number | null => (all === 0 ? null : some / all);
export const count = <T>(all: T[], holds: (one: T) => boolean): number => all.filter(holds).length;
export const known = (values: (number | null)[]): number[] => values.filter((value) => value !== null);
