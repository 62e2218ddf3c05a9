// The label files of all parts as one dictionary per language: the sentence of an event, the word and label of a state, the name of a field.
import type { Facts } from '../../workflows/facts/facts.js';
import type { Labels, StateLabel } from '../../workflows/kit/labels.js';
import type { Recorded } from '../../workflows/kit/types.js';
import type { Language } from './format.js';
import { namesFor, type Lexicon } from './names.js';

export type { Language } from './format.js';

/** What stands where a text was that may no longer be read (AVG, article 17). The same in every language: it is what the vault renders. */
export const ERASED_TEXT = '[verwijderd op grond van AVG]';

/** What stands where a reader may not see a text that is there. */
export const HIDDEN_TEXT = '…';

export interface Words {
  /** The logbook line of an event, given the facts after it. */
  sentence(event: Recorded, facts: Facts): string;
  /** Word and label of a machine's state; `machine` is `root`, a phase or an entity. */
  state(machine: string, value: string): StateLabel;
  /** Label of a field of an event, from a JSON Pointer: that of its last named step. */
  field(type: string, pointer: string): string;
}

/** Makes the dictionary of one language. An event or state without a label is shown by its key: a test of the labels finds it. */
export function wordsOf(language: Language, parts: ReadonlyMap<string, Labels>): Words {
  const all = [...parts.values()];
  const first = <T>(pick: (labels: Labels) => T | undefined): T | undefined =>
    all.map(pick).find((found) => found !== undefined);
  const lexicon: Lexicon = {
    language,
    parts,
    choice: (field, value) => first((labels) => labels.choices?.[field]?.[value]),
    command: (name) => first((labels) => labels.commands?.[name]),
    need: (code) => first((labels) => labels.needs?.[code]),
  };
  const partOf = new Map(
    all.flatMap((labels) => Object.keys(labels.events ?? {}).map((type) => [type, labels] as const)),
  );
  return {
    sentence(event, facts) {
      const own = partOf.get(event.type);
      return own?.events?.[event.type]?.(event.data, namesFor(lexicon, facts, own)) ?? event.type;
    },
    state: (machine, value) => parts.get(machine)?.states?.[value] ?? { word: 'bezig', label: value },
    field(type, pointer) {
      const key = pointer.split('/').findLast((step) => step !== '' && !/^\d+$/.test(step)) ?? '';
      return partOf.get(type)?.fields?.[key] ?? first((labels) => labels.fields?.[key]) ?? key;
    },
  };
}
