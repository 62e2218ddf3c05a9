// Names for ids in a sentence, from the facts: the place in the order in which things came in (G1, B2), the name of a group, the label of a
// choice. Never the name of a person.
import type { Facts } from '../../workflows/facts/facts.js';
import { numberOf } from '../../workflows/facts/numbers.js';
import type { Labels, Names } from '../../workflows/kit/labels.js';
import { date, euros, number, plain, time, type Language } from './format.js';

/** A list of numbers in a sentence stops here; the rest is counted. */
const LISTED_MAX = 10;

/** Labels of all parts of the workflows, looked up by what they are the label of. */
export interface Lexicon {
  language: Language;
  /** Keyed by phase, entity, `root`, or the name of a group of facts. */
  parts: ReadonlyMap<string, Labels>;
  choice(field: string, value: string): string | undefined;
  command(name: string): string | undefined;
  need(code: string): string | undefined;
}

/** The names that sentences of one part may use; its own choices go before those of the others. */
export function namesFor(lexicon: Lexicon, facts: Facts, own: Labels | undefined): Names {
  const { language } = lexicon;
  const nr = (prefix: string, map: ReadonlyMap<string, unknown>) => (id: unknown) => numberOf(prefix, map, plain(id));
  const contribution = nr('B', facts.contributions);
  const choice = (field: string, value: unknown): string =>
    own?.choices?.[field]?.[plain(value)] ?? lexicon.choice(field, plain(value)) ?? plain(value);
  return {
    group: (id) => facts.groups.get(plain(id))?.name ?? '',
    conversation: nr('G', facts.conversations),
    contribution,
    contributions: (ids) => listed(Array.isArray(ids) ? ids : [ids], contribution, language),
    frame: nr('K', facts.frames),
    agreement: nr('A', facts.agreements),
    round: nr('R', facts.rounds),
    document: (id) => facts.documents.get(plain(id))?.title ?? '',
    role: (key) => choice('role', key),
    phase: (key) => lexicon.parts.get(plain(key))?.name ?? plain(key),
    choice,
    command: (name) => lexicon.command(plain(name)) ?? plain(name),
    need: (code) => lexicon.need(plain(code)) ?? plain(code),
    euros: (cents) => euros(cents, language),
    number: (value) => number(value, language),
    date: (day) => date(day, language),
    time: (instant) => time(instant, language),
  };
}

function listed(ids: readonly unknown[], name: (id: unknown) => string, language: Language): string {
  const shown = ids.slice(0, LISTED_MAX).map(name).join(', ');
  const rest = ids.length - LISTED_MAX;
  return rest <= 0
    ? shown
    : `${shown} ${language === 'nl' ? 'en nog' : 'and'} ${number(rest, language)}${language === 'nl' ? '' : ' more'}`;
}
