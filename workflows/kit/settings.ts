// Which number of the settings counts somewhere: the most specific one wins, and of several municipalities the shortest norm.
import type { Id, Settings } from './types.js';

/**
 * The number in force for these municipalities: that of the municipality, else of the organisation, else `standard`. For several
 * municipalities the smallest norm (`norm.…`), and for other numbers that of the organisation.
 */
export function numberFor(
  settings: Pick<Settings, 'numbers' | 'local'>,
  municipalityIds: readonly Id[],
  key: string,
  standard: number,
): number {
  const whole = settings.numbers.get(key) ?? standard;
  const own = municipalityIds.map((id) => settings.local?.get(id)?.get(key) ?? whole);
  if (own.length === 0 || (own.length > 1 && !key.startsWith('norm.'))) return whole;
  return Math.min(...own);
}
