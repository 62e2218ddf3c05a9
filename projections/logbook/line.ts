// What one event says in the logbook: its texts in both languages, in full, as far as everyone may read it, and as it reads once its person
// is erased. Computed from the event alone, so that a rebuild says the same.
import type { Left, Told } from '../kit/projection.js';
import { ERASED_TEXT } from '../kit/words.js';
import type { Recorded } from '../../workflows/kit/types.js';

/** A value that was set right: the line shows was and is. */
export interface Correction {
  eventId: string;
  label: { nl: string; en: string };
  before: unknown;
  after: unknown;
  /** Whether the values are personal text. */
  sealed: boolean;
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
  /** The person whose erasure changes the texts, and what they become. */
  person?: { ref: string; texts: Texts };
}

/** The line of an event with what was corrected in it so far. */
export function lineOf(event: Recorded, told: Told, corrections: readonly Correction[]): Line {
  const left = told.left(event);
  const open = { nl: sentence(event, left.open, told, 'nl'), en: sentence(event, left.open, told, 'en') };
  const texts = textsOf(event, event.data, told, open, corrections);
  const person = personOf(left, corrections);
  if (!person) return { texts };
  return {
    texts,
    person: { ref: person.ref, texts: textsOf(event, person.erased, told, open, corrections.map(blanked)) },
  };
}

function personOf(left: Left, corrections: readonly Correction[]): Left['person'] {
  return left.person && (left.personal.length > 0 || corrections.length > 0) ? left.person : undefined;
}

function textsOf(
  event: Recorded,
  data: Record<string, unknown>,
  told: Told,
  open: { nl: string; en: string },
  corrections: readonly Correction[],
): Texts {
  const nl = sentence(event, data, told, 'nl');
  const en = sentence(event, data, told, 'en');
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

const blanked = (correction: Correction): Correction =>
  correction.sealed ? { ...correction, before: ERASED_TEXT, after: ERASED_TEXT } : correction;
