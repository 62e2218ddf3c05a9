// Local days and instants around summer time, leap days and bad dates.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, atLocal, daysBetween, isLocalDate, late, localDay, localTime, toInstant } from './time.js';

const reference = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('time in Europe/Amsterdam', () => {
  it('agrees with the time zone database on any instant of this century', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }),
        (when) => {
          const at = when.toISOString();
          expect(`${localDay(at)} ${localTime(at)}`).toBe(reference.format(when));
        },
      ),
    );
  });

  it('turns a local day back into its first instant, also on the nights the clock changes', () => {
    for (const day of [
      '2026-03-29',
      '2026-10-25',
      '2027-03-28',
      '2027-10-31',
      '2028-02-29',
      '2026-06-01',
      '2026-01-01',
    ]) {
      expect(localDay(atLocal(day))).toBe(day);
      expect(localTime(atLocal(day))).toBe('00:00');
      expect(localDay(new Date(Date.parse(atLocal(day)) - 1).toISOString())).toBe(addDays(day, -1));
      expect(localTime(atLocal(day, '19:30'))).toBe('19:30');
    }
  });

  it('keeps a norm of n days until the end of day n', () => {
    expect(late('2026-05-08', 7, '2026-05-15')).toBe(false);
    expect(late('2026-05-08', 7, '2026-05-16')).toBe(true);
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  });

  it('accepts only dates and instants that exist', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'gisteren', '2028-02-29'].map(isLocalDate)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(toInstant('2026-04-07T10:00:00+02:00')).toBe('2026-04-07T08:00:00.000Z');
    expect(
      ['2026-02-30T10:00:00Z', '2026-04-07', '2026-04-07T10:00:00', '2026-04-07T25:00:00Z'].map(toInstant),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});
