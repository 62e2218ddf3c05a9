// The past for tests: all that can be asked of the status overview on a day, and the same from a projection that never saw what came later.
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT_OF_TRAJECTORY, rowsOf } from '../../../projections/history/tables.js';
import { readOn, type Axis } from '../../../projections/history/versions.js';
import type { Read, Value } from '../../../projections/kit/projection.js';
import { wordsOf } from '../../../projections/kit/words.js';
import { statusOverview } from '../../../projections/status-overview/status-overview.projection.js';
import type { StatusQueries } from '../../../projections/status-overview/status-overview.queries.js';
import { MemoryEventLog } from '../../../src/event-log/memory.event-log.js';
import type { StoredEvent } from '../../../src/event-log/event-log.js';
import { LABELS } from '../../../src/labels.js';
import { owedActs } from '../../../workflows/kern/owed.js';
import { asItWas, type DatedStep } from '../../../workflows/kit/as-it-was.js';
import { emptyTrajectory, evolve, phaseKeys } from '../../../workflows/kit/evolve.js';
import { place } from '../../../workflows/kit/react.js';
import { localDay } from '../../../workflows/kit/time.js';
import { ROLES, type LocalDate, type Recorded } from '../../../workflows/kit/types.js';
import { kern } from '../../../workflows/registry.js';
import { OOSTERKOOG, SETTINGS } from '../kern/world.js';
import { caughtUp, type Stage } from './stage.js';

/** Every answer of the status overview, asked on that day. */
export function answers(status: StatusQueries, day: LocalDate): unknown {
  const list = status.list('all', { pageSize: 200, sort: 'title', asked: { day } });
  return {
    list,
    waiting: status.list([OOSTERKOOG], { state: 'wacht op' }),
    details: list.items.map(({ trajectoryId }) => status.one('all', trajectoryId, day)),
    counts: status.counts('all'),
    groups: status.signalGroups('all', { day }),
    owed: status.owed(
      ROLES.map((role) => ({ role })),
      '',
      { day, page: 1, pageSize: 200 },
    ),
    signals: status.signals('all', { day, snoozed: 'too', pageSize: 200 }),
  };
}

/** Every stored event of the stage, in order. */
export async function allOf({ log }: Stage): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (;;) {
    const page = await log.readAll(found.at(-1)?.position ?? '-1', 500);
    if (page.length === 0) return found;
    found.push(...page);
  }
}

/** What a projection answers that is built from nothing but the events recorded by the end of that day. */
export async function freshBy(stage: Stage, day: LocalDate): Promise<unknown> {
  const log = new MemoryEventLog();
  const domain = stage.domain();
  for (const stored of await allOf(stage)) {
    if (localDay(domain.decode(stored).meta.recordedAt) > day) continue;
    await log.append(stored.stream, stored.revision === 0 ? 'none' : stored.revision - 1, [stored]);
  }
  const runner = stage.runner({ log, projections: [statusOverview] });
  await runner.start();
  await caughtUp(runner, log);
  const found = answers(runner.ask(statusOverview), day);
  await runner.stop();
  return found;
}

/** The rows that the history has of a day, by table. */
export function keptRows(directory: string, axis: Axis, day: LocalDate): Record<string, unknown[]> {
  const file = readdirSync(directory).find((name) => /^read-history-v.*sqlite$/.test(name)) ?? '';
  const db = new Database(join(directory, file), { readonly: true });
  const read: Read = {
    one: <R>(sql: string, ...values: Value[]) => db.prepare(sql).get(...values) as R | undefined,
    all: <R>(sql: string, ...values: Value[]) => db.prepare(sql).all(...values) as R[],
  };
  const then = readOn(read, KEPT_OF_TRAJECTORY, axis, day);
  const rows = KEPT_OF_TRAJECTORY.map(
    ({ def: { name } }) => [name, sorted(then.all(`SELECT * FROM ${name}`))] as const,
  );
  db.close();
  return Object.fromEntries(rows);
}

/** The rows of one trajectory as it was in the world on a day, told at once from all its events. */
export function toldRows(events: readonly Recorded[], day: LocalDate): Record<string, unknown[]> {
  const present = emptyTrajectory(kern, events[0]?.meta.stream ?? '');
  const steps = events.flatMap((event): DatedStep[] =>
    evolve(kern, present, event).steps.map(({ key, machine, to, since }) => ({
      ...{ key, machine, to, since },
      revision: event.meta.revision,
    })),
  );
  const was = asItWas(kern, present, steps, day);
  const rows = rowsOf(
    was && {
      trajectory: was.trajectory,
      phases: phaseKeys(kern, was.trajectory).map((key) => ({ key, ...place(key) })),
      last: was.last,
      words: { nl: wordsOf('nl', LABELS.nl), en: wordsOf('en', LABELS.en) },
      owed: owedActs(kern, was.trajectory, SETTINGS, was.last.meta.recordedAt),
      settings: SETTINGS,
    },
  );
  return Object.fromEntries(rows.map(([{ def }, own]) => [def.name, sorted(own)]));
}

const sorted = (rows: readonly object[]): unknown[] => rows.map((row) => JSON.stringify(row)).sort();

/** Days worth asking about: each on which something of these events happened or was recorded, and the days around it. */
export function daysOf(events: readonly Recorded[]): LocalDate[] {
  const days = events.flatMap(({ meta }) => [meta.occurredAt, meta.recordedAt].map(localDay));
  return [...new Set(days)].sort();
}
