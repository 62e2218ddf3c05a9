// Questions about signals of any day: those of one trajectory with what they were, those of all, and how many of each kind.
import { daysBetween } from '../../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import { solversOf } from '../../../workflows/signals/solvers.js';
import type { Severity } from '../../../workflows/signals/types.js';
import type { Read, Value } from '../../kit/projection.js';
import { within, type Scope, type Where } from '../scope.js';
import { both, shown, snoozedOn } from './standing.js';
import { OPEN } from './tables.js';
import type { ListedSignal, SignalFilter, SignalGroup, SignalView } from './views.js';

interface SignalRow {
  trajectory_id: string;
  code: string;
  severity: Severity;
  subject_id: string;
  subject: string;
  phase: string | null;
  round: string | null;
  command: string;
  ref: string | null;
  since: string;
  raises_on: string;
  clears_on: string;
  count: number;
  raised_by: string;
  cleared_by: string;
  title: string;
}

/** Worst first, then oldest. */
const WORST_FIRST = `s.severity = 'target', s.raises_on, s.trajectory_id, s.ord`;

/** Those that stand at the end of a day, worst first, from one line on. */
export function signalList(
  read: Read,
  scope: Scope,
  filter: SignalFilter,
  { limit, offset }: { limit: number; offset: number },
): ListedSignal[] {
  const where = conditionOf(scope, filter);
  const rows = read.all<SignalRow>(
    `SELECT s.*, trajectory.title FROM signal AS s JOIN trajectory USING (trajectory_id) WHERE ${where.sql}
      ORDER BY ${WORST_FIRST} LIMIT ? OFFSET ?`,
    ...where.values,
    limit,
    offset,
  );
  return rows.map((row) => ({
    ...signalView(read, row, filter.day),
    trajectoryId: row.trajectory_id,
    title: row.title,
    ageDays: Math.max(0, daysBetween(row.raises_on, filter.day)),
  }));
}

/** How many lines that list has. */
export function signalCount(read: Read, scope: Scope, filter: SignalFilter): number {
  const where = conditionOf(scope, filter);
  return read.one<{ n: number }>(`SELECT count(*) AS n FROM signal AS s WHERE ${where.sql}`, ...where.values)?.n ?? 0;
}

function conditionOf(scope: Scope, { day, from, code, severity, trajectoryId, snoozed }: SignalFilter): Where {
  const place = within(scope);
  const wait = snoozedOn(day);
  const only = (sql: string, value: Value | undefined): Where[] =>
    value === undefined ? [] : [{ sql, values: [value] }];
  return both(
    shown({ day, ...(from === undefined ? {} : { from }) }),
    { sql: place.sql.replace(/^trajectory_id/, 's.trajectory_id'), values: place.values },
    ...only('s.code = ?', code),
    ...only('s.severity = ?', severity),
    ...only('s.trajectory_id = ?', trajectoryId),
    ...(snoozed === 'too' ? [] : [{ sql: `${snoozed === 'only' ? '' : 'NOT '}${wait.sql}`, values: wait.values }]),
  );
}

/** All signals a trajectory ever had, by the day on which they were raised; those of later days not yet. */
export function signalHistory(read: Read, trajectoryId: Id, day: LocalDate): SignalView[] {
  const rows = read.all<SignalRow>(
    'SELECT s.* FROM signal AS s WHERE trajectory_id = ? AND raises_on <= ? ORDER BY raises_on, ord',
    trajectoryId,
    day,
  );
  return rows.map((row) => signalView(read, row, day));
}

function signalView(read: Read, row: SignalRow, day: LocalDate): SignalView {
  const snooze = read.one<{ until_day: string; event_id: string }>(
    `SELECT until_day, event_id FROM snooze WHERE trajectory_id = ? AND code = ? AND subject_id = ? AND on_day >= ? AND on_day <= ?
      AND until_day > ? ORDER BY ord DESC LIMIT 1`,
    row.trajectory_id,
    row.code,
    row.subject_id,
    row.raises_on,
    day,
    day,
  );
  const ended = row.clears_on <= day;
  return {
    code: row.code,
    severity: row.severity,
    subjectId: row.subject_id,
    subject: row.subject,
    ...(row.phase === null ? {} : { phase: row.phase }),
    ...(row.round === null ? {} : { round: row.round }),
    since: row.since,
    raisedOn: row.raises_on,
    ...(ended && row.clears_on !== OPEN ? { clearedOn: row.clears_on } : {}),
    count: row.count,
    command: row.command,
    solvableBy: solversOf(row.code, row.command),
    ...(row.ref === null ? {} : { ref: row.ref }),
    raisedBy: JSON.parse(row.raised_by) as Id[],
    clearedBy: ended ? (JSON.parse(row.cleared_by) as Id[]) : [],
    ...(snooze && !ended ? { snoozed: { until: snooze.until_day, eventId: snooze.event_id } } : {}),
  };
}

/** How many of each kind stand and do not wait, final first, then the most. */
export function signalGroups(read: Read, scope: Scope, filter: SignalFilter): SignalGroup[] {
  const where = conditionOf(scope, filter);
  const rows = read.all<{
    code: string;
    finals: number;
    n: number;
    trajectories: number;
    oldest: string;
    commands: string;
  }>(
    `SELECT s.code, sum(CASE s.severity WHEN 'final' THEN s.count ELSE 0 END) AS finals, sum(s.count) AS n, count(DISTINCT s.trajectory_id) AS trajectories,
      min(s.raises_on) AS oldest, group_concat(DISTINCT s.command) AS commands FROM signal AS s WHERE ${where.sql}
      GROUP BY s.code ORDER BY finals > 0 DESC, n DESC, s.code`,
    ...where.values,
  );
  return rows.map(({ code, finals, n, trajectories, oldest, commands }) => ({
    code,
    severity: finals > 0 ? 'final' : 'target',
    count: n,
    finals,
    trajectories,
    oldestOn: oldest,
    solvableBy: [...new Set(commands.split(',').flatMap((command) => solversOf(code, command)))],
  }));
}

/** The worst signal of a trajectory that stands and does not wait; undefined when there is none. */
export function worstOf(read: Read, trajectoryId: Id, day: LocalDate, from?: LocalDate): SignalView | undefined {
  const filter = { day, trajectoryId, ...(from === undefined ? {} : { from }) };
  const where = conditionOf('all', filter);
  const row = read.one<SignalRow>(
    `SELECT s.* FROM signal AS s WHERE ${where.sql} ORDER BY ${WORST_FIRST} LIMIT 1`,
    ...where.values,
  );
  return row && signalView(read, row, day);
}
