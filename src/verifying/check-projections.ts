// Holds the rows that are served to rows made anew: each projection is built beside it from the log and the keys alone, up to exactly the
// event that the served one has reached, and the two files are compared table by table.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { ProjectionDef } from '../../projections/kit/projection.js';
import { comparePositions } from '../event-log/append-rule.js';
import type { LogReader } from '../event-log/log-reader.js';
import { shareOf } from '../event-log/log-reader.js';
import type { Domain } from '../projecting/domain.js';
import { ProjectionFiles } from '../projecting/files.js';
import type { Progress } from '../projecting/progress.js';
import type { Parked } from '../projecting/read-database.js';
import { ProjectionRunner } from '../projecting/runner.js';
import { LogUntil } from './log-until.js';
import { hashesBy, hashOf, tablesOf, type TableHash } from './row-hashes.js';

export interface TableDifference {
  table: string;
  served: number;
  rebuilt: number;
  /** Ids of trajectories whose rows differ, where they can be named: the first few. */
  trajectories: string[];
}

export interface ProjectionReport {
  name: string;
  /**
   * `none`: nothing is served yet, it is built at the next start. `building`: an older version is served while this one is made. `behind`:
   * the log does not hold the event that the rows have seen. `stuck`: it could not be built anew. `compared`: see the differences.
   */
  state: 'compared' | 'none' | 'building' | 'behind' | 'stuck';
  events: number;
  rows: number;
  differences: TableDifference[];
  /** Streams that cannot be projected, with the revision where it ends. */
  parked: Parked[];
  trouble?: string;
}

export interface CheckProjectionsOptions {
  log: LogReader;
  domain: Domain;
  projections: readonly ProjectionDef<unknown>[];
  /** Where the served rows lie. */
  directory: string;
  /** Where new rows may be made; they hold clear text, so it is for this process only and thrown away afterwards. */
  scratch: string;
  signal?: AbortSignal;
  onProgress?: (name: string, share: number, events: number) => void;
}

/** One report for each projection. */
export async function checkProjections(options: CheckProjectionsOptions): Promise<ProjectionReport[]> {
  const reports: ProjectionReport[] = [];
  for (const projection of options.projections) reports.push(await checkProjection(projection, options));
  return reports;
}

async function checkProjection(
  projection: ProjectionDef<unknown>,
  options: CheckProjectionsOptions,
): Promise<ProjectionReport> {
  const report = (state: ProjectionReport['state'], rest: Partial<ProjectionReport> = {}): ProjectionReport => ({
    name: projection.name,
    state,
    events: 0,
    rows: 0,
    differences: [],
    parked: [],
    ...rest,
  });
  const pointer = new ProjectionFiles(options.directory, projection.name).current();
  if (!pointer) return report('none');
  if (pointer.version !== projection.version) return report('building');
  const file = join(options.directory, pointer.file);
  const served = await snapshotOf(file, options.signal);
  if (!served) return report('none');
  const { position, id, count } = served.progress;
  const head = await options.log.head();
  const reached =
    head === undefined || comparePositions(head, position) < 0 ? undefined : await options.log.at(position);
  if (!id.startsWith('damaged-') && reached?.id !== id) return report('behind', { events: count });
  const built = await buildAnew(projection, position, options);
  if (built.trouble !== undefined) return report('stuck', { events: count, trouble: built.trouble });
  const differences = await differencesOf(served, file, built.file, options.signal);
  const rows = [...served.tables.values()].reduce((sum, table) => sum + table.rows, 0);
  return report('compared', { events: count, rows, differences, parked: built.parked });
}

interface Snapshot {
  progress: Progress;
  tables: Map<string, TableHash>;
}

/** The hashes of a file as it stands at one moment, also while it is being written; undefined before its first event. */
async function snapshotOf(file: string, signal?: AbortSignal): Promise<Snapshot | undefined> {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    db.exec('BEGIN');
    const progress = db.prepare<[], Progress>('SELECT position, id, count, hash FROM progress').get();
    if (!progress) return undefined;
    const tables = new Map<string, TableHash>();
    for (const table of tablesOf(db)) tables.set(table, await hashOf(db, table, signal));
    return { progress, tables };
  } finally {
    db.close();
  }
}

interface Built {
  file: string;
  parked: Parked[];
  trouble?: string;
}

async function buildAnew(
  projection: ProjectionDef<unknown>,
  end: string,
  { log, domain, scratch, signal, onProgress }: CheckProjectionsOptions,
): Promise<Built> {
  const until = new LogUntil(log, end);
  const directory = join(scratch, projection.name);
  const follow = { restMs: 0, pageSize: 500 };
  const runner = new ProjectionRunner({ directory, log: until, domain, projections: [projection], follow });
  try {
    await runner.start();
    for (;;) {
      const reached = await runner.waitFor(end, 250);
      const [health] = await runner.health();
      signal?.throwIfAborted();
      onProgress?.(projection.name, shareOf(health?.position ?? '0', end), health?.count ?? 0);
      const pointer = new ProjectionFiles(directory, projection.name).current();
      const file = join(directory, pointer?.file ?? '');
      if (health?.trouble !== undefined) return { file, parked: [], trouble: health.trouble };
      if (reached) return { file, parked: health?.parked ?? [] };
    }
  } finally {
    await runner.stop();
    await until.close();
  }
}

async function differencesOf(
  served: Snapshot,
  servedFile: string,
  builtFile: string,
  signal?: AbortSignal,
): Promise<TableDifference[]> {
  const rebuilt = await snapshotOf(builtFile, signal);
  const names = new Set([...served.tables.keys(), ...(rebuilt?.tables.keys() ?? [])]);
  const differences: TableDifference[] = [];
  for (const table of names) {
    const [here, there] = [served.tables.get(table), rebuilt?.tables.get(table)];
    if (here?.sum === there?.sum && here?.rows === there?.rows) continue;
    const trajectories = here && there ? await trajectoriesApart(table, servedFile, builtFile, signal) : [];
    differences.push({ table, served: here?.rows ?? 0, rebuilt: there?.rows ?? 0, trajectories });
  }
  return differences;
}

const NAMED = 5;
const about = (row: Record<string, unknown>): string =>
  typeof row.trajectory_id === 'string' ? row.trajectory_id : '';

/** Which trajectories have other rows in the two files. The served one may have moved on since: then more may be named than is wrong. */
async function trajectoriesApart(table: string, one: string, other: string, signal?: AbortSignal): Promise<string[]> {
  const [here, there] = await Promise.all([one, other].map((file) => partsOf(file, table, signal)));
  const keys = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])]);
  const apart = [...keys].filter((key) => key !== '' && here?.get(key)?.sum !== there?.get(key)?.sum);
  return apart.sort().slice(0, NAMED);
}

async function partsOf(file: string, table: string, signal?: AbortSignal): Promise<Map<string, TableHash>> {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    return await hashesBy(db, table, about, signal);
  } finally {
    db.close();
  }
}
