// Numbers, amounts and dates as people read them, in Dutch and in English; by hand, so that a rebuild on another machine gives the same text.
import { localDay, localTime } from '../../workflows/kit/time.js';

export type Language = 'nl' | 'en';

const MONTHS: Record<Language, readonly string[]> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
const MARKS: Record<Language, { thousand: string; decimal: string }> = {
  nl: { thousand: '.', decimal: ',' },
  en: { thousand: ',', decimal: '.' },
};

/** `1.234,5` (nl) or `1,234.5` (en); at most two decimals, none when they are zero. Anything but a number is shown as it is. */
export function number(value: unknown, language: Language): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return plain(value);
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(2).split('.');
  const rest = decimals.replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${grouped(whole, language)}${rest && MARKS[language].decimal + rest}`;
}

/** `€ 1.250,50`, and `€ 250` for whole euros, from cents. */
export function euros(cents: unknown, language: Language): string {
  if (typeof cents !== 'number' || !Number.isFinite(cents)) return plain(cents);
  const [whole = '', decimals = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `€ ${cents < 0 ? '-' : ''}${grouped(whole, language)}${decimals === '00' ? '' : MARKS[language].decimal + decimals}`;
}

/** `12 juni 2026`, from a day such as `2026-06-12`. */
export function date(day: unknown, language: Language): string {
  const parts = typeof day === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) : null;
  if (!parts) return plain(day);
  return `${Number(parts[3])} ${MONTHS[language][Number(parts[2]) - 1] ?? ''} ${parts[1]}`;
}

/** `12 juni 2026, 19.30 uur` (nl) or `12 June 2026, 19:30` (en), from an instant; in Europe/Amsterdam. */
export function time(instant: unknown, language: Language): string {
  if (typeof instant !== 'string' || Number.isNaN(Date.parse(instant))) return plain(instant);
  const clock = localTime(instant);
  return `${date(localDay(instant), language)}, ${language === 'nl' ? `${clock.replace(':', '.')} uur` : clock}`;
}

/** A value of which nothing is known, as text; nothing for what is absent. */
export function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const grouped = (whole: string, language: Language): string =>
  whole.replaceAll(/\B(?=(\d{3})+$)/g, MARKS[language].thousand);
