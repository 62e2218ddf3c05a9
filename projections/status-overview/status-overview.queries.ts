// Questions to the status overview: the list, one trajectory, counts for management, and what is owed.
import type { Id, LocalDate } from '../../workflows/kit/types.js';
import type { Read } from '../kit/projection.js';
import { signalHistory, worstOf } from './signals/queries.js';
import type { Shown } from './signals/standing.js';
import type { ListedSignal, SignalFilter, SignalGroup, SignalView } from './signals/views.js';
import { allSignals, groupsOfAll, having, signalsOfOne } from './signals/whole.js';
import { owed, owedOf, type OwedAsked } from './owed.js';
import { clockViews, present, statusRow, type TrajectoryRow } from './rows.js';
import type {
  Counts,
  DeadlineView,
  GroupView,
  Listed,
  ListFilter,
  OwedView,
  RoleGrant,
  Sort,
  StatusDetail,
  StatusRow,
} from './views.js';
import { pageOf, within, type Scope, type Where } from './scope.js';

export interface StatusQueries {
  list(scope: Scope, filter: ListFilter): Listed<StatusRow>;
  /**
   * Undefined when it does not exist or lies outside the scope: the reader may not tell which. `inside` = where the reader may know what is
   * internal of other trajectories.
   */
  one(
    scope: Scope,
    trajectoryId: Id,
    today: LocalDate,
    signalsFrom?: LocalDate,
    inside?: Scope,
  ): StatusDetail | undefined;
  /** Counts over the scope; a trajectory of several municipalities counts once. */
  counts(scope: Scope): Counts;
  /** Signals that stand and do not wait, by kind. */
  signalGroups(scope: Scope, asked: Shown): SignalGroup[];
  /** What is owed by these roles, or by this person alone; oldest first unless asked by urgency. */
  owed(grants: readonly RoleGrant[], personRef: Id, asked: OwedAsked): Listed<OwedView>;
  /** Signals that stand at the end of a day, worst first. */
  signals(scope: Scope, filter: SignalFilter): Listed<ListedSignal>;
  /** Every signal a trajectory had until that day. */
  signalHistory(trajectoryId: Id, day: LocalDate): SignalView[];
}

const WORDS = ['nog niet', 'bezig', 'wacht op', 'klaar'];
const ORDER: Record<Sort, string> = {
  lastEvent: 'last_event_at, trajectory_id',
  '-lastEvent': 'last_event_at DESC, trajectory_id DESC',
  title: 'title, trajectory_id',
  '-title': 'title DESC, trajectory_id DESC',
  start: 'start_on, trajectory_id',
  '-start': 'start_on DESC, trajectory_id DESC',
  end: 'coalesce(planned_end_on, start_on), trajectory_id',
  '-end': 'coalesce(planned_end_on, start_on) DESC, trajectory_id DESC',
};

export function statusQueries(read: Read): StatusQueries {
  return {
    list: (scope, filter) => list(read, scope, filter),
    one: (scope, id, today, from, inside = scope) =>
      one(read, scope, id, from === undefined ? { day: today } : { day: today, from }, inside),
    counts: (scope) => counts(read, scope),
    signalGroups: (scope, asked) => groupsOfAll(read, scope, asked),
    owed: (grants, ref, asked) => owed(read, grants, ref, asked),
    signals: (scope, filter) => allSignals(read, scope, filter),
    signalHistory: (id, day) => signalHistory(read, id, day),
  };
}

function conditions(
  read: Read,
  { phase, state, municipality, level, coordinator, signal, asked, q }: ListFilter,
): Where[] {
  const isWord = state !== undefined && WORDS.includes(state);
  const words = isWord ? [state] : ['bezig', 'wacht op'];
  const inPhase = phase && {
    sql: `trajectory_id IN (SELECT trajectory_id FROM phase WHERE phase = ? AND word IN (${words.map(() => '?').join(', ')}))`,
    values: [phase, ...words],
  };
  const inState = state !== undefined &&
    !(isWord && phase) && { sql: `${isWord ? 'word' : 'state'} = ?`, values: [state] };
  const needle = (q ?? '').trim().toLocaleLowerCase('nl');
  return [
    inPhase,
    inState,
    municipality !== undefined && within([municipality]),
    level !== undefined && { sql: 'level = ?', values: [level] },
    coordinator !== undefined && { sql: 'coordinator_ref = ?', values: [coordinator] },
    signal !== undefined && asked !== undefined && having(read, signal, asked),
    // instr takes every sign as itself; LIKE would not.
    needle !== '' && { sql: 'instr(needle, ?) > 0', values: [needle] },
  ].filter((where): where is Where => typeof where === 'object');
}

function list(read: Read, scope: Scope, filter: ListFilter): Listed<StatusRow> {
  const where = [within(scope), ...conditions(read, filter)];
  const condition = where.map(({ sql }) => sql).join(' AND ');
  const values = where.flatMap((part) => part.values);
  const { page, pageSize } = pageOf(filter.page, filter.pageSize);
  const rows = read.all<TrajectoryRow>(
    `SELECT * FROM trajectory WHERE ${condition} ORDER BY ${ORDER[filter.sort ?? '-lastEvent']} LIMIT ? OFFSET ?`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  const total = read.one<{ n: number }>(`SELECT count(*) AS n FROM trajectory WHERE ${condition}`, ...values)?.n ?? 0;
  const { asked } = filter;
  const items = rows.map((row) => {
    const worst = asked && worstOf(read, row.trajectory_id, asked.day, asked.from);
    return { ...statusRow(read, row), ...(worst ? { worst } : {}) };
  });
  return { items, page, pageSize, total };
}

function one(read: Read, scope: Scope, id: Id, asked: Shown, inside: Scope): StatusDetail | undefined {
  const { day: today } = asked;
  const where = within(scope);
  const row = read.one<TrajectoryRow>(
    `SELECT * FROM trajectory WHERE trajectory_id = ? AND ${where.sql}`,
    id,
    ...where.values,
  );
  if (!row) return undefined;
  const clocks = clockViews(read, id, today);
  return {
    ...statusRow(read, row),
    groups: groupsOf(read, id),
    contributions: read.all(
      'SELECT round, state, count, told FROM contribution_count WHERE trajectory_id = ? ORDER BY round, state',
      id,
    ),
    agreements: agreementsOf(read, id),
    clocks,
    deadlines: deadlinesOf(read, id, clocks, today),
    owedActs: owedOf(read, id, asked),
    signals: signalsOfOne(read, row, inside, asked),
  };
}

type Sqlite<T> = { [K in keyof T]: T[K] extends boolean ? number : T[K] };

function groupsOf(read: Read, id: Id): GroupView[] {
  const sql = `SELECT group_id AS groupId, name, required, waived, size, min, target, invited, accepted, reached, round FROM public_group
    WHERE trajectory_id = ? ORDER BY ord`;
  return read
    .all<Sqlite<Omit<GroupView, 'round'>> & { round: string | null }>(sql, id)
    .map(({ round, required, waived, ...row }) => ({
      ...row,
      required: required === 1,
      waived: waived === 1,
      ...present({ round }),
    }));
}

function agreementsOf(read: Read, id: Id): StatusDetail['agreements'] {
  const sql =
    'SELECT nr, agreement_id AS agreementId, state, due_on AS dueOn, public FROM agreement WHERE trajectory_id = ? ORDER BY nr';
  return read
    .all<Sqlite<StatusDetail['agreements'][number]>>(sql, id)
    .map((row) => ({ ...row, public: row.public === 1 }));
}

/** The next three, today included. */
function deadlinesOf(read: Read, id: Id, clocks: StatusDetail['clocks'], today: LocalDate): DeadlineView[] {
  const stored = read.all<DeadlineView>(
    'SELECT due_on AS "on", kind, subject FROM deadline WHERE trajectory_id = ?',
    id,
  );
  const ofClocks = clocks.flatMap(({ about, targetOn, finalOn }): DeadlineView[] => [
    ...(targetOn ? [{ on: targetOn, kind: 'feedbackTarget' as const, subject: about }] : []),
    ...(finalOn ? [{ on: finalOn, kind: 'feedbackFinal' as const, subject: about }] : []),
  ]);
  const ahead = [...stored, ...ofClocks].filter(({ on }) => on >= today);
  return ahead
    .sort((a, b) => a.on.localeCompare(b.on) || a.kind.localeCompare(b.kind) || a.subject.localeCompare(b.subject))
    .slice(0, 3);
}

function counts(read: Read, scope: Scope): Counts {
  const { sql, values } = within(scope);
  const sums = read.one<{ total: number; ha: number; hb: number; ca: number; cb: number; overrides: number }>(
    `SELECT count(*) AS total, total(hours_approved) AS ha, total(hours_booked) AS hb, cast(total(cents_approved) AS INTEGER) AS ca,
      cast(total(cents_booked) AS INTEGER) AS cb, cast(total(overrides) AS INTEGER) AS overrides FROM trajectory WHERE ${sql}`,
    ...values,
  );
  return {
    total: sums?.total ?? 0,
    states: read.all(
      `SELECT state AS value, count(*) AS count FROM trajectory WHERE ${sql} GROUP BY state ORDER BY state`,
      ...values,
    ),
    phases: read.all(
      `SELECT phase, word, count(DISTINCT trajectory_id) AS count FROM phase WHERE ${sql} GROUP BY phase, word ORDER BY min(ord), word`,
      ...values,
    ),
    hours: { approved: sums?.ha ?? 0, booked: sums?.hb ?? 0 },
    cents: { approved: sums?.ca ?? 0, booked: sums?.cb ?? 0 },
    overrides: sums?.overrides ?? 0,
  };
}
