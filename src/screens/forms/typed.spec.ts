// What people type is read as they mean it, and what is written can be read again.
import { describe, expect, it } from '@jest/globals';
import { readCents, readDate, readMoment, readNumber, writeMoment, writeNumber } from './typed.js';

describe('numbers', () => {
  it.each([
    ['7,5', 7.5],
    ['7.5', 7.5],
    ['1.250', 1250],
    ['1.250,50', 1250.5],
    ['12 000', 12000],
    ['-3', -3],
    ['veel', undefined],
    ['1.25.0', undefined],
    ['1,2,3', undefined],
    ['', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
  ])('%j is %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    ['€ 1.250,50', 125_050],
    ['250', 25_000],
    ['0,29', 29],
    ['1,005', undefined],
  ])('%j is %j cents', (text, cents) => {
    expect(readCents(text)).toBe(cents);
  });

  it('writes what it reads', () => {
    expect(writeNumber(1234.5)).toBe('1.234,5');
    expect(writeNumber(20)).toBe('20');
    expect(writeNumber(125_050, true)).toBe('1.250,50');
    expect(writeNumber(25_000, true)).toBe('250');
    expect(readCents(writeNumber(5, true))).toBe(5);
  });
});

describe('days and moments', () => {
  it.each([
    ['2026-04-28', '2026-04-28'],
    ['28-4-2026', '2026-04-28'],
    ['28/04/2026', '2026-04-28'],
    ['31-4-2026', undefined],
    ['29-2-2026', undefined],
    ['28-4-26', undefined],
    ['morgen', undefined],
  ])('%j is %j', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  it('a moment is local time, in summer and in winter', () => {
    expect(readMoment('2026-04-28T19:00')).toBe('2026-04-28T17:00:00.000Z');
    expect(readMoment('28-01-2026 19.00')).toBe('2026-01-28T18:00:00.000Z');
    expect(readMoment('2026-04-28T24:00')).toBeUndefined();
    expect(readMoment('2026-02-30T10:00')).toBeUndefined();
    expect(writeMoment('2026-04-28T17:00:00.000Z')).toBe('2026-04-28T19:00');
  });
});
