// What was approved for one phase (domain.md section 7). The estimate is divided over phases by its lines, the approval is one total, and
// supplements are added to that total: so the lines of a phase count in proportion to what was approved of the whole.
import type { Facts } from './facts.js';

/** Hours and cents approved for a phase; null where the estimate had none of that kind to divide by. */
export interface ApprovedForPhase {
  hours: number | null;
  cents: number | null;
}

/**
 * Lines of the phase in the estimate that was approved x approved total / estimated total, hours and cents apart.
 * Undefined when nothing was approved, or the estimate was not divided over phases.
 */
export function approvedForPhase({ approval, estimates }: Facts, phase: string): ApprovedForPhase | undefined {
  const estimate = estimates.get(approval?.estimateId ?? '');
  if (!approval || !estimate?.lines?.length) return undefined;
  const lines = estimate.lines.filter((line) => line.phase === phase);
  const share = (part: number, approved: number, estimated: number): number | null =>
    estimated === 0 ? null : (part * approved) / estimated;
  return {
    hours: share(
      lines.reduce((sum, line) => sum + line.hours, 0),
      approval.hours,
      estimate.totalHours,
    ),
    cents: share(
      lines.reduce((sum, line) => sum + line.cents, 0),
      approval.cents,
      estimate.totalCents,
    ),
  };
}
