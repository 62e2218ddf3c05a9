// History: what the status overview showed at the end of every past day, twice. `known`: by what had been recorded by then. `world`: by what
// had happened by then, told with what was recorded later and corrected since. The rows are those of the status overview, made by its own hand.
import type { DatedStep } from '../../workflows/kit/as-it-was.js';
import { happenedOf, isLocalDate, localDay } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Read, type Settled, type Told, type Value, type Write } from '../kit/projection.js';
import { statusQueries, type StatusQueries } from '../status-overview/status-overview.queries.js';
import { derivedAgain, normsPrint, signalsOf } from '../status-overview/signals/rows.js';
import { CASES } from '../status-overview/signals/tables.js';
import { organisationRow } from '../status-overview/status-rows.js';
import { OF_TRAJECTORY } from '../status-overview/tables.js';
import { put, type Row } from '../kit/tables.js';
import { KEPT, KEPT_OF_TRAJECTORY, rowsOf, TABLES } from './tables.js';
import { AXES, keep, readOn, reopen, type Axis, type KeptTable } from './versions.js';

export interface HistoryQueries {
  /** The questions of the status overview, answered as at the end of that day. */
  on(axis: Axis, day: LocalDate): StatusQueries;
  /** Every step of the machines of a trajectory, in the order in which they were taken. */
  steps(trajectoryId: Id): DatedStep[];
}

export const history = defineProjection<HistoryQueries>({
  name: 'history',
  version: 4,
  tables: TABLES,
  on: { '*': note, FactCorrected: noteCorrected },
  elsewhere: {
    MunicipalityRegistered: keepOrganisation,
    SettingChanged: keepOrganisation,
    CalendarSet: keepOrganisation,
  },
  settles: 'days',
  settle: keepDay,
  queries: (read) => ({
    on: (axis, day) => statusQueries(readOn(read, KEPT, axis, day)),
    steps: (trajectoryId) => stepsOf(read, trajectoryId),
  }),
});

/** The steps of an event with their dates, and the day it tells of. */
function note(event: Recorded, { steps, after }: Told, write: Write): void {
  const { revision } = event.meta;
  steps.forEach(({ key, machine, to, since }, ord) =>
    write.run(
      'INSERT OR REPLACE INTO step (trajectory_id, revision, ord, key, machine, to_state, since) VALUES (?, ?, ?, ?, ?, ?, ?)',
      after.id,
      revision,
      ord,
      key,
      machine,
      to,
      since,
    ),
  );
  noteDay(write, after.id, happenedOf(event).on);
}

const noteDay = (write: Write, id: Id, day: LocalDate): void =>
  write.run('INSERT OR IGNORE INTO happened_day (trajectory_id, day) VALUES (?, ?)', id, day);

/** A correction changes the past from the day of its fact on; one of that day itself from the earlier of the two. */
function noteCorrected(event: Recorded, { after }: Told, write: Write): void {
  const original = after.events.get(String(event.data.eventId));
  if (!original) return;
  const now = happenedOf(original).on;
  const { field, before } = event.data;
  const wasDay = (field === '/on' || field === '/happenedOn') && typeof before === 'string' && isLocalDate(before);
  noteDay(write, after.id, now);
  write.run(
    `INSERT INTO changed_from (trajectory_id, day) VALUES (?, ?) ON CONFLICT (trajectory_id) DO UPDATE SET day = min(day, excluded.day)`,
    after.id,
    wasDay && before < now ? before : now,
  );
}

/** What was kept last of a trajectory, and for which days. */
interface Kept {
  known: LocalDate;
  world: LocalDate;
  rows: Rows;
  /** By which norms its signals were made. */
  norms: string;
}

/** At the end of a day of recording and of happening: the rows of that day on both axes. */
function keepDay(settled: Settled, write: Write, before: unknown): Kept {
  const { trajectory, last } = settled;
  const rows = rowsOf(settled);
  const norms = normsPrint(settled.settings);
  put(write, CASES, signalsOf(settled).cases);
  const known = localDay(last.meta.recordedAt);
  const days = daysToTell(trajectory.id, happenedOf(last).on, write);
  const world = days.at(-1) ?? '';
  const remembered = before as Kept | undefined;
  // Other norms gave it other signals since: what is remembered of them no longer stands.
  const kept = remembered?.norms === norms ? remembered : undefined;
  // A table that reads as it did when this day or an earlier one was kept needs nothing.
  const changed = kept ? rows.filter(([, own], index) => !sameRows(own, kept.rows[index]?.[1])) : rows;
  keepFrom(write, 'known', trajectory.id, known, kept && kept.known <= known ? changed : rows);
  if (kept && days.length === 1 && kept.world <= world) keepFrom(write, 'world', trajectory.id, world, changed);
  else tellAgain(settled, write, days, rows);
  return { known, world, rows, norms };
}

function tellAgain(settled: Settled, write: Write, days: readonly LocalDate[], present: Rows): void {
  const { trajectory } = settled;
  const [first = '', ...others] = days;
  reopenAll(write, 'world', trajectory.id, first, present);
  // On the newest day all that is known had happened: that is how it stands.
  const steps = others.length > 0 ? stepsOf(write, trajectory.id) : [];
  for (const day of days.slice(0, -1)) keepAll(write, 'world', trajectory.id, day, rowsOf(settled.asItWas(day, steps)));
  keepAll(write, 'world', trajectory.id, days.at(-1) ?? first, present);
}

/** The days of a trajectory that look different now: from the day it tells of on, or the day of a fact that was corrected. */
function daysToTell(id: Id, day: LocalDate, write: Write): LocalDate[] {
  const changed = write.one<{ day: LocalDate }>('SELECT day FROM changed_from WHERE trajectory_id = ?', id)?.day;
  write.run('DELETE FROM changed_from WHERE trajectory_id = ?', id);
  const from = changed !== undefined && changed < day ? changed : day;
  const sql = 'SELECT day FROM happened_day WHERE trajectory_id = ? AND day >= ? ORDER BY day';
  return write.all<{ day: LocalDate }>(sql, id, from).map((row) => row.day);
}

type Rows = ReturnType<typeof rowsOf>;

function sameRows(rows: readonly Row[], others: readonly Row[] | undefined): boolean {
  if (rows.length !== others?.length) return false;
  return rows.every((row, index) => Object.entries(row).every(([column, value]) => others[index]?.[column] === value));
}

function keepFrom(write: Write, axis: Axis, id: Id, day: LocalDate, rows: Rows): void {
  reopenAll(write, axis, id, day, rows);
  keepAll(write, axis, id, day, rows);
}

function reopenAll(write: Write, axis: Axis, id: Id, day: LocalDate, rows: Rows): void {
  for (const [table] of rows) reopen(write, table, axis, id, day);
}

function keepAll(write: Write, axis: Axis, id: Id, day: LocalDate, rows: Rows): void {
  for (const [table, own] of rows) keep(write, table, axis, id, day, own);
}

function keepOrganisation(event: Recorded, write: Write): void {
  const change = organisationRow(event);
  const table = KEPT.find(({ def }) => def === change?.table);
  const id = table && change?.row[table.owner];
  if (!change || !table || id === undefined) return;
  const days = { known: localDay(event.meta.recordedAt), world: worldDay(event, table, id, write) };
  for (const axis of AXES) {
    reopen(write, table, axis, id, days[axis]);
    keep(write, table, axis, id, days[axis], [change.row]);
  }
  if (event.type === 'CalendarSet' || String(event.data.key).startsWith('norm.')) keepSignals(days, write);
}

/** A municipality was called so before anybody entered it here; what is set later counts from its own day. */
function worldDay(event: Recorded, { def, owner }: KeptTable, id: Value, read: Read): LocalDate {
  if (event.type !== 'MunicipalityRegistered') return happenedOf(event).on;
  const known = read.one(`SELECT 1 FROM ${def.name}_world WHERE ${owner} = ?`, id);
  return known === undefined ? BEGINNING : happenedOf(event).on;
}

/** Another norm or calendar gives every trajectory other signals, from that day on; before it stood what was shown then. */
function keepSignals(days: Record<Axis, LocalDate>, write: Write): void {
  const signal = KEPT_OF_TRAJECTORY.find(({ def }) => def === OF_TRAJECTORY.signal);
  if (!signal) return;
  for (const [id, rows] of derivedAgain(write, readOn(write, KEPT, 'known', FOREVER))) {
    for (const axis of AXES) {
      const newest = write.one<{ day: LocalDate }>(NEWEST[axis], id)?.day ?? '';
      const day = newest > days[axis] ? newest : days[axis];
      reopen(write, signal, axis, id, day);
      keep(write, signal, axis, id, day, rows);
    }
  }
}

const BEGINNING = '0000-01-01';
const FOREVER = '9999-12-30';
/** The newest day of a trajectory on each axis: each day of recording gives another row, with its revision. */
const NEWEST: Record<Axis, string> = {
  known: 'SELECT max(from_day) AS day FROM trajectory_known WHERE trajectory_id = ?',
  world: 'SELECT max(day) AS day FROM happened_day WHERE trajectory_id = ?',
};

function stepsOf(read: Read, trajectoryId: Id): DatedStep[] {
  const sql = `SELECT revision, key, machine, to_state AS "to", since FROM step WHERE trajectory_id = ? ORDER BY revision, ord`;
  return read.all<DatedStep>(sql, trajectoryId);
}
