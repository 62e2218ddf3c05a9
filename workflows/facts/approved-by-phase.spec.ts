// The example of domain.md section 7: of 280 hours approved on an estimate of 260, the 64 of conversations count as 68.9.
import { expect, it } from '@jest/globals';
import { approvedForPhase } from './approved-by-phase.js';
import { emptyFacts, type Facts } from './facts.js';

const line = (phase: string, hours: number, cents: number) => ({ phase, role: 'projectLeader', hours, cents });

function approvedOn(lines: ReturnType<typeof line>[], totalHours: number, totalCents: number): Facts {
  const facts = emptyFacts();
  const dates = { startOn: '2026-03-13', endOn: '2026-12-31' };
  const estimate = { id: 'E', lines, totalHours, totalCents, ...dates, basis: 'expert', madeAt: '' };
  facts.estimates.set('E', estimate as never);
  facts.approval = { hours: 280, cents: 2_000_000, ...dates, conditions: [], on: '2026-03-24', estimateId: 'E' };
  return facts;
}

it('divides what was approved in proportion to the lines', () => {
  const facts = approvedOn([line('conversations', 64, 0), line('feedback', 196, 1_850_000)], 260, 1_850_000);
  expect(approvedForPhase(facts, 'conversations')?.hours).toBeCloseTo(68.923, 3);
  expect(approvedForPhase(facts, 'conversations')?.cents).toBe(0);
  expect(approvedForPhase(facts, 'feedback')).toEqual({ hours: (196 * 280) / 260, cents: 2_000_000 });
  expect(approvedForPhase(facts, 'interpreting')).toEqual({ hours: 0, cents: 0 });
});

it('says nothing without an approval, without lines, or of a kind that was not estimated', () => {
  expect(approvedForPhase(emptyFacts(), 'feedback')).toBeUndefined();
  expect(approvedForPhase(approvedOn([], 260, 1), 'feedback')).toBeUndefined();
  expect(approvedForPhase(approvedOn([line('feedback', 8, 0)], 8, 0), 'feedback')).toEqual({ hours: 280, cents: null });
});
