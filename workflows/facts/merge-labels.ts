// The label files of several groups as one. A field means the same everywhere, so two groups may name it only in the same words.
import type { Labels } from '../kit/labels.js';

type Section = Exclude<keyof Labels, 'name'>;
const SECTIONS: readonly Section[] = ['states', 'commands', 'fields', 'hints', 'events', 'needs', 'forms'];

/** All labels of the parts under one name; hints and the rest of a part that comes first stand, choices of one field are put together. */
export function mergeLabels(name: string, parts: readonly Labels[]): Labels {
  const merged: Labels = { name };
  for (const section of SECTIONS) {
    const all: Record<string, unknown> = Object.assign({}, ...parts.toReversed().map((part) => part[section] ?? {}));
    if (Object.keys(all).length > 0) Object.assign(merged, { [section]: all });
  }
  const choices: Record<string, Record<string, string>> = {};
  for (const part of parts)
    for (const [field, words] of Object.entries(part.choices ?? {})) choices[field] = { ...words, ...choices[field] };
  return { ...merged, choices };
}
