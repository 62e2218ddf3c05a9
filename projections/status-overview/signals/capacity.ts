// CAPACITY_SINGLE_POINT: one coordinator leads more active trajectories than was agreed. Over trajectories, so it is counted when it is asked,
// from the times in which each was active.
import { daysBetween } from '../../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import type { Norms } from '../../../workflows/signals/types.js';
import { SOLVERS } from '../../../workflows/signals/solvers.js';
import type { Read } from '../../kit/projection.js';
import { within, type Scope, type Where } from '../scope.js';
import { storedNorms } from './rows.js';
import type { ListedSignal } from './views.js';

export const CAPACITY = 'CAPACITY_SINGLE_POINT';

/** One line per coordinator who leads too many on that day, with those of these trajectories that make it so; none without any of them. */
export function tooMuchLed(
  read: Read,
  scope: Scope,
  { day, from = '', coordinatorRef }: { day: LocalDate; from?: LocalDate; coordinatorRef?: Id },
): ListedSignal[] {
  const norms = storedNorms(read)([]);
  const limit = limitOn(norms, day);
  const who = read.all<{ ref: string; n: number }>(
    `SELECT coordinator_ref AS ref, count(*) AS n FROM lead WHERE ended_on > ? AND began_on <= ?${coordinatorRef === undefined ? '' : ' AND coordinator_ref = ?'}
      GROUP BY coordinator_ref HAVING n > ? ORDER BY n DESC, ref`,
    day,
    day,
    ...(coordinatorRef === undefined ? [] : [coordinatorRef]),
    limit,
  );
  return who.flatMap(({ ref, n }) => {
    const raisedOn = raised(read, ref, norms, day);
    const place = within(scope);
    const led = read.all<{ trajectory_id: string; title: string; raised_by: string }>(
      `SELECT trajectory_id, title, raised_by FROM lead JOIN trajectory USING (trajectory_id) WHERE lead.coordinator_ref = ? AND ended_on > ?
        AND began_on <= ? AND ${place.sql} ORDER BY began_on DESC, trajectory_id`,
      ref,
      day,
      day,
      ...place.values,
    );
    const [last] = led;
    if (!last || raisedOn < from) return [];
    return [
      {
        trajectoryId: last.trajectory_id,
        title: last.title,
        code: CAPACITY,
        severity: 'target' as const,
        subjectId: ref,
        subject: String(n),
        phase: 'organisation',
        since: raisedOn,
        raisedOn,
        count: 1,
        command: 'AssignRole',
        solvableBy: SOLVERS.AssignRole ?? [],
        raisedBy: led.flatMap(({ raised_by }) => JSON.parse(raised_by) as Id[]),
        clearedBy: [],
        trajectoryIds: led.map(({ trajectory_id }) => trajectory_id),
        ageDays: Math.max(0, daysBetween(raisedOn, day)),
      },
    ];
  });
}

const limitOn = (norms: Norms, day: LocalDate): number => norms.on(day).number(`norm.${CAPACITY}.target`);

/** The day since which, without a break, more than the limit of that day were active at the end of the day. */
function raised(read: Read, ref: Id, norms: Norms, day: LocalDate): LocalDate {
  const changes = read.all<{ day: string; active: number }>(
    `SELECT day, sum(change) OVER (ORDER BY day) AS active FROM (
      SELECT day, sum(change) AS change FROM (
        SELECT began_on AS day, 1 AS change FROM lead WHERE coordinator_ref = ? UNION ALL
        SELECT ended_on, -1 FROM lead WHERE coordinator_ref = ?) GROUP BY day) WHERE day <= ? ORDER BY day DESC`,
    ref,
    ref,
    day,
  );
  const activeOn = (on: LocalDate): number => changes.find((change) => change.day <= on)?.active ?? 0;
  const days = [...changes.map((change) => change.day), ...norms.days.filter((from) => from <= day)].sort().reverse();
  const under = days.findIndex((on) => activeOn(on) <= limitOn(norms, on));
  return days[under < 0 ? days.length - 1 : under - 1] ?? day;
}

/** Active trajectories of coordinators who lead too many on that day. */
export function ledTooMuch(read: Read, day: LocalDate): Where {
  const standing = 'ended_on > ? AND began_on <= ?';
  return {
    sql: `trajectory_id IN (SELECT trajectory_id FROM lead WHERE ${standing} AND coordinator_ref IN
      (SELECT coordinator_ref FROM lead WHERE ${standing} GROUP BY coordinator_ref HAVING count(*) > ?))`,
    values: [day, day, day, day, limitOn(storedNorms(read)([]), day)],
  };
}
