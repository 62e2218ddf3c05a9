// The day that a page looks at: read from its address, kept in the links between pages, and shown in a banner with the two questions.
import type { FastifyRequest } from 'fastify';
import { date } from '../../projections/kit/format.js';
import { isLocalDate } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';
import type { BannerProps } from '../../web/parts/banner.js';
import type { DayFieldProps, PastView } from '../../web/parts/past.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Lang } from '../../web/text/index.js';
import { inputError } from '../http/problem-texts.js';
import { Problem } from '../http/problem.js';
import { pastOf } from '../queries/past.js';
import type { AsOf } from '../trajectories/past.js';
import { addressWith, queryValue } from './answer.js';
import { languageOfPage } from './language.js';

/** What stays in the address of every page of the same day; nothing when it is about now. */
export type DayQuery = Readonly<Record<string, string>>;

/**
 * The day in the address when it is over; undefined for a page about now.
 * @throws Problem bad-query for a word that is no day.
 */
export function pastIn(request: FastifyRequest, today: LocalDate): AsOf | undefined {
  const day = queryValue(request, 'asOf');
  if (day === '') return undefined;
  if (!isLocalDate(day))
    throw new Problem('bad-query', { errors: [inputError('asOf', 'bad-date', {}, languageOfPage(request))] });
  return pastOf({ day, knownThen: queryValue(request, 'known') === 'then' }, today);
}

/** A past day in the address of a page that is about now: somebody came from that day. A word that is no day counts as none. */
export function cameFrom(request: FastifyRequest, today: LocalDate): AsOf | undefined {
  const day = queryValue(request, 'asOf');
  return isLocalDate(day) ? pastOf({ day, knownThen: queryValue(request, 'known') === 'then' }, today) : undefined;
}

/** Says that this page is about now and not about the day that was looked at, with the way back to that day. */
export function nowBanner(past: AsOf, lang: Lang): BannerProps {
  const words = screenTexts(lang).past;
  const day = date(past.day, lang);
  return { kind: 'now', text: words.isNow(day), link: { label: words.backTo(day), href: onDay('/trajecten', past) } };
}

/** That day for the address of another page. */
export const dayQuery = (past: AsOf | undefined): DayQuery =>
  past ? { asOf: past.day, ...(past.knownThen ? { known: 'then' } : {}) } : {};

/** A path within the same day. */
export const onDay = (path: string, past: AsOf | undefined): string => addressWith(path, dayQuery(past), {});

/** The banner; `fewer` = how many lines less were known then, where the page counts them. */
export function pastView(request: FastifyRequest, past: AsOf, fewer?: number): PastView {
  const lang = languageOfPage(request);
  const words = screenTexts(lang).past;
  const day = date(past.day, lang);
  const question = (knownThen: boolean, text: string, note: string) => ({
    text,
    note,
    href: here(request, dayQuery({ day: past.day, knownThen })),
    current: past.knownThen === knownThen,
  });
  return {
    title: words.title(day),
    label: words.questions,
    questions: [
      question(false, words.so(day), words.soNote),
      question(true, words.known(day), fewer === undefined ? words.knownNote : words.fewer(fewer)),
    ],
    back: { label: words.today, href: here(request, {}) },
  };
}

/** The field in which a day is chosen, for this page with the rest of its choices. */
export function dayField(
  request: FastifyRequest,
  past: AsOf | undefined,
  today: LocalDate,
  kept: Readonly<Record<string, string>> = {},
): DayFieldProps {
  const lang = languageOfPage(request);
  const { day: label, show: button } = screenTexts(lang).past;
  return {
    lang,
    action: request.url.split('?')[0] ?? '/',
    hidden: { ...kept, known: past?.knownThen ? 'then' : '' },
    label,
    button,
    ...(past ? { value: past.day } : {}),
    max: today,
  };
}

/** The address of this page on another day, or of now. */
function here(request: FastifyRequest, day: DayQuery): string {
  const url = new URL(request.url, 'http://page');
  const rest = [...url.searchParams].filter(([name]) => !['asOf', 'known', 'klaar', 'pagina'].includes(name));
  return addressWith(url.pathname, Object.fromEntries(rest), day);
}
