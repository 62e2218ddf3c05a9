// The status overview: where every trajectory stands, phase by phase, made anew from the whole trajectory each time it changes;
// of its rows those are written that differ.
import type { Id, Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Write } from '../kit/projection.js';
import { put, putChanges, type Row, type TableDef } from '../kit/tables.js';
import { deriveAgain, normsPrint, signalsOf } from './signals/rows.js';
import { CASES } from './signals/tables.js';
import { statusQueries, type StatusQueries } from './status-overview.queries.js';
import { organisationRow, statusRows, type StatusRows } from './status-rows.js';
import { OF_TRAJECTORY, TABLES, type TrajectoryTable } from './tables.js';

const ofTrajectory = Object.entries(OF_TRAJECTORY) as [TrajectoryTable, TableDef][];

/** What was written of a trajectory, and by which norms its signals were made. */
interface Written {
  rows: Partial<StatusRows>;
  cases: Row[];
  norms: string;
}

export const statusOverview = defineProjection<StatusQueries>({
  name: 'status-overview',
  version: 2,
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
    const norms = normsPrint(settled.settings);
    const written = (before as Written | undefined) ?? cleared(id, write);
    // Other norms made these rows anew since: what is remembered of them no longer stands.
    if (written.norms !== norms) write.run('DELETE FROM signal WHERE trajectory_id = ?', id);
    for (const [name, table] of ofTrajectory) {
      const isForgotten = name === 'signal' && written.norms !== norms;
      putChanges(write, table, isForgotten ? [] : (written.rows[name] ?? []), rows[name]);
    }
    putChanges(write, CASES, written.cases, cases);
    return { rows, cases, norms };
  },
  queries: statusQueries,
});

/** Of a trajectory whose rows are not remembered nothing is left standing. */
function cleared(id: Id, write: Write): Written {
  for (const [, { name }] of ofTrajectory) write.run(`DELETE FROM ${name} WHERE trajectory_id = ?`, id);
  return { rows: {}, cases: [], norms: '' };
}

function putOrganisation(event: Recorded, write: Write): void {
  const change = organisationRow(event);
  if (change) put(write, change.table, change.row);
}

/** Another norm or calendar makes the signals of every trajectory anew, those of the past too. */
function putNorms(event: Recorded, write: Write): void {
  putOrganisation(event, write);
  if (event.type === 'CalendarSet' || String(event.data.key).startsWith('norm.')) deriveAgain(write);
}
