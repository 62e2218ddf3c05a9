// Tables of the status overview. Nothing here is personal or sealed: ids, dates, counts, amounts, and titles that everyone may see.
import { created, tableOf } from '../kit/tables.js';
import { AWAITED_STATEMENTS } from './awaited.js';
import { SIGNAL_STATEMENTS, SIGNAL_TABLES } from './signals/tables.js';

/** Tables with rows of one trajectory, replaced as a whole whenever it changes. */
export const OF_TRAJECTORY = {
  trajectory: tableOf(
    'trajectory',
    ['trajectory_id'],
    `trajectory_id TEXT NOT NULL, revision INTEGER NOT NULL, title TEXT NOT NULL, theme TEXT NOT NULL,
      needle TEXT NOT NULL, workflow TEXT NOT NULL, version INTEGER NOT NULL, level TEXT NOT NULL, question TEXT,
      client_ref TEXT NOT NULL, coordinator_ref TEXT NOT NULL, state TEXT NOT NULL, word TEXT NOT NULL,
      label_nl TEXT NOT NULL, label_en TEXT NOT NULL, who_nl TEXT, who_en TEXT, since TEXT NOT NULL,
      registered_on TEXT NOT NULL, start_on TEXT NOT NULL, planned_end_on TEXT, completed_on TEXT,
      hours_approved REAL, hours_booked REAL NOT NULL, cents_approved INTEGER, cents_booked INTEGER NOT NULL,
      contact_name TEXT, contact_channel TEXT, overrides INTEGER NOT NULL, last_entry_on TEXT,
      last_event_at TEXT NOT NULL`,
  ),
  trajectoryMunicipality: tableOf(
    'trajectory_municipality',
    ['municipality_id', 'trajectory_id'],
    `municipality_id TEXT NOT NULL, trajectory_id TEXT NOT NULL`,
  ),
  phase: tableOf(
    'phase',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, phase TEXT NOT NULL, round TEXT, round_nr INTEGER,
      state TEXT NOT NULL, word TEXT NOT NULL, label_nl TEXT NOT NULL, label_en TEXT NOT NULL, who_nl TEXT,
      who_en TEXT, since TEXT, planned_start_on TEXT, planned_end_on TEXT, planned_by TEXT, started_on TEXT,
      first_event_on TEXT, completed_on TEXT, skipped INTEGER NOT NULL, under_review INTEGER NOT NULL,
      hours_approved REAL, hours_booked REAL NOT NULL, cents_approved INTEGER, cents_booked INTEGER NOT NULL`,
  ),
  publicGroup: tableOf(
    'public_group',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, group_id TEXT NOT NULL, round TEXT, name TEXT NOT NULL,
      required INTEGER NOT NULL, waived INTEGER NOT NULL, size INTEGER NOT NULL, min INTEGER NOT NULL,
      target INTEGER NOT NULL, invited INTEGER NOT NULL, accepted INTEGER NOT NULL, reached INTEGER NOT NULL`,
  ),
  contributionCount: tableOf(
    'contribution_count',
    ['trajectory_id', 'round', 'state'],
    `trajectory_id TEXT NOT NULL, round TEXT NOT NULL, state TEXT NOT NULL, count INTEGER NOT NULL,
      told INTEGER NOT NULL`,
  ),
  agreement: tableOf(
    'agreement',
    ['trajectory_id', 'nr'],
    `trajectory_id TEXT NOT NULL, nr INTEGER NOT NULL, agreement_id TEXT NOT NULL, state TEXT NOT NULL,
      due_on TEXT NOT NULL, public INTEGER NOT NULL`,
  ),
  clock: tableOf(
    'clock',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, about TEXT NOT NULL, explains INTEGER NOT NULL,
      start_on TEXT, told_on TEXT, open INTEGER NOT NULL, owed TEXT NOT NULL`,
  ),
  deadline: tableOf(
    'deadline',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, due_on TEXT NOT NULL, kind TEXT NOT NULL,
      subject TEXT NOT NULL`,
  ),
  owed: tableOf(
    'owed',
    ['trajectory_id', 'ord'],
    `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, command TEXT NOT NULL, address TEXT NOT NULL,
      since TEXT NOT NULL, by TEXT NOT NULL, ref TEXT, about TEXT, missing TEXT NOT NULL, count INTEGER NOT NULL`,
  ),
  owedBy: tableOf(
    'owed_by',
    ['role', 'since', 'trajectory_id', 'ord'],
    `role TEXT NOT NULL, since TEXT NOT NULL, trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL`,
  ),
  ...SIGNAL_TABLES,
} as const;

export type TrajectoryTable = keyof typeof OF_TRAJECTORY;

/** Tables with rows of the organisation: the names of its municipalities, the numbers that it or they set (`key@municipality`) with
 * the days from which they count, and the calendar. */
export const OF_ORGANISATION = {
  municipality: tableOf('municipality', ['municipality_id'], `municipality_id TEXT NOT NULL, name TEXT NOT NULL`),
  norm: tableOf('norm', ['key'], `key TEXT NOT NULL, dated TEXT NOT NULL`),
  calendar: tableOf('calendar', ['one'], `one TEXT NOT NULL, periods TEXT NOT NULL`),
} as const;

export const TABLES = [
  ...[...Object.values(OF_TRAJECTORY), ...Object.values(OF_ORGANISATION)].map(created),
  'CREATE INDEX trajectory_last ON trajectory (last_event_at, trajectory_id)',
  'CREATE INDEX trajectory_state ON trajectory (state, trajectory_id)',
  'CREATE INDEX trajectory_title ON trajectory (title, trajectory_id)',
  'CREATE INDEX municipality_of ON trajectory_municipality (trajectory_id)',
  'CREATE INDEX phase_word ON phase (phase, word, trajectory_id)',
  'CREATE INDEX owed_by_trajectory ON owed_by (trajectory_id)',
  ...SIGNAL_STATEMENTS,
  ...AWAITED_STATEMENTS,
];
