// Tables of the signals, part of the status overview, so that lists, counts and what is owed ask one database. Nothing here is personal:
// codes, ids, short numbers and days; the reason of a snooze is read from its event by those who may.
import { created, tableOf } from '../../kit/tables.js';

/** A signal that has not ended ends on this day, later than any other. */
export const OPEN = '9999-12-31';

/** Rows of one trajectory. */
export const SIGNAL_TABLES = {
  /** Every signal that stood, stands or will stand. Raised on `raises_on`; from the end of `clears_on` it no longer stands. */
  signal: tableOf(
    'signal',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL,
      subject_id TEXT NOT NULL, subject TEXT NOT NULL, phase TEXT, round TEXT, command TEXT NOT NULL, ref TEXT,
      since TEXT NOT NULL, raises_on TEXT NOT NULL, clears_on TEXT NOT NULL, count INTEGER NOT NULL,
      raised_by TEXT NOT NULL, cleared_by TEXT NOT NULL`,
  ),
  /** What was let wait, from the day on which that was said until the day on which it shows again. */
  snooze: tableOf(
    'snooze',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, code TEXT NOT NULL, subject_id TEXT NOT NULL,
      on_day TEXT NOT NULL, until_day TEXT NOT NULL, event_id TEXT NOT NULL`,
  ),
  /** Times in which the trajectory was active, and who led it: CAPACITY_SINGLE_POINT counts over trajectories. */
  lead: tableOf(
    'lead',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, coordinator_ref TEXT NOT NULL, began_on TEXT NOT NULL,
      ended_on TEXT NOT NULL, raised_by TEXT NOT NULL`,
  ),
} as const;

/** The causes of each trajectory without norms: from these the rows are made anew when norms or calendar change. */
export const CASES = tableOf(
  'signal_case',
  ['trajectory_id'],
  `trajectory_id TEXT NOT NULL, municipalities TEXT NOT NULL, cases TEXT NOT NULL`,
);

/** Statements beside those of the tables of a trajectory. */
export const SIGNAL_STATEMENTS = [
  created(CASES),
  'CREATE INDEX signal_code ON signal (code, clears_on, raises_on, trajectory_id)',
  'CREATE INDEX signal_open ON signal (clears_on, raises_on, trajectory_id)',
  'CREATE INDEX lead_of ON lead (coordinator_ref, ended_on, began_on)',
];
