// Days and instants in Europe/Amsterdam, computed from the European summer-time rule so that folds stay fast and pure.
// Norms count local days; stored times are UTC instants.
import type { Instant, LocalDate, Recorded } from './types.js';

const DAY = 86_400_000;

/** Instant at which summer time begins (month 2) or ends (month 9): the last Sunday at 01:00 UTC. */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1));
  return lastDay.getTime() - lastDay.getUTCDay() * DAY;
}

/** Begin and end of summer time per year: asked for every event, worked out once. */
const SUMMERS = new Map<number, readonly [begin: number, end: number]>();
function summerOf(year: number): readonly [begin: number, end: number] {
  const known = SUMMERS.get(year);
  if (known) return known;
  const summer = [lastSunday(year, 2), lastSunday(year, 9)] as const;
  SUMMERS.set(year, summer);
  return summer;
}

function offset(ms: number): number {
  const [begin, end] = summerOf(new Date(ms).getUTCFullYear());
  return (ms >= begin && ms < end ? 2 : 1) * 3_600_000;
}

/** Answers given before are kept, so many that the days of a page of events are among them. */
const KEPT_MAX = 4_096;
function kept<T>(answers: Map<string, T>, key: string, made: () => T): T {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = made();
  if (answers.size >= KEPT_MAX) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** Days by the hour of an instant: the clocks change on the whole hour only. */
const DAYS = new Map<string, LocalDate>();

/** The local day on which an instant falls. */
export function localDay(at: Instant): LocalDate {
  const made = (): LocalDate => {
    const ms = Date.parse(at);
    return new Date(ms + offset(ms)).toISOString().slice(0, 10);
  };
  return at.endsWith('Z') && at[13] === ':' ? kept(DAYS, at.slice(0, 13), made) : made();
}

/** Local wall-clock time of an instant as `HH:MM`. */
export function localTime(at: Instant): string {
  const ms = Date.parse(at);
  return new Date(ms + offset(ms)).toISOString().slice(11, 16);
}

/** The instant of a wall-clock time (`HH:MM`, default midnight) on a local day. */
export function atLocal(day: LocalDate, time = '00:00'): Instant {
  const wall = Date.parse(`${day}T${time}:00.000Z`);
  const guess = wall - offset(wall - 3_600_000);
  return new Date(wall - offset(guess)).toISOString();
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: LocalDate, n: number): LocalDate {
  return kept(SUMS, `${day} ${n}`, () =>
    new Date(Date.parse(`${day}T00:00:00.000Z`) + n * DAY).toISOString().slice(0, 10),
  );
}
const SUMS = new Map<string, LocalDate>();

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  if (from === to) return 0;
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY);
}

/** A norm of `n` days is met until the end of local day `day + n` and late from the day after. */
export function late(day: LocalDate, n: number, today: LocalDate): boolean {
  return today > addDays(day, n);
}

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** The instant in the stored form (UTC, milliseconds), or undefined when the text is not an RFC 3339 date-time that exists. */
export function toInstant(text: string): Instant | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  const ms = parts ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) || !isLocalDate(parts?.[1] ?? '') ? undefined : new Date(ms).toISOString();
}

/** True for a day that exists in the calendar. */
export function isLocalDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    kept(REAL, text, () => {
      const ms = Date.parse(`${text}T00:00:00.000Z`);
      return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
    })
  );
}
const REAL = new Map<string, boolean>();

/** The day an event tells of, also after a correction of that day, and its moment: the stored one when it falls on that day. */
export function happenedOf({ data, meta }: Pick<Recorded, 'data' | 'meta'>): { on: LocalDate; at: Instant } {
  const given = [data.happenedOn, data.on].find((day): day is string => typeof day === 'string' && isLocalDate(day));
  const recorded = localDay(meta.occurredAt);
  return given === undefined || given === recorded
    ? { on: recorded, at: meta.occurredAt }
    : { on: given, at: atLocal(given) };
}
