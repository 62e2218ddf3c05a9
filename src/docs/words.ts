// Dutch words for the generated documents: the label files, and the key itself where a word is not there.
import type { Labels } from '../../workflows/kit/labels.js';
import { LABELS } from '../labels.js';

/** The first word that a Dutch label file gives, or the key. */
export function dutch(key: string, pick: (labels: Labels) => string | undefined): string {
  for (const labels of LABELS.nl.values()) {
    const word = pick(labels);
    if (word !== undefined) return word;
  }
  return key;
}

/** Label of a command. */
export const commandWord = (name: string): string => dutch(name, ({ commands }) => commands?.[name]);

/** Label of a role key or of a word such as `assignee`. */
export const roleWord = (key: string): string => dutch(key, ({ choices }) => choices?.role?.[key]);

/** The sentence of a need, with `{name}` where a value is filled in. */
export const needSentence = (need: string): string => dutch(need, ({ needs }) => needs?.[need]);

/** Title of a form. */
export const formTitle = (key: string): string => dutch(key, ({ forms }) => forms?.[key]);

/** Name of a setting of the organisation. */
export const settingWord = (key: string): string => dutch(key, ({ choices }) => choices?.key?.[key]);
