// The index of the clock: what the calendar will bring and when, so that a tick reads only what has come. Only of today: the past is not acted on.
import { countedTo } from '../../workflows/kit/due.js';
import { numberFor } from '../../workflows/kit/settings.js';
import type { Id, Instant } from '../../workflows/kit/types.js';
import type { Read, Settled, Write } from '../kit/projection.js';
import { created, tableOf, type Row } from '../kit/tables.js';
import { storedNumbers } from './signals/rows.js';

/** What each trajectory awaits. A moment that follows from a setting has the day it is counted from, the key, and the days where none were set. */
export const AWAITED = tableOf(
  'awaited',
  ['trajectory_id', 'ord'],
  `trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, act TEXT NOT NULL, about TEXT, due_at TEXT NOT NULL,
    held INTEGER NOT NULL, counted_from TEXT, setting TEXT, standard INTEGER`,
);

export const AWAITED_STATEMENTS = [
  created(AWAITED),
  'CREATE INDEX awaited_due ON awaited (held, due_at, trajectory_id)',
  'CREATE INDEX awaited_setting ON awaited (setting)',
];

/** A trajectory for which the calendar has brought something. */
export interface DueTrajectory {
  trajectoryId: Id;
  /** The moments at which the first and the last of what is due fell due. */
  first: Instant;
  last: Instant;
  /** The revision of the trajectory that this was read from. */
  revision: number;
}

export interface ClockQueries {
  /**
   * Trajectories that have something due at or before that moment, the longest waiting first. Whoever acts on it asks the trajectory itself:
   * after a change of settings a row may be of something that is held up.
   */
  dueAt(now: Instant): DueTrajectory[];
}

export const clockQueries = (read: Read): ClockQueries => ({
  dueAt: (now) =>
    read.all(
      `SELECT trajectory_id AS trajectoryId, min(due_at) AS first, max(due_at) AS last, revision FROM awaited INDEXED BY awaited_due
        JOIN trajectory USING (trajectory_id) WHERE held = 0 AND due_at <= ? GROUP BY trajectory_id ORDER BY first, trajectory_id`,
      now,
    ),
});

export function awaitedRows(settled: Settled): Row[] {
  const { id } = settled.trajectory;
  return settled.awaits().map(({ act, about, at, isHeld, counted }, ord) => ({
    trajectory_id: id,
    ord,
    act,
    about: about ?? null,
    due_at: at,
    held: isHeld ? 1 : 0,
    counted_from: counted?.from ?? null,
    setting: counted?.key ?? null,
    standard: counted?.standard ?? null,
  }));
}

interface Counting {
  trajectory_id: Id;
  ord: number;
  due_at: Instant;
  counted_from: string;
  standard: number;
}

/**
 * Moves the moments that follow from this setting to where the numbers in the tables put them. Whether something is owed on the new last day
 * the rows do not say, so none of those that moved is held any more.
 */
export function moveAwaited(write: Write, key: string): void {
  const rows = write.all<Counting>(
    'SELECT trajectory_id, ord, due_at, counted_from, standard FROM awaited WHERE setting = ?',
    key,
  );
  if (rows.length === 0) return;
  const settings = { numbers: new Map<string, number>(), dated: storedNumbers(write) };
  for (const { trajectory_id: id, ord, due_at: before, counted_from: from, standard } of rows) {
    const towns = write.all<{ id: Id }>(
      'SELECT municipality_id AS id FROM trajectory_municipality WHERE trajectory_id = ?',
      id,
    );
    const days = numberFor(
      settings,
      towns.map((town) => town.id),
      key,
      standard,
      from,
    );
    const at = countedTo({ from, key, standard }, days);
    if (at !== before)
      write.run('UPDATE awaited SET due_at = ?, held = 0 WHERE trajectory_id = ? AND ord = ?', at, id, ord);
  }
}
