// A refusal reads as a sentence: what comes first for a phase, days as people write them, states and roles by their labels.
import { describe, expect, it } from '@jest/globals';
import { missingNeed, roleLabel } from './wording.js';

const text = (code: string, vars: Record<string, string>, language: 'nl' | 'en' = 'nl'): string =>
  missingNeed({ code, vars, solvableBy: [] }, language).text;

describe('a need that is not met', () => {
  it('says what has to come before a phase, and not the phase itself', () => {
    expect(text('PHASE_OPEN', { entry: 'organisation' })).toBe(
      'Deze fase is nog niet begonnen: eerst het akkoord op tijd en geld.',
    );
    expect(text('PHASE_OPEN', { entry: 'feedback' }, 'en')).toContain('a conversation or contribution in this round');
  });

  it('writes a day as people do', () => {
    expect(text('REACTION_TIME_PASSED', { date: '2026-05-15' })).toBe('Mensen kunnen nog reageren tot 15 mei 2026.');
  });

  it('names states and roles by their labels', () => {
    expect(text('STATE_FITS', { state: 'approval:submitted' })).toContain('ingediend');
    expect(text('ROLE_ALLOWED', { by: 'client,approver' })).toContain('opdrachtgever');
  });

  it('names who is meant by a word of the rule table, in both languages', () => {
    for (const word of ['assignee', 'receiver', 'author', 'owner', 'recorder'])
      for (const language of ['nl', 'en'] as const)
        expect(roleLabel(word, language)).toMatch(language === 'nl' ? /^degene / : /^whoever /);
  });
});
