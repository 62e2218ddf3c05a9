// Numbers of many things in one sentence: a refusal about thousands of contributions must stay readable.
import type { Id } from '../kit/types.js';
import { numbered } from './numbers.js';

const SHOWN_MAX = 20;

/** Like `numbered`, but after the first twenty only how many more there are: `B1, B2, … (+480)`. */
export function shortList(prefix: string, map: ReadonlyMap<Id, unknown>, ids: readonly Id[]): string {
  const shown = numbered(prefix, map, ids.slice(0, SHOWN_MAX));
  return ids.length > SHOWN_MAX ? `${shown}, … (+${ids.length - SHOWN_MAX})` : shown;
}
