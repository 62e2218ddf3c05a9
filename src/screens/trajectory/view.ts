// The page of one trajectory as plain data, from its row, its folded stream and a page of its logbook.
import { localDay, localTime } from '../../../workflows/kit/time.js';
import { date, euros, number } from '../../../projections/kit/format.js';
import { CATEGORIES, type Category } from '../../../projections/logbook/categories.js';
import type { LogbookEntry, Page } from '../../../projections/logbook/logbook.queries.js';
import type { DeadlineView, StatusDetail } from '../../../projections/status-overview/views.js';
import type { FilterLink } from '../../../web/parts/lists.js';
import type { PhaseBlock } from '../../../web/parts/strip.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { GroupBar, MoneyView, StoryView, TrajectoryView } from '../../../web/screens/trajectory.js';
import type { Lang } from '../../../web/text/index.js';
import type { AsOf } from '../../trajectories/past.js';
import { addressWith } from '../answer.js';
import { onDay } from '../past.js';
import { rowState } from '../rows.js';
import { ScreenWords } from '../words.js';
import { storyDays } from './story.js';

/** The head: place, theme and level above the name, state and version below it, contact and next date at the side. */
export function headOf(
  status: StatusDetail,
  internal: boolean,
  lang: Lang,
  then?: { past: AsOf; events: number },
): TrajectoryView['head'] {
  const words = new ScreenWords(lang);
  const { trajectory: texts, past } = screenTexts(lang);
  const towns = status.municipalities.map(({ name }) => name).join(', ');
  const [next] = status.deadlines;
  const last = status.revision + 1;
  const { lastEventAt } = status;
  return {
    title: status.title,
    above: [towns, status.theme, texts.level(words.anyChoice('level', status.level))].join(' · '),
    state: { ...rowState(status.state, lang), label: status.state.label[lang] },
    meta: [
      texts.workflow(status.workflow, status.version),
      [
        then ? past.state(date(then.past.day, lang)) : texts.upTo,
        // The last event may be outside the public edition; then its number leads nowhere.
        internal
          ? { text: String(last), href: onDay(`/trajecten/${status.trajectoryId}/gebeurtenissen/${last}`, then?.past) }
          : String(last),
        then ? past.of(then.events) : `, ${date(localDay(lastEventAt), lang)} ${localTime(lastEventAt)}`,
      ],
    ],
    ...(status.question === undefined ? {} : { finding: status.question }),
    facts: [
      { term: texts.contact, value: status.singleContact?.publicName ?? texts.noContact },
      ...(internal ? [{ term: texts.next, value: next ? deadlineText(next, lang) : texts.noNext }] : []),
    ],
  };
}

/** '12 juni 2026 · Gesprek G1'. */
export function deadlineText({ on, kind, subject }: DeadlineView, lang: Lang): string {
  return `${date(on, lang)} · ${deadlineName({ kind, subject }, lang)}`;
}

export function deadlineName({ kind, subject }: Pick<DeadlineView, 'kind' | 'subject'>, lang: Lang): string {
  const name = screenTexts(lang).home.deadlines[kind] ?? kind;
  if (kind === 'phaseEnd') return `${name} ${new ScreenWords(lang).part(subject.split('/')[0] ?? subject)}`;
  return /^[A-Z]\d+$/.test(subject) ? `${name} ${subject}` : name;
}

/** Width of a block in days: 120 unless a phase is longer. */
export function stripDays(blocks: readonly PhaseBlock[]): number {
  const ends = blocks.flatMap(({ bars }) => [bars?.plan?.to ?? 0, ...(bars?.actual ?? []).map(({ to }) => to)]);
  return Math.max(120, ...ends);
}

/** Groups with how many were heard. */
export const groupBars = ({ groups }: StatusDetail): GroupBar[] =>
  groups.map(({ groupId, name, reached, min, target, invited, required, waived }) => ({
    id: groupId,
    name,
    heard: reached,
    min,
    target,
    invited,
    required,
    waived,
  }));

/** Hours and money booked against approved. */
export function moneyView({ hours, cents }: StatusDetail, lang: Lang): MoneyView {
  const share = (booked: number, approved: number): number => (approved > 0 ? booked / approved : 0);
  const isApproved = hours.approved !== undefined && cents.approved !== undefined;
  return {
    hours: number(hours.booked, lang),
    cents: euros(cents.booked, lang),
    ...(isApproved
      ? {
          approved: {
            hours: number(hours.approved, lang),
            cents: euros(cents.approved, lang),
            hoursPart: share(hours.booked, hours.approved ?? 0),
            centsPart: share(cents.booked, cents.approved ?? 0),
          },
        }
      : {}),
  };
}

/** What the address chooses of the story and the chart. */
export interface Choice {
  soort: string;
  versie: string;
  pagina: string;
  fase: string;
  asOf: string;
  known: string;
}

export const categoryOf = (choice: Choice): Category | undefined => CATEGORIES.find((known) => known === choice.soort);

/** The story with its filters, which live in the address. */
export function storyView(
  id: string,
  entries: Page<LogbookEntry>,
  choice: Choice,
  mayReadAll: boolean,
  lang: Lang,
  past?: AsOf,
): StoryView {
  const words = screenTexts(lang).trajectory;
  const at = (changes: Partial<Choice>): string =>
    `${addressWith(`/trajecten/${id}`, { ...choice }, { pagina: '', ...changes })}#verhaal`;
  const pages = Math.max(1, Math.ceil(entries.total / entries.pageSize));
  const isPublic = choice.versie === 'openbaar';
  return {
    days: storyDays(entries.items, lang, past ? { past } : {}),
    ...(past ? { title: screenTexts(lang).past.story(date(past.day, lang)) } : {}),
    total: number(entries.total, lang),
    categories: ['', ...CATEGORIES].map((soort): FilterLink => ({
      label: words.categories[soort || 'all'] ?? soort,
      href: at({ soort }),
      current: soort === choice.soort,
    })),
    ...(mayReadAll
      ? {
          editions: [
            { label: words.internal, href: at({ versie: '' }), current: !isPublic },
            { label: words.public, href: at({ versie: 'openbaar' }), current: isPublic },
          ],
        }
      : {}),
    page: entries.page,
    pages,
    ...(entries.page > 1 ? { previous: at({ pagina: String(entries.page - 1) }) } : {}),
    ...(entries.page < pages ? { next: at({ pagina: String(entries.page + 1) }) } : {}),
  };
}
