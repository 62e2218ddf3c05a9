// The settings an organisation can change, whole or for one municipality: numbers marked D in the domain, with their defaults and limits,
// the day from which signals are shown, and names.
import { numberOn, numbersWith } from '../kit/dated-numbers.js';
import { isLocalDate } from '../kit/time.js';
import type { DatedNumber, Id, LocalDate, Settings } from '../kit/types.js';
import { SIGNAL_NUMBERS, type NumberSetting } from '../signals/norms.js';
import type { OrganisationFacts } from './v1.workflow.js';

/** Numbers marked D that this version reads: default and the range that makes sense. */
export const NUMBER_SETTINGS: Readonly<Record<string, NumberSetting>> = {
  'feedback.reactionDays': { standard: 7, min: 0, max: 90 },
  'approval.decideDays': { standard: 14, min: 1, max: 365 },
  ...SIGNAL_NUMBERS,
};

/** Texts an organisation can set, only as a whole. */
export const TEXT_SETTINGS: readonly string[] = ['name'];

/** Days an organisation can set, only as a whole: signals raised before `signalsFrom` are not shown. */
export const DATE_SETTINGS: readonly string[] = ['signalsFrom'];

/** Every key, in the order in which screens list them. */
export const SETTING_KEYS: readonly string[] = [...TEXT_SETTINGS, ...DATE_SETTINGS, ...Object.keys(NUMBER_SETTINGS)];

/** Key of a setting in the facts: of the organisation, or of one municipality. */
export const settingId = (key: string, municipalityId?: Id): string =>
  municipalityId ? `${key}@${municipalityId}` : key;

/** The numbers in force: what was set for the whole organisation, else the default. */
export function numberSettings(facts: OrganisationFacts): Map<string, number> {
  return new Map(
    Object.entries(NUMBER_SETTINGS).map(([key, { standard }]) => [key, numberSet(facts, key) ?? standard]),
  );
}

/** Numbers that municipalities set for themselves. */
export function localNumbers(facts: OrganisationFacts): Map<Id, Map<string, number>> {
  const local = new Map<Id, Map<string, number>>();
  for (const { key, municipalityId, value } of facts.settings.values()) {
    if (municipalityId === undefined || typeof value !== 'number') continue;
    local.set(municipalityId, new Map(local.get(municipalityId)).set(key, value));
  }
  return local;
}

/** A number of the organisation or of one municipality, as it counts on a day and from later days on. */
export interface ShownNumber {
  key: string;
  municipalityId?: Id;
  /** Null: the municipality has none of its own then. */
  value: number | null;
  ahead: readonly DatedNumber[];
}

/** Every number as it counts on that day, those of municipalities after those of the organisation. */
export function numbersShown({ dated = new Map() }: Pick<Settings, 'dated'>, day: LocalDate): ShownNumber[] {
  const shown = (id: string): Pick<ShownNumber, 'value' | 'ahead'> => {
    const said = dated.get(id) ?? [];
    return { value: numberOn(said, day), ahead: said.filter(({ from }) => from > day) };
  };
  const whole = Object.entries(NUMBER_SETTINGS).map(([key, { standard }]) => {
    const { value, ahead } = shown(key);
    return { key, value: value ?? standard, ahead };
  });
  const local = [...dated.keys()].flatMap((id) => {
    const [key = '', municipalityId] = id.split('@');
    return municipalityId === undefined ? [] : [{ key, municipalityId, ...shown(id) }];
  });
  return [...whole, ...local.filter(({ value, ahead }) => value !== null || ahead.length > 0)];
}

/** The day from which signals are shown: as set, else the first day of the organisation's first month. */
export function signalsFromOf(facts: OrganisationFacts): string | undefined {
  const set = facts.settings.get('signalsFrom')?.value;
  return typeof set === 'string' ? set : facts.beganOn && `${facts.beganOn.slice(0, 7)}-01`;
}

function numberSet(facts: OrganisationFacts, key: string, municipalityId?: Id): number | undefined {
  const value = facts.settings.get(settingId(key, municipalityId))?.value;
  return typeof value === 'number' ? value : undefined;
}

/** What is wrong with a value for a key, in terms of what was expected; undefined when it fits. */
export function wrongSetting(
  key: string,
  value: unknown,
  facts: OrganisationFacts,
  from: LocalDate,
  municipalityId?: Id,
): string | undefined {
  if (TEXT_SETTINGS.includes(key) || DATE_SETTINGS.includes(key)) {
    if (municipalityId !== undefined) return 'no municipality';
    if (typeof value !== 'string' || value.trim() === '') return 'text';
    return DATE_SETTINGS.includes(key) && !isLocalDate(value) ? 'date' : undefined;
  }
  const known = NUMBER_SETTINGS[key];
  if (!known) return SETTING_KEYS.join(', ');
  // Null takes the number back: then that of the organisation, or the default, counts again.
  if (value === null) return targetAfterFinal(key, { from, value }, facts, municipalityId);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < known.min || value > known.max)
    return `${known.min}-${known.max}`;
  return targetAfterFinal(key, { from, value }, facts, municipalityId);
}

/** A target that comes after its final on some day from then on, here or in a municipality that sets only the other of the two. */
function targetAfterFinal(
  key: string,
  next: DatedNumber,
  facts: OrganisationFacts,
  municipalityId: Id | undefined,
): string | undefined {
  const target = key.replace(/\.final$/, '.target');
  const final = key.replace(/\.target$/, '.final');
  if (target === final || !(target in NUMBER_SETTINGS) || !(final in NUMBER_SETTINGS)) return undefined;
  const said = (asked: string, place: Id | undefined): readonly DatedNumber[] => {
    const before = facts.settings.get(settingId(asked, place))?.dated ?? [];
    return asked === key && place === municipalityId ? numbersWith(before, next) : before;
  };
  const at = (asked: string, place: Id | undefined, day: LocalDate): number =>
    numberOn(said(asked, place), day) ?? numberOn(said(asked, undefined), day) ?? NUMBER_SETTINGS[asked]?.standard ?? 0;
  const places = municipalityId === undefined ? [undefined, ...facts.municipalities.keys()] : [municipalityId];
  const isWrong = places.some((place) => {
    const all = [target, final].flatMap((asked) => [...said(asked, place), ...said(asked, undefined)]);
    const days = all.map(({ from }) => from).filter((day) => day >= next.from);
    return days.some((day) => at(target, place, day) > at(final, place, day));
  });
  return isWrong ? 'target <= final' : undefined;
}
