// Tables of the history: copies of the rows of the status overview on both axes, and what is needed to tell a past day again. Nothing here is
// personal or sealed, as in the status overview.
import type { Stood } from '../kit/projection.js';
import { created, tableOf, type Row } from '../kit/tables.js';
import { CASES } from '../status-overview/signals/tables.js';
import { statusRows } from '../status-overview/status-rows.js';
import { OF_ORGANISATION, OF_TRAJECTORY, type TrajectoryTable } from '../status-overview/tables.js';
import { AXES, createdFor, keptTable, type KeptTable } from './versions.js';

const OWNER = 'trajectory_id';
const ofStatus = Object.entries(OF_TRAJECTORY).map(
  ([name, def]) => [name as TrajectoryTable, keptTable(def, OWNER)] as const,
);

/** Tables with rows of one trajectory. */
export const KEPT_OF_TRAJECTORY: readonly KeptTable[] = ofStatus.map(([, table]) => table);

const KEPT_OF_ORGANISATION: readonly KeptTable[] = Object.values(OF_ORGANISATION).map((def) =>
  keptTable(def, def.key[0] ?? ''),
);

export const KEPT: readonly KeptTable[] = [...KEPT_OF_TRAJECTORY, ...KEPT_OF_ORGANISATION];

/** All rows of a trajectory as it stands, by table; none of a trajectory that did not exist yet. */
export function rowsOf(stood: Stood | undefined): (readonly [table: KeptTable, rows: readonly Row[]])[] {
  const status = stood && statusRows(stood);
  return ofStatus.map(([name, table]) => [table, status?.[name] ?? []] as const);
}

const OWN = [
  // What each event did to the machines, so that a past day can be told without running them.
  tableOf(
    'step',
    ['trajectory_id', 'revision', 'ord'],
    'trajectory_id TEXT NOT NULL, revision INTEGER NOT NULL, ord INTEGER NOT NULL, key TEXT NOT NULL, machine TEXT NOT NULL, to_state TEXT NOT NULL, since TEXT NOT NULL',
  ),
  // The days on which something of a trajectory happened.
  tableOf('happened_day', ['trajectory_id', 'day'], 'trajectory_id TEXT NOT NULL, day TEXT NOT NULL'),
  // Between a correction and the end of its day: from which day on the past has changed.
  tableOf('changed_from', ['trajectory_id'], 'trajectory_id TEXT NOT NULL, day TEXT NOT NULL'),
];

export const TABLES: readonly string[] = [
  ...[...OWN, CASES].map(created),
  ...AXES.flatMap((axis) => KEPT.map((table) => createdFor(table, axis))),
];
