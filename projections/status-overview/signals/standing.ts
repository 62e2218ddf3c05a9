// Which signals stand and are shown on a day, as conditions for statements on the table `signal AS s`.
import type { LocalDate } from '../../../workflows/kit/types.js';
import type { Where } from '../scope.js';

export interface Shown {
  day: LocalDate;
  /** Nothing raised before this day is shown. */
  from?: LocalDate;
}

/** Stands at the end of the day: raised by then, and not ended. */
export const stands = (day: LocalDate, table = 's'): Where => ({
  sql: `${table}.raises_on <= ? AND ${table}.clears_on > ?`,
  values: [day, day],
});

/**
 * Stands and is shown: of one cause only its highest severity, a round without feedback hides its contributions without an answer, and nothing
 * from before signals count.
 */
export function shown({ day, from = '' }: Shown): Where {
  const other = stands(day, 'o');
  return {
    sql: `${stands(day).sql} AND s.raises_on >= ? AND NOT (s.severity = 'target' AND EXISTS (SELECT 1 FROM signal AS o
        WHERE o.trajectory_id = s.trajectory_id AND o.code = s.code AND o.subject_id = s.subject_id AND o.severity = 'final' AND ${other.sql}))
      AND NOT (s.code = 'CONTRIBUTION_UNANSWERED' AND s.round IS NOT NULL AND EXISTS (SELECT 1 FROM signal AS o
        WHERE o.trajectory_id = s.trajectory_id AND o.code = 'FEEDBACK_OVERDUE' AND o.round = s.round AND ${other.sql}))`,
    values: [day, day, from, ...other.values, ...other.values],
  };
}

/** The snooze in force on a day for `s`: said while this signal stood, and not over yet. A signal that became final shows again. */
export const snoozedOn = (day: LocalDate): Where => ({
  sql: `EXISTS (SELECT 1 FROM snooze AS z WHERE z.trajectory_id = s.trajectory_id AND z.code = s.code AND z.subject_id = s.subject_id
    AND z.on_day >= s.raises_on AND z.on_day <= ? AND z.until_day > ?)`,
  values: [day, day],
});

/** Both. */
export const both = (...parts: readonly Where[]): Where => ({
  sql: parts.map(({ sql }) => `(${sql})`).join(' AND '),
  values: parts.flatMap(({ values }) => values),
});
