// Scales end at round numbers, and no dot hides another.
import { describe, expect, it } from '@jest/globals';
import { percentOf, scaleTo, stacked } from './scale.js';

describe('a scale', () => {
  it('holds the greatest value in steps that people count in', () => {
    expect(scaleTo(61, 'days')).toEqual({ max: 70, ticks: [0, 14, 28, 42, 56, 70] });
    expect(scaleTo(4, 'days')).toEqual({ max: 4, ticks: [0, 1, 2, 3, 4] });
    expect(scaleTo(0, 'round')).toEqual({ max: 1, ticks: [0, 1] });
    expect(scaleTo(1, 'part').max).toBe(1);
  });

  it('puts values in percent, within its ends', () => {
    expect(percentOf(35, scaleTo(61, 'days'))).toBe('50.00%');
    expect(percentOf(500, scaleTo(61, 'days'))).toBe('100.00%');
  });
});

describe('dots', () => {
  it('stand on each other where they would overlap, and on the line where not', () => {
    const dots = [10, 10, 40, 10.2].map((value) => ({ value }));
    const placed = stacked(dots, scaleTo(61, 'days'));
    expect(placed.map(({ dot, level }) => [dot.value, level])).toEqual([
      [10, 0],
      [10, 1],
      [10.2, 2],
      [40, 0],
    ]);
  });
});
