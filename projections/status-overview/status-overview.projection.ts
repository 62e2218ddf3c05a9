// The status overview: where every trajectory stands, phase by phase, made anew from the whole trajectory each time it changes;
// of its rows those are written that differ.
import type { Id, Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Write } from '../kit/projection.js';
import { put, putChanges, type Row, type TableDef } from '../kit/tables.js';
import { AWAITED, awaitedRows, clockQueries, moveAwaited, type ClockQueries } from './awaited.js';
import { deriveAgain, signalsOf } from './signals/rows.js';
import { CASES } from './signals/tables.js';
import { statusQueries, type StatusQueries } from './status-overview.queries.js';
import { organisationRow, statusRows, type StatusRows } from './status-rows.js';
import { OF_TRAJECTORY, TABLES, type TrajectoryTable } from './tables.js';

const ofTrajectory = Object.entries(OF_TRAJECTORY) as [TrajectoryTable, TableDef][];

/** What was written of a trajectory. */
interface Written {
  rows: Partial<StatusRows>;
  cases: Row[];
  awaited: Row[];
}

export const statusOverview = defineProjection<StatusQueries & ClockQueries>({
  name: 'status-overview',
  version: 4,
  tables: TABLES,
  on: {},
  elsewhere: {
    MunicipalityRegistered: putOrganisation,
    SettingChanged: putNorms,
    CalendarSet: putNorms,
  },
  settle: (settled, write, before): Written => {
    const { id } = settled.trajectory;
    const rows = statusRows(settled);
    const cases = [signalsOf(settled).cases];
    const awaited = awaitedRows(settled);
    const written = (before as Written | undefined) ?? cleared(id, write);
    for (const [name, table] of ofTrajectory) putChanges(write, table, written.rows[name] ?? [], rows[name]);
    putChanges(write, CASES, written.cases, cases);
    putChanges(write, AWAITED, written.awaited, awaited);
    return { rows, cases, awaited };
  },
  queries: (read) => ({ ...statusQueries(read), ...clockQueries(read) }),
});

/** Of a trajectory whose rows are not remembered nothing is left standing. */
function cleared(id: Id, write: Write): Written {
  for (const { name } of [...Object.values(OF_TRAJECTORY), AWAITED])
    write.run(`DELETE FROM ${name} WHERE trajectory_id = ?`, id);
  return { rows: {}, cases: [], awaited: [] };
}

function putOrganisation(event: Recorded, write: Write): void {
  const change = organisationRow(event, write);
  if (change) put(write, change.table, change.row);
}

/** Another norm or calendar makes the signals of every trajectory anew, those of the past too; another term moves what the clock will do. */
function putNorms(event: Recorded, write: Write): void {
  putOrganisation(event, write);
  const key = event.type === 'SettingChanged' ? String(event.data.key) : '';
  if (event.type === 'CalendarSet' || key.startsWith('norm.')) deriveAgain(write);
  moveAwaited(write, key);
}
