// The story: lines of the logbook as days, with who, when, how late, what was set right, and the number of each event.
import { daysBetween, localDay, localTime } from '../../../workflows/kit/time.js';
import type { LocalDate } from '../../../workflows/kit/types.js';
import { date } from '../../../projections/kit/format.js';
import type { Category } from '../../../projections/logbook/categories.js';
import type { LogbookEntry } from '../../../projections/logbook/logbook.queries.js';
import type { ChipView } from '../../../web/parts/chips.js';
import type { IconName } from '../../../web/parts/icon.js';
import type { InlinePiece, InlineText } from '../../../web/parts/inline.js';
import type { StoryDay, StoryEntryView } from '../../../web/parts/story.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import { texts, type Lang } from '../../../web/text/index.js';
import type { AsOf } from '../../trajectories/past.js';
import { onDay } from '../past.js';
import { ScreenWords } from '../words.js';

export const ICONS: Record<Category, IconName> = {
  contact: 'chat-circle-text',
  conversation: 'chats-circle',
  decision: 'scales',
  document: 'file-text',
  plan: 'calendar-blank',
  system: 'robot',
};

/** The number people see: events count from 1. */
export const numberOfEvent = ({ revision }: Pick<LogbookEntry, 'revision'>): number => revision + 1;

export interface StoryWish {
  /** Across trajectories the numbers of events are not unique. */
  across?: boolean;
  /** A past day: what was recorded after it is marked, and links say from which day one comes. */
  past?: AsOf;
}

/** Lines grouped by the day on which they happened, in the order given. */
export function storyDays(entries: readonly LogbookEntry[], lang: Lang, { across, past }: StoryWish = {}): StoryDay[] {
  const days = new Map<LocalDate, StoryEntryView[]>();
  for (const entry of entries)
    days.set(entry.happenedOn, [
      ...(days.get(entry.happenedOn) ?? []),
      { ...storyEntry(entry, lang, past), ...(across ? { key: entry.eventId } : {}) },
    ]);
  return [...days].map(([key, items]) => ({ key, heading: dayHeading(key, lang), items }));
}

/** One line. */
export function storyEntry(entry: LogbookEntry, lang: Lang, past?: AsOf): StoryEntryView {
  const number = numberOfEvent(entry);
  const unknownThen = past !== undefined && localDay(entry.recordedAt) > past.day;
  return {
    kind: 'entry',
    key: `gebeurtenis-${number}`,
    icon: ICONS[entry.category],
    sentence: sentenceOf(entry, lang),
    meta: metaOf(entry, lang),
    audience: entry.visibility === 'public' ? 'public' : 'internal',
    number,
    href: onDay(`/trajecten/${entry.trajectoryId}/gebeurtenissen/${number}`, past),
    chips: unknownThen ? [unknownChip(past.day, lang), ...chipsOf(entry, lang)] : chipsOf(entry, lang),
    ...(unknownThen ? { unknownThen } : {}),
  };
}

/** The sentence, the yield of a written entry, and of what was set right what stood there. */
function sentenceOf(entry: LogbookEntry, lang: Lang): InlineText {
  const corrections = entry.corrections.filter(({ before }) => before !== null && before !== '');
  const pieces = corrections.flatMap(({ label, before, after }): InlinePiece[] => [
    ` ${label[lang]}: `,
    { text: shown(before, lang), mark: 'del' },
    ' ',
    { text: shown(after, lang), mark: 'strong' },
    '.',
  ]);
  return pieces.length > 0 ? [entry.text[lang], ...pieces] : entry.text[lang];
}

/** A value of a correction as people read it. */
export function shown(value: unknown, lang: Lang): string {
  if (typeof value === 'boolean') return lang === 'nl' ? (value ? 'ja' : 'nee') : value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value).replace('.', lang === 'nl' ? ',' : '.');
  if (typeof value !== 'string') return '…';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value, lang) : value;
}

/** '15:20 · projectleider', with for whom it was recorded, and the day of recording when that was later. */
export function metaOf(entry: LogbookEntry, lang: Lang): string {
  const texts = screenTexts(lang).trajectory;
  const who = whoOf(entry, lang);
  const recordedOn = localDay(entry.recordedAt);
  const when = entry.daysLate > 0 ? texts.recorded(date(recordedOn, lang)) : localTime(entry.happenedAt);
  return [entry.daysLate > 0 ? undefined : when, who, entry.daysLate > 0 ? when : undefined]
    .filter(Boolean)
    .join(' · ');
}

/** 'procescoördinator', or with for whom it was recorded. */
export function whoOf({ actorRole, decidedRole }: LogbookEntry, lang: Lang): string {
  const words = new ScreenWords(lang);
  const recorder = words.role(actorRole);
  const behalf = decidedRole !== undefined && decidedRole !== actorRole;
  return behalf ? screenTexts(lang).trajectory.onBehalf(recorder, words.role(decidedRole)) : recorder;
}

function chipsOf({ daysLate, mark }: LogbookEntry, lang: Lang): ChipView[] {
  const words = screenTexts(lang).trajectory;
  return [
    ...(daysLate > 0
      ? [{ kind: 'mark', text: texts(lang).story.late(daysLate), icon: 'clock-clockwise' } as const]
      : []),
    ...(mark
      ? [
          {
            kind: 'mark',
            text: mark === 'corrected' ? words.corrected : words.supplemented,
            icon: 'pencil-simple',
          } as const,
        ]
      : []),
  ];
}

const unknownChip = (past: LocalDate, lang: Lang): ChipView => ({
  kind: 'mark',
  text: screenTexts(lang).past.unknownThen(date(past, lang)),
  icon: 'clock-clockwise',
});

const WEEKDAYS: Record<Lang, readonly string[]> = {
  nl: ['Zondag', 'Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag', 'Zaterdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
/** A day that was a Sunday. */
const SUNDAY = '2026-01-04';

/** 'Maandag 1 juni 2026'. */
export function dayHeading(day: LocalDate, lang: Lang): string {
  const weekday = WEEKDAYS[lang][((daysBetween(SUNDAY, day) % 7) + 7) % 7] ?? '';
  return `${weekday} ${date(day, lang)}`;
}
