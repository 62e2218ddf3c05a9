// The status overview: where every trajectory stands, phase by phase, made anew from the whole trajectory each time it changes.
import type { Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Write } from '../kit/projection.js';
import { put } from '../kit/tables.js';
import { statusQueries, type StatusQueries } from './status-overview.queries.js';
import { organisationRow, statusRows } from './status-rows.js';
import { OF_TRAJECTORY, TABLES, type TrajectoryTable } from './tables.js';

const ofTrajectory = Object.entries(OF_TRAJECTORY);

export const statusOverview = defineProjection<StatusQueries>({
  name: 'status-overview',
  version: 1,
  tables: TABLES,
  on: {},
  elsewhere: { MunicipalityRegistered: putOrganisation, SettingChanged: putOrganisation },
  settle: (settled, write) => {
    const rows = statusRows(settled);
    for (const [name, table] of ofTrajectory) {
      write.run(`DELETE FROM ${table.name} WHERE trajectory_id = ?`, settled.trajectory.id);
      for (const row of rows[name as TrajectoryTable]) put(write, table, row);
    }
  },
  queries: statusQueries,
});

function putOrganisation(event: Recorded, write: Write): void {
  const change = organisationRow(event);
  if (change) put(write, change.table, change.row);
}
