// The numbers in sentences must stay right while a trajectory grows.
import { describe, expect, it } from '@jest/globals';
import { numbered, numberOf } from './numbers.js';

describe('numbers of things in sentences', () => {
  it('counts by the order in which things came in', () => {
    const map = new Map([
      ['x', 0],
      ['a', 0],
    ]);
    expect(numbered('B', map, ['a', 'x'])).toBe('B2, B1');
  });

  it('stays right when the map grows or overwrites after it was asked', () => {
    const map = new Map([['x', 0]]);
    expect(numberOf('G', map, 'x')).toBe('G1');
    map.set('y', 0).set('x', 1).set('z', 0);
    expect(numbered('G', map, ['z', 'y', 'x'])).toBe('G3, G2, G1');
  });

  it('says of an id it does not know that the number is unknown, and knows it once it came in', () => {
    const map = new Map<string, number>();
    expect(numberOf('A', map, 'x')).toBe('A?');
    map.set('x', 0);
    expect(numberOf('A', map, 'x')).toBe('A1');
  });
});
