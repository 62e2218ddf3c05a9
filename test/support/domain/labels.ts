// Section 3.10: the four words of every screen, the Dutch label of every state, and the names of phases and moods.
import { caught, subsection, tableWith } from './source.js';

export type Word = 'nog niet' | 'bezig' | 'wacht op' | 'klaar';

export interface StateLabel {
  word: Word;
  state: string;
  /** The machine, or a part of its name such as contribution, when other machines have a state of the same name. */
  of?: string;
  label: string;
  /** With `wacht op`: who is waited for. */
  who?: string;
}

const text = subsection('3.10');

function wordOf(cell: string): Word {
  const word = cell.replace(' …', '');
  if (word === 'nog niet' || word === 'bezig' || word === 'wacht op' || word === 'klaar') return word;
  throw new Error(`not one of the four words: ${cell}`);
}

function labelsOf(cell: string, word: Word): StateLabel[] {
  const found: StateLabel[] = [];
  let waiting: string[] = [];
  for (const item of cell.split(/[;,] /)) {
    if (item.startsWith('any machine')) continue;
    const match = /^(?:(contribution|lesson) )?(\w+)(?: \((\w+)\))? ([A-Z][^(]*?)(?: \((.+)\))?$/.exec(item);
    // `public, published Openbaar`: a state without a label has that of the next one.
    if (!match) waiting = [...waiting, item];
    else {
      const [, before, state = '', after, label = '', who] = match;
      for (const one of [...waiting, state]) found.push({ word, state: one, of: before ?? after, label, who });
      waiting = [];
    }
  }
  if (waiting.length > 0) throw new Error(`states without a label: ${waiting.join(', ')}`);
  return found;
}

/** Every label of a state, in the order of the table. */
export const stateLabels: readonly StateLabel[] = tableWith(text, 'Word', 'States with label').rows.flatMap(
  ([word = '', cell = '']) => labelsOf(cell, wordOf(word)),
);

/** The word and label of a state of a machine. Throws when section 3.10 has none. */
export function labelOf(machine: string, state: string): StateLabel {
  const all = stateLabels.filter((label) => label.state === state);
  const found = all.find((label) => label.of === machine) ?? all.find((label) => label.of === undefined);
  if (!found) throw new Error(`section 3.10 has no label for ${machine} ${state}`);
  return found;
}

/** Phase keys in the order of section 3.0. */
export const phaseKeys: readonly string[] = caught(subsection('3.0'), /^\*\*Order\*\*: (.+?)\. /m)[0]!
  .replace(/[[\]]| per round/g, '')
  .split(' → ');

/** The Dutch name of each phase, by key. */
export const phaseNames: ReadonlyMap<string, string> = new Map(
  caught(text, /^Phases: (.+?)\. Workflows/m)[0]!
    .split(' · ')
    .map((name, index) => [phaseKeys[index]!, name]),
);

/** The Dutch label of each mood. */
export const moodLabels: ReadonlyMap<string, string> = new Map(
  caught(text, /^Mood: (.+?)\. /m)[0]!
    .split(', ')
    .map((item) => [item.split(' ')[0]!, item.slice(item.indexOf(' ') + 1)]),
);
