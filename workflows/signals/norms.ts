// The numbers of the signals, all of them settings: default, range, and which is in force for the municipalities of a trajectory.
import { changesOf, numberFor } from '../kit/settings.js';
import type { Id, LocalDate, Settings } from '../kit/types.js';
import type { Norms } from './types.js';

export interface NumberSetting {
  standard: number;
  min: number;
  max: number;
}

const days = (standard: number, min = 0): NumberSetting => ({ standard, min, max: 365 });

/** Days, unless the name says otherwise. `target` warns, `final` is critical. */
export const SIGNAL_NUMBERS: Readonly<Record<string, NumberSetting>> = {
  'norm.FEEDBACK_OVERDUE.target': days(28, 1),
  'norm.FEEDBACK_OVERDUE.final': days(42, 1),
  'norm.APPROVAL_LATE.target': days(14),
  'norm.NO_ROLE_DIVISION.final': days(14),
  /** Days between the first invitation and the conversation. */
  'norm.INVITATION_TOO_LATE.target': days(7),
  'norm.REPORT_MISSING.target': days(14),
  'norm.REPORT_MISSING.final': days(28),
  /** Working days. */
  'norm.DIRECT_ROUTE.target': days(1),
  'norm.DIRECT_ROUTE.final': days(3),
  'norm.RESULTS_NOT_INTERPRETED.final': days(28),
  'norm.CONTRIBUTION_UNANSWERED.target': days(42),
  'norm.ESCALATION_WAITING.target': days(14),
  'norm.PASSED_ON_LOST.target': days(28),
  'norm.STOP_NOT_TOLD.final': days(14),
  'norm.AGREEMENT_OVERDUE.target': days(0),
  'norm.AGREEMENT_OVERDUE.final': days(14),
  'norm.DECISION_UNEXPLAINED.final': days(14),
  'norm.ADVICE_WAITING.target': days(7),
  /** For a second opinion. */
  'norm.ADVICE_WAITING.opinion': days(14),
  'norm.ENTRY_INCOMPLETE.target': days(7),
  /** Per cent of what was approved. */
  'norm.BUDGET_OVERRUN.target': { standard: 80, min: 50, max: 200 },
  'norm.BUDGET_OVERRUN.final': { standard: 100, min: 50, max: 200 },
  /** Active trajectories of one coordinator. */
  'norm.CAPACITY_SINGLE_POINT.target': { standard: 4, min: 1, max: 50 },
  /** Reactions to one message, and the per cent of them that is negative. */
  'norm.FEEDBACK_NEGATIVE.target': { standard: 5, min: 1, max: 1_000 },
  'norm.FEEDBACK_NEGATIVE.share': { standard: 50, min: 1, max: 99 },
  /** Days for which a final signal may wait. */
  'signal.snoozeDays': { standard: 14, min: 1, max: 90 },
};

/** What of the settings norms follow from. */
export type NormSettings = Pick<Settings, 'numbers' | 'local' | 'dated' | 'calendar'>;

/** The number that counts on a day for these municipalities, else the default. */
export const numberOfSignals = (
  settings: NormSettings,
  municipalityIds: readonly Id[],
  key: string,
  day: LocalDate,
): number => numberFor(settings, municipalityIds, key, SIGNAL_NUMBERS[key]?.standard ?? 0, day);

const NORMS = Object.keys(SIGNAL_NUMBERS).filter((key) => key.startsWith('norm.'));

/** Numbers and calendar for a trajectory of these municipalities. */
export function normsFor(settings: NormSettings, municipalityIds: readonly Id[]): Norms {
  const { dated = new Map(), calendar } = settings;
  return {
    days: changesOf(dated, municipalityIds, NORMS),
    on: (day) => ({ number: (key) => numberOfSignals(settings, municipalityIds, key, day), calendar }),
  };
}
