// The status overview: where every trajectory stands, phase by phase, made anew from the whole trajectory each time it changes;
// of its rows those are written that differ.
import type { Id, Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Write } from '../kit/projection.js';
import { put, putChanges, type TableDef } from '../kit/tables.js';
import { statusQueries, type StatusQueries } from './status-overview.queries.js';
import { organisationRow, statusRows, type StatusRows } from './status-rows.js';
import { OF_TRAJECTORY, TABLES, type TrajectoryTable } from './tables.js';

const ofTrajectory = Object.entries(OF_TRAJECTORY) as [TrajectoryTable, TableDef][];

export const statusOverview = defineProjection<StatusQueries>({
  name: 'status-overview',
  version: 1,
  tables: TABLES,
  on: {},
  elsewhere: { MunicipalityRegistered: putOrganisation, SettingChanged: putOrganisation },
  settle: (settled, write, before) => {
    const rows = statusRows(settled);
    const written = (before as StatusRows | undefined) ?? cleared(settled.trajectory.id, write);
    for (const [name, table] of ofTrajectory) putChanges(write, table, written[name] ?? [], rows[name]);
    return rows;
  },
  queries: statusQueries,
});

/** Of a trajectory whose rows are not remembered nothing is left standing. */
function cleared(id: Id, write: Write): Partial<StatusRows> {
  for (const [, { name }] of ofTrajectory) write.run(`DELETE FROM ${name} WHERE trajectory_id = ?`, id);
  return {};
}

function putOrganisation(event: Recorded, write: Write): void {
  const change = organisationRow(event);
  if (change) put(write, change.table, change.row);
}
