// Words for people: states, commands, fields, choices, one sentence per event and one per need. Texts live in label files only.
import type { Role } from './types.js';

/** The four words of every screen. */
export type Word = 'nog niet' | 'bezig' | 'wacht op' | 'klaar';

export interface StateLabel {
  word: Word;
  label: string;
  /** With `wacht op`: who. */
  who?: string;
}

/** Names for ids in a sentence: short and without persons (G1, B2, the name of a group, the label of a role). */
export interface Names {
  group(id: unknown): string;
  conversation(id: unknown): string;
  contribution(id: unknown): string;
  contributions(ids: unknown): string;
  frame(id: unknown): string;
  agreement(id: unknown): string;
  round(id: unknown): string;
  document(id: unknown): string;
  role(key: unknown): string;
  phase(key: unknown): string;
  /** The label of a choice, `choice('basis', 'expert')`. */
  choice(field: string, value: unknown): string;
  command(name: unknown): string;
  need(code: unknown): string;
  /** `€ 1.250,50`. */
  euros(cents: unknown): string;
  /** `1.234,5`. */
  number(value: unknown): string;
  /** `12 juni 2026`. */
  date(day: unknown): string;
  /** `12 juni 2026, 19.30 uur`. */
  time(instant: unknown): string;
}

/** A line of the logbook from an event's data. Sealed text that was destroyed is already its placeholder. */
export type Sentence = (data: Record<string, unknown>, names: Names) => string;

export interface Labels {
  /** Phase name, or name of the thing. */
  name?: string;
  /** Keyed by machine state. */
  states?: Record<string, StateLabel>;
  commands?: Record<string, string>;
  /** Labels of fields; a field means the same everywhere. */
  fields?: Record<string, string>;
  /** One line under a field, where the label alone leaves a question. */
  hints?: Record<string, string>;
  choices?: Record<string, Record<string, string>>;
  events?: Record<string, Sentence>;
  /** `{name}` is filled in from the refusal. */
  needs?: Record<string, string>;
  forms?: Record<string, string>;
}

/** Roles that a word like `assignee` stands for. */
export type Solver = Role | 'assignee' | 'receiver' | 'author' | 'owner' | 'recorder';

/** Fills `{name}` or `{name, name}` in a sentence; a name without a value stays visible as `…`. */
export function filled(sentence: string, vars: Record<string, string>): string {
  const values = (names: string): string[] => names.split(', ').map((name) => vars[name] ?? '…');
  return sentence.replaceAll(/\{(\w+(?:, \w+)*)\}/g, (_match, names: string) => values(names).join(', '));
}

const EXCERPT_MAX = 240;
/** The beginning of a long text for one line of the logbook; whole when it is short. */
export function excerpt(text: unknown): string {
  const line = (typeof text === 'string' ? text : '').replaceAll(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_MAX) return line;
  // Half a character at the end would show as a question mark.
  const cut = line.slice(0, EXCERPT_MAX).replace(/[\uD800-\uDBFF]$/, '');
  const word = cut.lastIndexOf(' ');
  return `${word < EXCERPT_MAX / 2 ? cut : cut.slice(0, word)} …`;
}
