/** Rows of a form keep their numbers: adding takes the next, taking away leaves a gap, and nothing else is touched. */
import { describe, expect, it } from '@jest/globals';
import { applyRowAction, fieldId, rowNumbers } from './field-types.js';

describe('rows in posted values', () => {
  it('finds the numbers of a list, in order, and not those of a list with a longer name', () => {
    expect(rowNumbers({ 'a.10.x': '1', 'a.2._row': '1', 'ab.5.x': '1', a: '1', 'a.x': '1' }, 'a')).toEqual([2, 10]);
  });

  it('adds a row after the last one', () => {
    expect(applyRowAction({ 'a.2._row': '1', _add: 'a' })).toEqual({ 'a.2._row': '1', 'a.3._row': '1' });
    expect(applyRowAction({ _add: 'a' })).toEqual({ 'a.0._row': '1' });
  });

  it('takes away one row with everything in it', () => {
    expect(applyRowAction({ 'a.1.x': 'y', 'a.1.b.0.z': 'q', 'a.10.x': 'stays', _remove: 'a.1' })).toEqual({
      'a.10.x': 'stays',
    });
  });

  it('leaves a form that was really sent alone', () => {
    expect(applyRowAction({ 'a.1.x': 'y' })).toBeUndefined();
  });

  it('makes ids that can stand in an address', () => {
    expect(fieldId('groups.0.size')).toBe('veld-groups-0-size');
  });
});
