// Lines of the logbook stay lines, also when someone wrote a letter, and sentences of needs show what they miss.
import { describe, expect, it } from '@jest/globals';
import { excerpt, filled } from './labels.js';

describe('an excerpt', () => {
  it('is the whole text on one line when that is short', () => {
    expect(excerpt(' Een bankje\n bij de speelplek ')).toBe('Een bankje bij de speelplek');
    expect(excerpt(undefined)).toBe('');
  });

  it('ends at a word when the text is long, and never inside a character', () => {
    expect(excerpt('woord '.repeat(100))).toMatch(/^(woord ){40}…$/);
    expect(excerpt(`x${'😀'.repeat(300)}`)).toBe(`x${'😀'.repeat(119)} …`);
    expect(excerpt('x'.repeat(300))).toBe(`${'x'.repeat(240)} …`);
  });
});

describe('a sentence of a need', () => {
  it('is filled in, and shows an open place for what is not known', () => {
    expect(filled('nu geldt {version}, {other}', { version: 'K1 versie 2' })).toBe('nu geldt K1 versie 2, …');
  });
});
