// History: what the status overview showed at the end of every past day, twice. `known`: by what had been recorded by then. `world`: by what
// had happened by then, told with what was recorded later and corrected since. The rows are those of the status overview, made by its own hand.
import type { DatedStep } from '../../workflows/kit/as-it-was.js';
import { happenedOf, isLocalDate, localDay } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Read, type Settled, type Told, type Value, type Write } from '../kit/projection.js';
import { statusQueries, type StatusQueries } from '../status-overview/status-overview.queries.js';
import { derivedAgain, signalsOf } from '../status-overview/signals/rows.js';
import { CASES } from '../status-overview/signals/tables.js';
import { organisationRow } from '../status-overview/status-rows.js';
import { OF_TRAJECTORY } from '../status-overview/tables.js';
import { put, sameRows, type Row } from '../kit/tables.js';
import { KEPT, KEPT_OF_TRAJECTORY, rowsOf, TABLES } from './tables.js';
import { AXES, keep, readOn, reopen, standing, type Axis, type Copies, type KeptTable } from './versions.js';

export interface HistoryQueries {
  /** The questions of the status overview, answered as at the end of that day. */
  on(axis: Axis, day: LocalDate): StatusQueries;
  /** Every step of the machines of a trajectory, in the order in which they were taken. */
  steps(trajectoryId: Id): DatedStep[];
}

export const history = defineProjection<HistoryQueries>({
  name: 'history',
  version: 5,
  tables: TABLES,
  on: { '*': note, FactCorrected: noteCorrected },
  elsewhere: {
    MunicipalityRegistered: keepOrganisation,
    SettingChanged: keepOrganisation,
    CalendarSet: keepOrganisation,
  },
  settles: 'days',
  follows: 'at rest',
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

/** The rows of a trajectory that stand on both axes, and from which days. */
interface Kept {
  known: LocalDate;
  world: LocalDate;
  rows: Rows;
}

type Rows = ReturnType<typeof rowsOf>;

/** At the end of a day of recording and of happening: the rows of that day on both axes. */
function keepDay(settled: Settled, write: Write, before: unknown): Kept {
  const { trajectory, last } = settled;
  const kept = before as Kept | undefined;
  const rows = rowsOf(settled);
  put(write, CASES, signalsOf(settled).cases);
  const known = localDay(last.meta.recordedAt);
  keepFrom(write, 'known', trajectory.id, known, rows, kept && { day: kept.known, rows: kept.rows });
  const days = daysToTell(trajectory.id, happenedOf(last).on, write, kept?.world);
  const world = days.at(-1) ?? '';
  if (days.length === 1)
    keepFrom(write, 'world', trajectory.id, world, rows, kept && { day: kept.world, rows: kept.rows });
  else tellAgain(settled, write, days, rows);
  return { known, world, rows };
}

/** The rows of one day. A table that reads as it did when this day or an earlier one was kept needs nothing. */
function keepFrom(
  write: Write,
  axis: Axis,
  id: Id,
  day: LocalDate,
  rows: Rows,
  kept: { day: LocalDate; rows: Rows } | undefined,
): void {
  const earlier = kept && kept.day <= day ? kept : undefined;
  rows.forEach(([table, own], index) => {
    const was = earlier?.rows[index]?.[1];
    if (was && sameRows(table.def, own, was)) return;
    const copies = table[axis];
    // Of a day that is newer than all that was kept there is nothing to forget.
    if (was && earlier.day < day) return keep(write, copies, day, was, own);
    keepAnew(write, copies, id, day, own);
  });
}

/** Every one of these days, the newest last: it is how things stand, for by then all that is known had happened. */
function tellAgain(settled: Settled, write: Write, days: readonly LocalDate[], present: Rows): void {
  const { id } = settled.trajectory;
  const steps = stepsOf(write, id);
  const told = days.map((day, index) => ({
    day,
    rows: index === days.length - 1 ? present : rowsOf(settled.asItWas(day, steps)),
  }));
  present.forEach(([{ world: copies }], index) => {
    reopen(write, copies, id, days[0] ?? '');
    let stand = standing(write, copies, id);
    for (const { day, rows } of told) {
      const own = rows[index]?.[1] ?? [];
      keep(write, copies, day, stand, own);
      stand = own;
    }
  });
}

/**
 * The days of a trajectory that look different now: from the day it tells of on, or the day of a fact that was corrected. `newest` is the
 * newest that was told, when it is known.
 */
function daysToTell(id: Id, day: LocalDate, write: Write, newest: LocalDate | undefined): LocalDate[] {
  const changed = write.one<{ day: LocalDate }>('SELECT day FROM changed_from WHERE trajectory_id = ?', id)?.day;
  if (changed === undefined && newest !== undefined && newest <= day) return [day];
  write.run('DELETE FROM changed_from WHERE trajectory_id = ?', id);
  const from = changed !== undefined && changed < day ? changed : day;
  const sql = 'SELECT day FROM happened_day WHERE trajectory_id = ? AND day >= ? ORDER BY day';
  return write.all<{ day: LocalDate }>(sql, id, from).map((row) => row.day);
}

function keepOrganisation(event: Recorded, write: Write): void {
  const change = organisationRow(event, readOn(write, KEPT, 'known', FOREVER));
  const table = KEPT.find(({ def }) => def === change?.table);
  const id = table && change?.row[table.owner];
  if (!change || !table || id === undefined) return;
  const days = { known: localDay(event.meta.recordedAt), world: worldDay(event, table, id, write) };
  for (const axis of AXES) keepAnew(write, table[axis], id, days[axis], [change.row]);
  if (event.type === 'CalendarSet') keepSignals(days, write);
  else if (String(event.data.key).startsWith('norm.'))
    keepSignals({ known: days.known, world: String(event.data.from) }, write);
}

/** From that day on these rows, whatever was kept for it before. */
function keepAnew(write: Write, copies: Copies, id: Value, day: LocalDate, rows: readonly Row[]): void {
  reopen(write, copies, id, day);
  keep(write, copies, day, standing(write, copies, id), rows);
}

/**
 * A municipality was called so before anybody entered it here; what is set later counts from its own day. A number says itself from which day
 * it counts, so its row is the same on every day.
 */
function worldDay(event: Recorded, { def, owner }: KeptTable, id: Value, read: Read): LocalDate {
  if (event.type === 'SettingChanged') return BEGINNING;
  if (event.type !== 'MunicipalityRegistered') return happenedOf(event).on;
  const known = read.one(`SELECT 1 FROM ${def.name}_world WHERE ${owner} = ?`, id);
  return known === undefined ? BEGINNING : happenedOf(event).on;
}

/**
 * Another norm or calendar gives every trajectory other signals from that day on; before it stood what was shown then. By what was known that
 * is not before the newest day of its own. By what was so it may be long ago: a norm counts on days that are over, also where nothing else
 * of the trajectory changed, and its causes tell for each day what stood.
 */
function keepSignals(days: Record<Axis, LocalDate>, write: Write): void {
  const signal = KEPT_OF_TRAJECTORY.find(({ def }) => def === OF_TRAJECTORY.signal);
  if (!signal) return;
  for (const [id, rows] of derivedAgain(write, readOn(write, KEPT, 'known', FOREVER))) {
    for (const axis of AXES) {
      const bound = write.one<{ day: LocalDate | null }>(NOT_BEFORE[axis], id)?.day ?? '';
      keepAnew(write, signal[axis], id, bound > days[axis] ? bound : days[axis], rows);
    }
  }
}

const BEGINNING = '0000-01-01';
const FOREVER = '9999-12-30';
/** By what was known: the newest day of the trajectory, for each day of recording gives another row, with its revision. By what was so: its first. */
const NOT_BEFORE: Record<Axis, string> = {
  known: 'SELECT max(from_day) AS day FROM trajectory_known WHERE trajectory_id = ?',
  world: 'SELECT min(from_day) AS day FROM trajectory_world WHERE trajectory_id = ?',
};

function stepsOf(read: Read, trajectoryId: Id): DatedStep[] {
  const sql = `SELECT revision, key, machine, to_state AS "to", since FROM step WHERE trajectory_id = ? ORDER BY revision, ord`;
  return read.all<DatedStep>(sql, trajectoryId);
}
