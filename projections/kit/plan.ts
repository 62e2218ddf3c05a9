// Planned dates of the phases. In kern they are a norm: start and end of the approval (before it, of the estimate), split over the phases.
import type { Facts } from '../../workflows/facts/facts.js';
import { addDays, daysBetween } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';

/** Days that each phase of kern takes by the norm, in their order (domain.md section 6). */
const NORM_DAYS: readonly (readonly [phase: string, days: number])[] = [
  ['approval', 14],
  ['organisation', 14],
  ['conversations', 21],
  ['interpreting', 28],
  ['feedback', 28],
];
const NORM_TOTAL = NORM_DAYS.reduce((sum, [, days]) => sum + days, 0);

export interface Span {
  startOn: LocalDate;
  endOn: LocalDate;
}

/** Start and end of the whole as planned: approved, else estimated last, else unknown. */
export function plannedSpan(facts: Facts): Span | undefined {
  const plan = facts.approval ?? [...facts.estimates.values()].at(-1);
  return plan && { startOn: plan.startOn, endOn: plan.endOn };
}

/** Planned start and end of a phase by the norm; undefined without dates or for a phase that has no norm. */
export function plannedPhase(phase: string, span: Span | undefined): Span | undefined {
  const index = NORM_DAYS.findIndex(([key]) => key === phase);
  if (!span || index < 0) return undefined;
  const days = daysBetween(span.startOn, span.endOn);
  const after = (count: number): LocalDate => {
    const norm = NORM_DAYS.slice(0, count).reduce((sum, [, own]) => sum + own, 0);
    return addDays(span.startOn, Math.floor((days * norm) / NORM_TOTAL));
  };
  return { startOn: after(index), endOn: after(index + 1) };
}
