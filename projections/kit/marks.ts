// Marks stand for the texts of persons in a line that was already made, so that one person can be erased from it without its event: the other
// texts are filled in again, that one becomes the words that say it is gone.
import { ERASED_TEXT } from './words.js';

/** Signs of the private use area: no text that people write has them. */
const MARK = /\uE000(\w+)\uE001/g;

/** The mark with this name, unique within one line. */
export const markOf = (name: string | number): string => `\uE000${name}\uE001`;

/** The text with each mark replaced by its value, or by the words that stand for what was erased. */
export const filled = (text: string, values: ReadonlyMap<string, unknown>): string =>
  text.replaceAll(MARK, (mark) => {
    const value = values.get(mark) ?? ERASED_TEXT;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
