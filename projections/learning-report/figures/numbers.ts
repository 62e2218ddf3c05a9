// The arithmetic of the figures: quantiles, sums and shares. Nothing to divide by gives null, never zero.

/** The q-quantile by linear interpolation at rank 1 + (n - 1) * q, over values in any order; null without values. */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at));
}

/** P50 and P80 under names with this ending: `p50Days`, `p80Days`. */
export function spread(ending: string, values: readonly (number | null)[]): Record<string, number | null> {
  const known = values.filter((value) => value !== null);
  return { [`p50${ending}`]: quantile(known, 0.5), [`p80${ending}`]: quantile(known, 0.8) };
}

export const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** A part of a whole, or null when there is no whole. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The share of the rows for which it holds. */
export const shareOf = <T>(rows: readonly T[], holds: (row: T) => boolean): number | null =>
  share(rows.filter(holds).length, rows.length);
