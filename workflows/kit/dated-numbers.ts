// A number that changes on days: what was said last counts from its own day on, also over what was said before for a later day.
import type { LocalDate } from './types.js';

/** A number that counts from a day on; null: nothing is set, so what is less specific counts. */
export interface DatedNumber {
  from: LocalDate;
  value: number | null;
}

/** The numbers after one more was said; earliest day first. */
export const numbersWith = (said: readonly DatedNumber[], next: DatedNumber): DatedNumber[] => [
  ...said.filter(({ from }) => from < next.from),
  next,
];

/** What counts on a day; null where nothing is set, or not yet. */
export const numberOn = (said: readonly DatedNumber[], day: LocalDate): number | null =>
  said.findLast(({ from }) => from <= day)?.value ?? null;
