// Holds the rows that are served to rows made anew: each projection is built beside it from the log and the keys alone, up to exactly the
// event that the served one has reached, and the two files are compared table by table.
import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
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
  onProgress?: (share: number, events: number) => void;
}

/** One report for each projection, in their order. Those that have reached the same event are built anew in one pass over the log. */
export async function checkProjections(options: CheckProjectionsOptions): Promise<ProjectionReport[]> {
  const reports = new Map<string, ProjectionReport>();
  const together = new Map<string, Served[]>();
  for (const projection of options.projections) {
    const served = await servedOf(projection, options);
    if ('state' in served) reports.set(projection.name, served);
    else together.set(served.progress.position, [...(together.get(served.progress.position) ?? []), served]);
  }
  for (const [position, group] of together)
    for (const report of await compareGroup(position, group, options)) reports.set(report.name, report);
  return options.projections.flatMap(({ name }) => reports.get(name) ?? []);
}

const reportOf = (
  name: string,
  state: ProjectionReport['state'],
  rest: Partial<ProjectionReport> = {},
): ProjectionReport => ({ name, state, events: 0, rows: 0, differences: [], parked: [], ...rest });

interface Served extends Snapshot {
  projection: ProjectionDef<unknown>;
  file: string;
}

/** The served rows of a projection, or why there is nothing to compare. */
async function servedOf(
  projection: ProjectionDef<unknown>,
  { directory, log, signal }: CheckProjectionsOptions,
): Promise<Served | ProjectionReport> {
  const { name } = projection;
  const pointer = new ProjectionFiles(directory, name).current();
  if (!pointer) return reportOf(name, 'none');
  if (pointer.version !== projection.version) return reportOf(name, 'building');
  const file = join(directory, pointer.file);
  const served = await snapshotOf(file, signal);
  if (!served) return reportOf(name, 'none');
  const { position, id, count } = served.progress;
  const head = await log.head();
  const reached = head === undefined || comparePositions(head, position) < 0 ? undefined : await log.at(position);
  if (!id.startsWith('damaged-') && reached?.id !== id) return reportOf(name, 'behind', { events: count });
  return { ...served, projection, file };
}

async function compareGroup(
  position: string,
  group: readonly Served[],
  options: CheckProjectionsOptions,
): Promise<ProjectionReport[]> {
  const built = await buildAnew(
    group.map(({ projection }) => projection),
    position,
    options,
  );
  const reports: ProjectionReport[] = [];
  for (const served of group) {
    const { name } = served.projection;
    const events = served.progress.count;
    const own = built.get(name);
    if (own?.trouble !== undefined || !own) {
      reports.push(reportOf(name, 'stuck', { events, trouble: own?.trouble ?? 'unknown' }));
      continue;
    }
    const differences = await differencesOf(served, served.file, own.file, options.signal);
    const rows = [...served.tables.values()].reduce((sum, table) => sum + table.rows, 0);
    reports.push(reportOf(name, 'compared', { events, rows, differences, parked: own.parked }));
  }
  return reports;
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

/** Builds these projections up to that event; answers what came of each. */
async function buildAnew(
  projections: readonly ProjectionDef<unknown>[],
  end: string,
  { log, domain, scratch, signal, onProgress }: CheckProjectionsOptions,
): Promise<Map<string, Built>> {
  const until = new LogUntil(log, end);
  const directory = mkdtempSync(join(scratch, 'rows-'));
  const follow = { restMs: 0, pageSize: 500 };
  const runner = new ProjectionRunner({ directory, log: until, domain, projections, follow });
  try {
    await runner.start();
    for (;;) {
      const reached = await runner.waitFor(end, 250);
      const health = await runner.health();
      signal?.throwIfAborted();
      const least = Math.min(...health.map(({ count }) => count));
      onProgress?.(shareOf(runner.position(), end), least);
      if (!reached && health.every(({ trouble }) => trouble === undefined)) continue;
      return new Map(
        health.map(({ name, trouble, parked }) => {
          const file = join(directory, new ProjectionFiles(directory, name).current()?.file ?? '');
          return [name, { file, parked, ...(trouble !== undefined && { trouble }) }];
        }),
      );
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
