// What people type, read the way they write it: 1.250,50 euro, 7,5 uur, 28-4-2026. Reading and writing stand side by side.
import { atLocal, isLocalDate, localDay, localTime } from '../../../workflows/kit/time.js';

/** A number with a comma or a point for decimals and points or spaces for thousands; undefined when it is no number. */
export function readNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0€]/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** Euro cents of an amount in euros; undefined when it is no amount or has more than two decimals. */
export function readCents(text: string): number | undefined {
  const euros = readNumber(text);
  if (euros === undefined) return undefined;
  const cents = Math.round(euros * 100);
  return Math.abs(cents - euros * 100) < 1e-6 ? cents : undefined;
}

/** A day written as 2026-04-28, 28-4-2026, 28/4/2026 or 28.4.2026; undefined when it does not exist. */
export function readDate(text: string): string | undefined {
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const day = dutch ? `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}` : text;
  return isLocalDate(day) ? day : undefined;
}

/** The instant of a day and a time in local time: 2026-04-28T19:00, 28-4-2026 19.00 or with a colon; undefined when it does not exist. */
export function readMoment(text: string): string | undefined {
  const parts = /^(\S+?)[T ,]+(\d{1,2})[.:](\d{2})(?::\d{2})?(?: ?uur)?$/.exec(text);
  const day = readDate(parts?.[1] ?? '');
  if (!parts || day === undefined || Number(parts[2]) > 23 || Number(parts[3]) > 59) return undefined;
  return atLocal(day, `${parts[2]?.padStart(2, '0')}:${parts[3]}`);
}

/** `1.250,50` of a number; without decimals when there are none, with two when `money`. */
export function writeNumber(value: number, money = false): string {
  const [whole = '', decimals = ''] = (money ? value / 100 : value).toFixed(2).split('.');
  const rest = money && decimals !== '00' ? decimals : decimals.replace(/0+$/, '');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')}${rest && `,${rest}`}`;
}

/** `2026-04-28T19:00` of an instant, as the browser's own control wants it. */
export function writeMoment(at: string): string {
  return Number.isNaN(Date.parse(at)) ? '' : `${localDay(at)}T${localTime(at)}`;
}
