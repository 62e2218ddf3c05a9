/** The arithmetic of small charts: a scale from zero to a round number, its ticks, and dots that stand on each other where they would overlap. */

export type Scale = { readonly max: number; readonly ticks: readonly number[] };

/** Steps that people count in; days also in weeks. */
const STEPS = {
  days: [1, 2, 7, 14, 28, 56, 112, 168, 365, 730, 1_460],
  round: [
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000, 10_000_000,
  ],
  part: [0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 100],
} as const;
const TICKS_MAX = 6;

/** A scale that holds the greatest value, with at most six steps. */
export function scaleTo(greatest: number, kind: keyof typeof STEPS): Scale {
  const steps = STEPS[kind];
  const step = steps.find((size) => greatest <= size * (TICKS_MAX - 1)) ?? steps.at(-1) ?? 1;
  const count = Math.max(1, Math.ceil(greatest / step));
  return { max: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => step * index) };
}

/** A place on the scale as SVG takes it, in percent. */
export const percentOf = (value: number, { max }: Scale): string =>
  `${((Math.min(Math.max(value, 0), max) / max) * 100).toFixed(2)}%`;

/** Parts of the width within which two dots would overlap, and how many may stand on each other. */
const NEAR = 0.016;
const LEVELS = 4;

/** Values from small to great, each with the level on which its dot stands: 0 is the line itself. */
export function stacked<T extends { readonly value: number }>(
  dots: readonly T[],
  { max }: Scale,
): { dot: T; level: number }[] {
  const sorted = [...dots].sort((a, b) => a.value - b.value);
  const last: number[] = [];
  return sorted.map((dot) => {
    const free = last.findIndex((value) => dot.value - value >= NEAR * max);
    const level = free < 0 ? Math.min(last.length, LEVELS) : free;
    last[level] = dot.value;
    return { dot, level };
  });
}
