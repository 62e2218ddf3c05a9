// The settings an organisation can change: numbers marked D in the domain, with their defaults and limits, and names.
import type { OrganisationFacts } from './v1.workflow.js';

/** Numbers marked D that this version reads: default and the range that makes sense. */
export const NUMBER_SETTINGS: Readonly<Record<string, { standard: number; min: number; max: number }>> = {
  'feedback.reactionDays': { standard: 7, min: 0, max: 90 },
  'norm.FEEDBACK_OVERDUE.target': { standard: 28, min: 1, max: 365 },
  'norm.FEEDBACK_OVERDUE.final': { standard: 42, min: 1, max: 365 },
  'approval.decideDays': { standard: 14, min: 1, max: 365 },
};

/** Texts an organisation can set. */
export const TEXT_SETTINGS: readonly string[] = ['name'];

/** The numbers in force: what was set for the whole organisation, else the default. */
export function numberSettings(facts: OrganisationFacts): Map<string, number> {
  return new Map(
    Object.entries(NUMBER_SETTINGS).map(([key, { standard }]) => {
      const value = facts.settings.get(key)?.value;
      return [key, typeof value === 'number' ? value : standard];
    }),
  );
}

/** What is wrong with a value for a key, in terms of what was expected; undefined when it fits. */
export function wrongSetting(key: string, value: unknown, facts: OrganisationFacts): string | undefined {
  if (TEXT_SETTINGS.includes(key)) return typeof value === 'string' && value.trim() !== '' ? undefined : 'text';
  const known = NUMBER_SETTINGS[key];
  if (!known) return [...TEXT_SETTINGS, ...Object.keys(NUMBER_SETTINGS)].join(', ');
  if (typeof value !== 'number' || value < known.min || value > known.max) return `${known.min}-${known.max}`;
  const numbers = new Map(numberSettings(facts)).set(key, value);
  const target = numbers.get(key.replace(/\.final$/, '.target')) ?? 0;
  const final = numbers.get(key.replace(/\.target$/, '.final')) ?? Number.MAX_SAFE_INTEGER;
  return key.startsWith('norm.') && target > final ? 'target <= final' : undefined;
}
