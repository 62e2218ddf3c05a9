// What one asks for exists and may be seen, or it is 404: the two look the same.
import { Problem } from './problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The value. @throws Problem not-found when there is none. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Problem('not-found');
  return value;
}

/** An id from the path. @throws Problem not-found when it is none of ours. */
export function pathId(text: string): string {
  if (!UUID.test(text)) throw new Problem('not-found');
  return text;
}
