// The words of signals: what a sentence says is true of how urgent the signal is, and short enough to read.
import { describe, expect, it } from '@jest/globals';
import { screenTexts } from '../web/screens/text/index.js';
import { CODES } from '../workflows/signals/codes.js';
import { signalSentence } from './signal-words.js';

const told = (code: string, severity: 'target' | 'final') => ({ code, severity, subject: 'G1', since: '2026-05-03' });

describe('the sentence of a signal', () => {
  it('of a budget says that it is nearly used up, and beyond the limit that more was booked', () => {
    expect(signalSentence(told('BUDGET_OVERRUN', 'target'), 'nl')).toBe(
      'De goedgekeurde tijd of het goedgekeurde geld is sinds 3 mei 2026 bijna op. Over de betekenis van de gesprekken is nog geen akkoord.',
    );
    expect(signalSentence(told('BUDGET_OVERRUN', 'final'), 'nl')).toBe(
      'Er is sinds 3 mei 2026 meer tijd of geld geboekt dan is goedgekeurd.',
    );
    expect(signalSentence(told('BUDGET_OVERRUN', 'target'), 'en')).toContain('nearly used up');
    expect(signalSentence(told('BUDGET_OVERRUN', 'final'), 'en')).toContain('more time or money has been booked than');
  });

  it.each(['nl', 'en'] as const)('fills every place and is short (%s)', (lang) => {
    for (const code of CODES)
      for (const severity of ['target', 'final'] as const) {
        const sentence = signalSentence(told(code, severity), lang);
        expect([code, sentence]).toEqual([code, expect.not.stringMatching(/[{}]/)]);
        const longest = Math.max(...sentence.split(/[.:] /).map((part) => part.split(' ').length));
        expect([code, longest <= 20]).toEqual([code, true]);
      }
  });
});

describe('the finding of what is stuck', () => {
  it('tells what is past its final date from what asks attention', () => {
    const { stuckFinding } = screenTexts('nl').signals;
    expect([stuckFinding(0, 0), stuckFinding(0, 1), stuckFinding(1, 0), stuckFinding(3, 5)]).toEqual([
      'Er loopt niets vast.',
      'Er loopt niets vast. Er vraagt 1 ding aandacht.',
      'Er loopt 1 ding vast.',
      'Er lopen 3 dingen vast. Er vragen 5 dingen aandacht.',
    ]);
    expect(screenTexts('en').signals.stuckFinding(3, 1)).toBe('3 things are stuck. 1 thing asks attention.');
  });
});
