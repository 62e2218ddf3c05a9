// Which number of the settings counts somewhere: the most specific one wins, and of several municipalities the shortest norm.
import { numberOn } from './dated-numbers.js';
import type { DatedNumber, Id, LocalDate, Settings } from './types.js';

/** What was set, by key or `key@municipality`, with the days from which it counts. */
export type Dated = ReadonlyMap<string, readonly DatedNumber[]>;

/** Later than any day: what was said last. */
const LAST = '9999-12-31';

/**
 * The number that counts on a day for these municipalities: that of the municipality, else of the organisation, else `standard`. For several
 * municipalities the smallest norm (`norm.…`), and for other numbers that of the organisation.
 */
export function numberFor(
  settings: Pick<Settings, 'numbers' | 'local' | 'dated'>,
  municipalityIds: readonly Id[],
  key: string,
  standard: number,
  day = LAST,
): number {
  const { dated } = settings;
  if (dated) return datedNumber(dated, municipalityIds, key, standard, day);
  const whole = settings.numbers.get(key) ?? standard;
  return specific(
    key,
    whole,
    municipalityIds.map((id) => settings.local?.get(id)?.get(key)),
  );
}

/** The same from what was set, wherever that is kept. */
export function datedNumber(
  dated: Dated,
  municipalityIds: readonly Id[],
  key: string,
  standard: number,
  day: LocalDate,
): number {
  const on = (id: string): number | undefined => numberOn(dated.get(id) ?? [], day) ?? undefined;
  return specific(
    key,
    on(key) ?? standard,
    municipalityIds.map((id) => on(`${key}@${id}`)),
  );
}

function specific(key: string, whole: number, local: readonly (number | undefined)[]): number {
  if (local.length === 0 || (local.length > 1 && !key.startsWith('norm.'))) return whole;
  return Math.min(...local.map((own) => own ?? whole));
}

/** The days from which another number counts for these municipalities, earliest first. */
export function changesOf(dated: Dated, municipalityIds: readonly Id[], keys: readonly string[]): LocalDate[] {
  const ids = keys.flatMap((key) => [key, ...municipalityIds.map((id) => `${key}@${id}`)]);
  return [...new Set(ids.flatMap((id) => (dated.get(id) ?? []).map(({ from }) => from)))].sort();
}
