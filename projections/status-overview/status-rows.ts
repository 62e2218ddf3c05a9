// What the status overview knows, as rows per table and nothing else: of a trajectory from how it stands, of the organisation from its events.
// Pure, so that the rows of today and those of every past day are made by the same hand.
import { numbersWith } from '../../workflows/kit/dated-numbers.js';
import type { DatedNumber, Recorded } from '../../workflows/kit/types.js';
import type { Read, Stood } from '../kit/projection.js';
import type { Row, TableDef } from '../kit/tables.js';
import { signalsOf } from './signals/rows.js';
import {
  agreementRows,
  clockRows,
  clocksOf,
  contributionRows,
  deadlineRows,
  groupRows,
  owedByRows,
  owedRows,
} from './part-rows.js';
import { phaseRows } from './phase-rows.js';
import { OF_ORGANISATION, type TrajectoryTable } from './tables.js';
import { municipalityRows, trajectoryRow } from './trajectory-row.js';

export type StatusRows = Readonly<Record<TrajectoryTable, readonly Row[]>>;

/** Several projections ask for the rows of the same trajectory at the same moment. */
const known = new WeakMap<Stood, StatusRows>();

/** All rows of one trajectory. */
export function statusRows(stood: Stood): StatusRows {
  const rows = known.get(stood) ?? made(stood);
  known.set(stood, rows);
  return rows;
}

function made(stood: Stood): StatusRows {
  const clocks = clocksOf(stood);
  const { signal, snooze, lead } = signalsOf(stood);
  return {
    trajectory: [trajectoryRow(stood)],
    trajectoryMunicipality: municipalityRows(stood),
    phase: phaseRows(stood),
    publicGroup: groupRows(stood),
    contributionCount: contributionRows(stood),
    agreement: agreementRows(stood),
    clock: clockRows(stood, clocks),
    deadline: deadlineRows(stood, clocks),
    owed: owedRows(stood),
    owedBy: owedByRows(stood),
    signal,
    snooze,
    lead,
  };
}

/**
 * The row that an event of the organisation puts in the place of the one before; undefined when it leaves none. A number comes beside those
 * that were set before, which are read.
 */
export function organisationRow({ type, data }: Recorded, read: Read): { table: TableDef; row: Row } | undefined {
  if (type === 'MunicipalityRegistered') {
    const row = { municipality_id: String(data.municipalityId), name: String(data.name) };
    return { table: OF_ORGANISATION.municipality, row };
  }
  if (type === 'CalendarSet')
    return { table: OF_ORGANISATION.calendar, row: { one: 'all', periods: JSON.stringify(data.periods) } };
  const { key: name, municipalityId, after, from } = data;
  const isNumber = type === 'SettingChanged' && (typeof after === 'number' || after === null);
  if (!isNumber) return undefined;
  const of = typeof municipalityId === 'string' ? `@${municipalityId}` : '';
  const key = `${String(name)}${of}`;
  const before = read.one<{ dated: string }>('SELECT dated FROM norm WHERE key = ?', key)?.dated ?? '[]';
  const dated = numbersWith(JSON.parse(before) as DatedNumber[], { from: String(from), value: after });
  return { table: OF_ORGANISATION.norm, row: { key, dated: JSON.stringify(dated) } };
}
