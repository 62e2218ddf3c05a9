// What one event says in the logbook: its texts in both languages, in full, as far as everyone may read it, and as it reads once its person
// is erased. Computed from the event alone, so that a rebuild says the same.
import { filled, markOf } from '../kit/marks.js';
import type { SealedValue, Told } from '../kit/projection.js';
import type { Id, Recorded } from '../../workflows/kit/types.js';

/** A value that was set right: the line shows was and is. */
export interface Correction {
  eventId: string;
  label: { nl: string; en: string };
  before: unknown;
  after: unknown;
  /** Whether the values are personal text. */
  sealed: boolean;
  /** The person under whose key they are. */
  person?: Id;
}

/** The text columns of one line. The first two hold no personal text; the others are `''` where they say nothing more. */
export interface Texts {
  open_nl: string;
  open_en: string;
  nl: string;
  en: string;
  with_whom: string;
  discussed: string;
  yield: string;
  consideration: string;
  /** JSON list of Correction. */
  corrections: string;
}
export const TEXT_COLUMNS = [
  'open_nl',
  'open_en',
  'nl',
  'en',
  'with_whom',
  'discussed',
  'yield',
  'consideration',
  'corrections',
] as const;

/** An id as one word of the full-text index. */
export const scopeWord = (id: string): string => id.replaceAll('-', '');

export interface Line {
  texts: Texts;
  /** The texts with marks for what is under the key of a person. */
  template: Texts;
  /** Those persons, each with what stands behind its marks. */
  persons: ReadonlyMap<Id, ReadonlyMap<string, unknown>>;
}

/** The line of an event with what was corrected in it so far. */
export function lineOf(event: Recorded, told: Told, corrections: readonly Correction[]): Line {
  const left = told.left(event);
  const open = { nl: sentence(event, left.open, told, 'nl'), en: sentence(event, left.open, told, 'en') };
  // Most events hold nothing personal: then their sentence is made already.
  const texts = textsOf(event, event.data, told, open, corrections, left.open === event.data ? open : undefined);
  const sealed = [...left.sealed, ...corrections.flatMap(valuesOf)];
  if (sealed.length === 0) return { texts, template: texts, persons: new Map() };
  const template = textsOf(event, left.marked, told, open, corrections.map(marked));
  const byPerson = Map.groupBy(sealed, ({ person }) => person);
  const persons = [...byPerson].map(
    ([person, values]) => [person, new Map(values.map(({ mark, value }) => [mark, value]))] as const,
  );
  return { texts, template, persons: new Map(persons) };
}

/** The template with these values behind its marks; a mark without one says that its text was erased. */
export function filledTexts(template: Texts, values: ReadonlyMap<string, unknown>): Texts {
  const texts = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, filled(template[column], values)]));
  const corrections = template.corrections === '' ? [] : (JSON.parse(template.corrections) as Correction[]);
  const again = (value: unknown): unknown =>
    typeof value === 'string' ? (values.get(value) ?? filled(value, values)) : value;
  const shown = corrections.map((one) =>
    one.person === undefined ? one : { ...one, before: again(one.before), after: again(one.after) },
  );
  return { ...(texts as unknown as Texts), corrections: shown.length > 0 ? JSON.stringify(shown) : '' };
}

const marksOf = ({ eventId }: Correction): { before: string; after: string } => {
  const name = eventId.replaceAll('-', '');
  return { before: markOf(`${name}b`), after: markOf(`${name}a`) };
};

function valuesOf(correction: Correction): Omit<SealedValue, 'pointer'>[] {
  const { person, before, after } = correction;
  if (person === undefined) return [];
  const marks = marksOf(correction);
  return [
    { person, mark: marks.before, value: before },
    { person, mark: marks.after, value: after },
  ];
}

const marked = (correction: Correction): Correction =>
  correction.person === undefined ? correction : { ...correction, ...marksOf(correction) };

function textsOf(
  event: Recorded,
  data: Record<string, unknown>,
  told: Told,
  open: { nl: string; en: string },
  corrections: readonly Correction[],
  made?: { nl: string; en: string },
): Texts {
  const { nl, en } = made ?? { nl: sentence(event, data, told, 'nl'), en: sentence(event, data, told, 'en') };
  const isManual = event.type === 'LogEntryWritten';
  const own = (field: string): string => (isManual && typeof data[field] === 'string' ? data[field] : '');
  const withWhom =
    isManual && Array.isArray(data.withWhom) ? (data.withWhom as { label: string }[]).map(({ label }) => label) : [];
  return {
    open_nl: open.nl,
    open_en: open.en,
    nl: nl === open.nl ? '' : nl,
    en: en === open.en ? '' : en,
    with_whom: withWhom.join(', '),
    discussed: own('discussed'),
    yield: own('yield'),
    consideration: own('consideration'),
    corrections: corrections.length > 0 ? JSON.stringify(corrections) : '',
  };
}

const sentence = (event: Recorded, data: Record<string, unknown>, told: Told, language: 'nl' | 'en'): string =>
  told.words[language].sentence({ ...event, data }, told.after.facts);
