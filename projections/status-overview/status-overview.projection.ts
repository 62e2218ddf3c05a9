// The status overview: where every trajectory stands, phase by phase, made anew from the whole trajectory each time it changes.
import { defineProjection, type Settled, type Write } from '../kit/projection.js';
import { clocksOf, putAgreements, putClocks, putContributions, putDeadlines, putGroups, putOwed } from './part-rows.js';
import { putPhases } from './phase-rows.js';
import { statusQueries, type StatusQueries } from './status-overview.queries.js';
import { OF_TRAJECTORY, TABLES } from './tables.js';
import { putTrajectory } from './trajectory-row.js';

export const statusOverview = defineProjection<StatusQueries>({
  name: 'status-overview',
  version: 1,
  tables: TABLES,
  on: {},
  elsewhere: {
    MunicipalityRegistered: ({ data }, write) => {
      write.run(
        'INSERT OR REPLACE INTO municipality (municipality_id, name) VALUES (?, ?)',
        String(data.municipalityId),
        String(data.name),
      );
    },
    SettingChanged: ({ data }, write) => {
      const isNorm =
        String(data.key).startsWith('norm.') && data.municipalityId === undefined && typeof data.after === 'number';
      if (isNorm)
        write.run('INSERT OR REPLACE INTO norm (key, days) VALUES (?, ?)', String(data.key), Number(data.after));
    },
  },
  settle: putRows,
  queries: statusQueries,
});

function putRows(settled: Settled, write: Write): void {
  for (const table of OF_TRAJECTORY) write.run(`DELETE FROM ${table} WHERE trajectory_id = ?`, settled.trajectory.id);
  const clocks = clocksOf(settled);
  putTrajectory(settled, write);
  putPhases(settled, write);
  putGroups(settled, write);
  putContributions(settled, write);
  putAgreements(settled, write);
  putClocks(settled, clocks, write);
  putDeadlines(settled, clocks, write);
  putOwed(settled, write);
}
