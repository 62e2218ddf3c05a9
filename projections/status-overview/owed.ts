// Questions about what is owed: in one trajectory, and by somebody over all that they may decide in. Signals are owed by who can clear them,
// and take the place of the decision that would.
import { atLocal, daysBetween, localDay } from '../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../workflows/kit/types.js';
import { commandsOf, solversOf } from '../../workflows/signals/solvers.js';
import type { Read } from '../kit/projection.js';
import { tooMuchLed } from './signals/capacity.js';
import { both, shown, snoozedOn, type Shown } from './signals/standing.js';
import type { ListedSignal } from './signals/views.js';
import { present } from './rows.js';
import { byText, pageAmong, pageOf, within, type Scope, type Where } from './scope.js';
import type { Listed, OwedView, RoleGrant } from './views.js';

interface OwedRow {
  trajectory_id: string;
  title: string;
  command: string;
  address: string;
  since: string;
  by: string;
  ref: string | null;
  missing: string;
  count: number;
}

export interface OwedAsked extends Shown {
  page?: number;
  pageSize?: number;
  /** `age` (default): oldest first. `urgency`: signals first, final before target, then by how alive the trajectory is; within that, oldest first. */
  order?: 'age' | 'urgency';
}

interface Line {
  trajectory_id: string;
  ord: number;
  is_signal: number;
}

interface Ranked {
  rank: number;
  /** Since when, as the tables have it. */
  at: string;
}

const TARGET_RANK = 1;
/** Signals past their final date, other signals, acts of trajectories that run, of those that wait or lie still, of those that are over. */
const SIGNAL_RANK = `CASE s.severity WHEN 'final' THEN 0 ELSE ${TARGET_RANK} END`;
const ACT_RANK = `CASE WHEN trajectory.state = 'active' THEN 2 WHEN trajectory.word = 'klaar' THEN 4 ELSE 3 END`;

/** What is owed by these roles, or by this person alone. */
export function owed(read: Read, grants: readonly RoleGrant[], ref: Id, asked: OwedAsked): Listed<OwedView> {
  const pages = pageOf(asked.page, asked.pageSize);
  const parts = [signalLines(grants, ref, asked), decisionLines(grants, ref, asked)];
  const lines = parts.map(({ sql }) => sql).join(' UNION ALL ');
  const values = parts.flatMap((part) => part.values);
  const rank = asked.order === 'urgency' ? 'rank' : '0 AS rank';
  const rows = (limit: number, offset: number) =>
    read.all<Line & Ranked>(
      `SELECT trajectory_id, ord, is_signal, at, ${rank} FROM (${lines}) ORDER BY ${asked.order === 'urgency' ? 'rank, ' : ''}at,
        trajectory_id, is_signal DESC, ord LIMIT ? OFFSET ?`,
      ...values,
      limit,
      offset,
    );
  const total = read.one<{ n: number }>(`SELECT count(*) AS n FROM (${lines})`, ...values)?.n ?? 0;
  const led = ledTooMuch(read, grants, asked);
  const few = led.map((one) => ({
    rank: asked.order === 'urgency' ? TARGET_RANK : 0,
    at: one.raisedOn,
    view: ofSignal(one, asked.day),
  }));
  const found = pageAmong<Ranked & (Line | { view: OwedView })>(
    few,
    pages,
    rows,
    (a, b) => a.rank - b.rank || byText(a.at, b.at),
  );
  const items = found.flatMap((one) => ('view' in one ? one.view : (viewOf(read, one, asked.day) ?? [])));
  return { items, ...pages, total: total + led.length };
}

/** Decisions, but for those that a signal which stands would clear. */
function decisionLines(grants: readonly RoleGrant[], ref: Id, asked: Shown): Where {
  const ofGrants = grants.map(({ role, municipalityId }): Where => {
    const place = within(municipalityId === undefined ? 'all' : [municipalityId]);
    return {
      sql: ` UNION SELECT trajectory_id, ord FROM owed_by WHERE role = ? AND ${place.sql}`,
      values: [role, ...place.values],
    };
  });
  const free = notReplaced(asked);
  return {
    sql: `SELECT owed.trajectory_id, owed.ord, 0 AS is_signal, owed.since AS at, ${ACT_RANK} AS rank FROM (SELECT trajectory_id, ord FROM owed WHERE ref = ?${ofGrants.map(({ sql }) => sql).join('')})
      JOIN owed USING (trajectory_id, ord) JOIN trajectory USING (trajectory_id) WHERE ${free.sql}`,
    values: [ref, ...ofGrants.flatMap((part) => part.values), ...free.values],
  };
}

/** A signal takes the place of the decision that clears it, in the same round or about the same thing; also while it was let wait. */
function notReplaced(asked: Shown): Where {
  const standing = shown(asked);
  return {
    sql: `NOT EXISTS (SELECT 1 FROM signal AS s WHERE s.trajectory_id = owed.trajectory_id AND s.command = owed.command AND ${standing.sql}
      AND (owed.about IS NULL OR s.subject_id = owed.about)
      AND coalesce(json_extract(owed.address, '$.round'), s.round, '') = coalesce(s.round, ''))`,
    values: standing.values,
  };
}

/** Signals that stand and do not wait, for who can clear them. */
function signalLines(grants: readonly RoleGrant[], ref: Id, asked: Shown): Where {
  const wait = snoozedOn(asked.day);
  const ofGrants = grants.map(({ role, municipalityId }): Where => {
    const place = within(municipalityId === undefined ? 'all' : [municipalityId]);
    return {
      sql: ` OR (s.code <> 'ENTRY_INCOMPLETE' AND s.command IN (SELECT value FROM json_each(?)) AND ${place.sql})`,
      values: [JSON.stringify(commandsOf(role)), ...place.values],
    };
  });
  const where = both(
    shown(asked),
    { sql: `NOT ${wait.sql}`, values: wait.values },
    {
      sql: `s.ref = ?${ofGrants.map(({ sql }) => sql).join('')}`,
      values: [ref, ...ofGrants.flatMap((part) => part.values)],
    },
  );
  return {
    sql: `SELECT s.trajectory_id, s.ord, 1 AS is_signal, s.raises_on AS at, ${SIGNAL_RANK} AS rank FROM signal AS s WHERE ${where.sql}`,
    values: where.values,
  };
}

/** Coordinators who lead too much, for who can give their work to somebody else. */
function ledTooMuch(read: Read, grants: readonly RoleGrant[], asked: Shown): ListedSignal[] {
  const own = grants.filter(({ role }) => commandsOf(role).includes('AssignRole'));
  if (own.length === 0) return [];
  const isWide = own.some(({ municipalityId }) => municipalityId === undefined);
  const scope: Scope = isWide ? 'all' : own.flatMap(({ municipalityId }) => municipalityId ?? []);
  return tooMuchLed(read, scope, asked);
}

/** What is owed in one trajectory, oldest first. */
export function owedOf(read: Read, trajectoryId: Id, asked: Shown): OwedView[] {
  const free = notReplaced(asked);
  const wait = snoozedOn(asked.day);
  const standing = both(shown(asked), { sql: `NOT ${wait.sql}`, values: wait.values });
  const lines = read.all<Line>(
    `SELECT trajectory_id, ord, 0 AS is_signal, since AS at FROM owed WHERE trajectory_id = ? AND ${free.sql}
      UNION ALL SELECT s.trajectory_id, s.ord, 1, s.raises_on FROM signal AS s WHERE s.trajectory_id = ? AND ${standing.sql} ORDER BY at, is_signal DESC, ord`,
    trajectoryId,
    ...free.values,
    trajectoryId,
    ...standing.values,
  );
  return lines.flatMap((line) => viewOf(read, line, asked.day) ?? []);
}

function viewOf(read: Read, line: Line, day: LocalDate): OwedView | undefined {
  return line.is_signal === 1 ? signalView(read, line, day) : decisionView(read, line, day);
}

function decisionView(read: Read, { trajectory_id, ord }: Line, day: LocalDate): OwedView | undefined {
  const sql = `SELECT owed.*, trajectory.title FROM owed JOIN trajectory USING (trajectory_id) WHERE trajectory_id = ? AND ord = ?`;
  const row = read.one<OwedRow>(sql, trajectory_id, ord);
  return (
    row && {
      trajectoryId: row.trajectory_id,
      title: row.title,
      command: row.command,
      address: JSON.parse(row.address) as OwedView['address'],
      since: row.since,
      ageDays: Math.max(0, daysBetween(localDay(row.since), day)),
      by: JSON.parse(row.by) as string[],
      ...present({ ref: row.ref }),
      missing: JSON.parse(row.missing) as OwedView['missing'],
      count: row.count,
    }
  );
}

interface RaisedRow {
  trajectory_id: string;
  title: string;
  code: string;
  severity: 'target' | 'final';
  subject_id: string;
  subject: string;
  phase: string | null;
  round: string | null;
  command: string;
  ref: string | null;
  since: string;
  raises_on: string;
  count: number;
}

function signalView(read: Read, { trajectory_id, ord }: Line, day: LocalDate): OwedView | undefined {
  const sql = `SELECT signal.*, trajectory.title FROM signal JOIN trajectory USING (trajectory_id) WHERE trajectory_id = ? AND ord = ?`;
  const row = read.one<RaisedRow>(sql, trajectory_id, ord);
  if (!row) return undefined;
  return ofSignal(
    {
      trajectoryId: row.trajectory_id,
      title: row.title,
      code: row.code,
      severity: row.severity,
      subjectId: row.subject_id,
      subject: row.subject,
      ...present({ phase: row.phase, round: row.round, ref: row.ref }),
      since: row.since,
      raisedOn: row.raises_on,
      count: row.count,
      command: row.command,
      solvableBy: solversOf(row.code, row.command),
    },
    day,
  );
}

type Raised = Omit<ListedSignal, 'raisedBy' | 'clearedBy' | 'ageDays'>;

function ofSignal(one: Raised, day: LocalDate): OwedView {
  const { code, severity, subjectId, subject, since, phase, round, trajectoryIds } = one;
  return {
    trajectoryId: one.trajectoryId,
    title: one.title,
    command: one.command,
    address: { ...(phase ? { phase } : {}), ...(round ? { round } : {}) },
    since: atLocal(one.raisedOn),
    ageDays: Math.max(0, daysBetween(one.raisedOn, day)),
    by: [...one.solvableBy],
    ...(one.ref === undefined ? {} : { ref: one.ref }),
    missing: [],
    count: one.count,
    signal: { code, severity, subjectId, subject, since, ...(trajectoryIds ? { trajectoryIds } : {}) },
  };
}
