// What an id can refer to, as choices with the short numbers that the story uses (G1, B2, A1) and enough text to tell them apart.
import type { Facts } from '../../../workflows/facts/facts.js';
import { numberOf } from '../../../workflows/facts/numbers.js';
import { excerpt } from '../../../workflows/kit/labels.js';
import type { Trajectory } from '../../../workflows/kit/types.js';
import type { Option } from '../../../web/parts/field-types.js';
import { date, euros, number, time, type Language } from '../../../projections/kit/format.js';

export interface OptionSource {
  lang: Language;
  facts: Facts;
  municipalities: ReadonlyMap<string, string>;
  trajectoryId?: string;
  /** Whether the reader may see free text; without it only numbers and dates are shown. */
  sealedText: boolean;
}

/** What a signal can be about, besides the trajectory. */
const SUBJECTS = [
  'round',
  'group',
  'conversation',
  'contribution',
  'agreement',
  'feedback',
  'decision',
  'route',
  'question',
  'opinion',
  'entry',
];

type Lister = (source: OptionSource) => Option[];
const SHORT = 90;

/** Choices of one register, in the order in which things came in; none for an unknown register. */
export function optionsOf(ref: string, source: OptionSource): Option[] {
  return LISTERS[ref]?.(source) ?? [];
}

/** Only things whose machine takes this event now: an outcome is offered for contributions that can have one. */
export function fittingIds(
  trajectory: Trajectory<unknown>,
  entity: string,
  takes: (value: string) => boolean,
): Set<string> {
  const start = `${entity}/`;
  return new Set(
    [...trajectory.cells]
      .filter(([key, cell]) => key.startsWith(start) && takes(cell.value))
      .map(([key]) => key.slice(start.length)),
  );
}

const text = (source: OptionSource, value: string): string => {
  if (!source.sealedText) return '';
  const short = excerpt(value);
  return short.length > SHORT ? `${short.slice(0, SHORT).trimEnd().toWellFormed()} …` : short;
};
const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** Options from a map: its numbers with a prefix, and what tells one from another. */
function numbered<T>(
  prefix: string,
  map: (facts: Facts) => ReadonlyMap<string, T>,
  tell: (one: T, source: OptionSource) => string,
): Lister {
  return (source) => {
    const things = map(source.facts);
    return [...things].map(([value, one]) => ({
      value,
      label: joined(numberOf(prefix, things, value), tell(one, source)),
    }));
  };
}

const rounds = numbered(
  'R',
  (facts) => facts.rounds,
  ({ title }) => title,
);
const decisions = numbered(
  'D',
  (facts) => facts.decisions,
  ({ on }, { lang }) => date(on, lang),
);

const LISTERS: Record<string, Lister> = {
  round: rounds,
  frame: numbered(
    'K',
    (facts) => facts.frames,
    ({ versions }, source) => text(source, versions.at(-1)?.text ?? ''),
  ),
  group: ({ facts }) =>
    [...facts.groups.values()].filter(({ removed }) => !removed).map(({ id, name }) => ({ value: id, label: name })),
  conversation: numbered(
    'G',
    (facts) => facts.conversations,
    ({ startsAt, heldOn, venue }, { lang }) => joined(startsAt ? time(startsAt, lang) : date(heldOn, lang), venue),
  ),
  contribution: numbered(
    'B',
    (facts) => facts.contributions,
    (one, source) => text(source, one.text),
  ),
  agreement: numbered(
    'A',
    (facts) => facts.agreements,
    (one, source) => joined(text(source, one.text), date(one.dueOn, source.lang)),
  ),
  document: numbered(
    '',
    (facts) => facts.documents,
    ({ title }) => title,
  ),
  lesson: numbered(
    'L',
    (facts) => facts.lessons,
    (one, source) => text(source, one.text),
  ),
  estimate: numbered(
    '',
    (facts) => facts.estimates,
    (one, { lang }) =>
      `${number(one.totalHours, lang)} ${lang === 'nl' ? 'uur' : 'hours'}, ${euros(one.totalCents, lang)}`,
  ),
  feedback: numbered(
    'T',
    (facts) => facts.feedbacks,
    ({ sentOn }, { lang }) => date(sentOn, lang),
  ),
  decision: decisions,
  about: (source) => [
    ...rounds(source),
    ...decisions(source),
    ...(source.facts.stopped
      ? [
          {
            value: 'stopped',
            label: source.lang === 'nl' ? 'het stoppen van het traject' : 'the end of the trajectory',
          },
        ]
      : []),
  ],
  entry: numbered(
    '',
    (facts) => facts.logEntries,
    ({ happenedOn }, { lang }) => date(happenedOn, lang),
  ),
  route: numbered(
    '',
    (facts) => facts.directRoutes,
    (one, source) => joined(date(one.noticedOn, source.lang), text(source, one.topic)),
  ),
  question: numbered(
    '',
    (facts) => facts.questions,
    ({ on }, { lang }) => date(on, lang),
  ),
  opinion: numbered(
    '',
    (facts) => facts.opinions,
    ({ on }, { lang }) => date(on, lang),
  ),
  signalSubject: (source) => [
    { value: source.trajectoryId ?? '', label: source.lang === 'nl' ? 'het traject zelf' : 'the trajectory itself' },
    ...SUBJECTS.flatMap((ref) => optionsOf(ref, source)),
  ],
  municipality: ({ municipalities }) => [...municipalities].map(([value, label]) => ({ value, label })),
};
