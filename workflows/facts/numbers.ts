// Short numbers for things in sentences (B2, G1): the place of an id in its Map, counted from 1 in the order in which it came in.
// Maps of facts only grow and overwrite by id, so a number never changes once given.
import type { Id } from '../kit/types.js';

interface Counted {
  places: Map<Id, number>;
  /** Live iterator that is never read past the end, so that it goes on where the map has grown. */
  rest: Iterator<Id>;
}

const counted = new WeakMap<ReadonlyMap<Id, unknown>, Counted>();

/** The number of one id, such as `B2`; `B?` for an id that the map does not have. Counts each entry of a map once, however often asked. */
export function numberOf(prefix: string, map: ReadonlyMap<Id, unknown>, id: Id): string {
  const { places, rest } = countedOf(map);
  while (places.size < map.size) {
    const next = rest.next();
    if (next.done) break;
    places.set(next.value, places.size + 1);
  }
  return `${prefix}${places.get(id) ?? '?'}`;
}

/** The numbers of several ids in the given order, such as `B1, B2`. */
export function numbered(prefix: string, map: ReadonlyMap<Id, unknown>, ids: readonly Id[]): string {
  return ids.map((id) => numberOf(prefix, map, id)).join(', ');
}

function countedOf(map: ReadonlyMap<Id, unknown>): Counted {
  const known = counted.get(map);
  if (known) return known;
  const made = { places: new Map<Id, number>(), rest: map.keys() };
  counted.set(map, made);
  return made;
}
