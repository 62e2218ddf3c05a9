// Chance that can be repeated: one small generator (mulberry32) per trajectory, so that the same seed tells the same story.

/** Numbers that look random and follow from the seed alone. */
export class Chance {
  private state: number;

  constructor(...seed: (string | number)[]) {
    this.state = hashOf(seed.join('/'));
  }

  /** At least 0 and under 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` of the cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(0, list.length - 1)] ?? list[0];
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(options: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
    let left = this.next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of options) {
      left -= weight;
      if (left < 0) return value;
    }
    return options[0][0];
  }

  /** Some of the list, each at most once, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = list.map((value, index) => ({ value, index, key: this.next() }));
    const chosen = left.sort((a, b) => a.key - b.key).slice(0, count);
    return chosen.sort((a, b) => a.index - b.index).map(({ value }) => value);
  }
}

/** FNV-1a of a text: 32 bits to begin with. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
