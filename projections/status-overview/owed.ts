// Questions about what is owed: in one trajectory, and by somebody over all that they may decide in.
import { daysBetween, localDay } from '../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../workflows/kit/types.js';
import type { Read } from '../kit/projection.js';
import { present } from './rows.js';
import { pageOf, within, type Where } from './scope.js';
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

/** What is owed by these roles, or by this person alone; oldest first. */
export function owed(
  read: Read,
  grants: readonly RoleGrant[],
  ref: Id,
  today: LocalDate,
  wanted: { page: number; pageSize: number },
): Listed<OwedView> {
  const { page, pageSize } = pageOf(wanted.page, wanted.pageSize);
  const ofGrants = grants.map(({ role, municipalityId }): Where => {
    const place = within(municipalityId === undefined ? 'all' : [municipalityId]);
    return { sql: `(role = ? AND ${place.sql})`, values: [role, ...place.values] };
  });
  const lines = `SELECT trajectory_id, ord FROM owed WHERE ref = ?${ofGrants.map(({ sql }) => ` UNION SELECT trajectory_id, ord FROM owed_by WHERE ${sql}`).join('')}`;
  const values = [ref, ...ofGrants.flatMap((part) => part.values)];
  const rows = read.all<OwedRow>(
    `SELECT owed.*, trajectory.title FROM (${lines}) JOIN owed USING (trajectory_id, ord) JOIN trajectory USING (trajectory_id)
      ORDER BY owed.since, trajectory_id, ord LIMIT ? OFFSET ?`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  const total = read.one<{ n: number }>(`SELECT count(*) AS n FROM (${lines})`, ...values)?.n ?? 0;
  return { items: rows.map((row) => owedView(row, today)), page, pageSize, total };
}

/** What is owed in one trajectory, oldest first. */
export function owedOf(read: Read, trajectoryId: Id, today: LocalDate): OwedView[] {
  const sql = `SELECT owed.*, trajectory.title FROM owed JOIN trajectory USING (trajectory_id) WHERE trajectory_id = ? ORDER BY ord`;
  return read.all<OwedRow>(sql, trajectoryId).map((row) => owedView(row, today));
}

function owedView(row: OwedRow, today: LocalDate): OwedView {
  return {
    trajectoryId: row.trajectory_id,
    title: row.title,
    command: row.command,
    address: JSON.parse(row.address) as OwedView['address'],
    since: row.since,
    ageDays: Math.max(0, daysBetween(localDay(row.since), today)),
    by: JSON.parse(row.by) as string[],
    ...present({ ref: row.ref }),
    missing: JSON.parse(row.missing) as OwedView['missing'],
    count: row.count,
  };
}
