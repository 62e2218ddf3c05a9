// The runner of the projections: rows and progress move together, whatever happens in between.
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { defineProjection, type ProjectionDef } from '../projections/kit/projection.js';
import { logbook } from '../projections/logbook/logbook.projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { LogBehind } from '../src/event-log/errors.js';
import { MemoryEventLog } from '../src/event-log/memory.event-log.js';
import type { Projected } from '../src/projecting/runner.js';
import type { Recorded } from '../workflows/kit/types.js';
import { freshDirectory } from './support/log/directory.js';
import { inPieces, skipping } from './support/projecting/logs.js';
import { named, setting } from './support/projecting/organisation.js';
import { asAnother, caughtUp, rowsOf, Stage } from './support/projecting/stage.js';
import { erasureOf, RESIDENT, story } from './support/projecting/story.js';

const events = story().world.events;
const [one, two, three] = [events, asAnother(events, 2), asAnother(events, 3)] as const;

/** Three trajectories, event by event in turn, and the erasure of a person in the middle. */
function mixed(): Recorded[] {
  const inTurn = one.flatMap((event, index) =>
    [event, two[index], three[index]].filter((found) => found !== undefined),
  );
  return [...inTurn.slice(0, -4), erasureOf(RESIDENT), ...inTurn.slice(-4)];
}

/** Counts the events of each trajectory. `version` changes only the number. */
function counting(version: number, before?: ProjectionDef<() => number>): ProjectionDef<() => number> {
  return defineProjection<() => number>({
    name: 'counting',
    version,
    tables: ['CREATE TABLE counted (stream TEXT NOT NULL, type TEXT NOT NULL) STRICT'],
    on: {
      '*': (event, _told, write) =>
        write.run('INSERT INTO counted (stream, type) VALUES (?, ?)', event.meta.stream, event.type),
    },
    queries: (read) => () => (read.one<{ n: number }>('SELECT count(*) AS n FROM counted')?.n ?? 0) * version,
    before,
  });
}

describe('following the log', () => {
  const stage = new Stage();
  const reference = freshDirectory();
  beforeAll(async () => {
    await stage.record(mixed());
    const runner = await stage.projected({ directory: reference });
    await runner.stop();
  });

  it('gives the same rows however the events are cut into batches, and however often they are delivered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 2 }),
        async (sizes, times) => {
          const directory = freshDirectory();
          const runner = await stage.projected({
            directory,
            log: inPieces(stage.log, sizes, times),
            follow: { pageSize: 7 },
          });
          await runner.stop();
          for (const projection of [statusOverview, logbook])
            expect(rowsOf(directory, projection)).toEqual(rowsOf(reference, projection));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('goes on after a restart where it was', async () => {
    const own = new Stage();
    const directory = freshDirectory();
    const all = mixed();
    await own.record(all.slice(0, 17));
    await (await own.projected({ directory })).stop();
    await own.record(all.slice(17));
    const runner = await own.projected({ directory });
    await runner.stop();
    for (const projection of [statusOverview, logbook])
      expect(rowsOf(directory, projection)).toEqual(rowsOf(reference, projection));
  });

  it('gives the same rows when built anew beside the served ones, and then serves those', async () => {
    const directory = freshDirectory();
    const runner = await stage.projected({ directory });
    await runner.rebuild('logbook');
    expect(readdirSync(directory).filter((file) => /^read-logbook.*sqlite$/.test(file))).toEqual([
      'read-logbook-v1-2.sqlite',
    ]);
    expect(runner.ask(logbook).search('all', { sealedText: true }).total).toBe(events.length * 3);
    await runner.stop();
    expect(rowsOf(directory, logbook)).toEqual(rowsOf(reference, logbook));
    const again = await stage.projected({ directory });
    expect(again.ask(logbook).search('all', { sealedText: true }).total).toBe(events.length * 3);
    await again.stop();
  });

  it('refuses a log that does not hold what the rows have seen', async () => {
    const directory = freshDirectory();
    await (await stage.projected({ directory })).stop();
    const runner = stage.runner({ directory, log: new MemoryEventLog() });
    await expect(runner.start()).rejects.toBeInstanceOf(LogBehind);
    await runner.stop();
  });

  it('finds an event that was skipped', async () => {
    const runner = await stage
      .projected({ projections: [counting(1)], log: skipping(stage.log, String(mixed().length - 3)) })
      .catch(() => undefined);
    // The stream of the skipped event does not fit any more and is parked; the count shows the skip itself.
    const [verdict] = (await runner?.verify()) ?? [];
    expect(verdict).toMatchObject({ ok: false, seen: mixed().length - 1, inLog: mixed().length });
    await runner?.stop();
  });

  it('finds nothing when nothing was skipped', async () => {
    const runner = await stage.projected();
    expect((await runner.verify()).map(({ name, ok }) => [name, ok])).toEqual([
      ['status-overview', true],
      ['logbook', true],
    ]);
    await runner.stop();
  });
});

describe('settling', () => {
  /** Notes at which revision a trajectory was settled, and by which settings. */
  const settling = (settles: 'batch' | 'days') =>
    defineProjection<() => number[]>({
      name: 'settling',
      version: 1,
      settles,
      tables: ['CREATE TABLE settled (revision INTEGER NOT NULL) STRICT'],
      on: {},
      settle: ({ last }, write) => write.run('INSERT INTO settled (revision) VALUES (?)', last.meta.revision),
      queries: (read) => () => read.all<{ r: number }>('SELECT revision AS r FROM settled').map(({ r }) => r),
    });

  async function settledAt(settles: 'batch' | 'days', recorded: readonly Recorded[]): Promise<number[]> {
    const stage = new Stage();
    await stage.record(recorded);
    const projection = settling(settles);
    const runner = await stage.projected({ projections: [projection] });
    const revisions = runner.ask(projection)();
    await runner.stop();
    return revisions;
  }

  it('happens once per batch, or at the end of every day on which something happened or was recorded', async () => {
    const late = one.map((event, index) =>
      index === 2 ? { ...event, meta: { ...event.meta, occurredAt: '2026-04-01T08:00:00.000Z' } } : event,
    );
    const held = one.findIndex(({ type }) => type === 'ConversationHeld');
    const end = one.length - 1;
    expect(await settledAt('batch', late)).toEqual([end]);
    expect(await settledAt('days', one)).toEqual([held - 1, end]);
    expect(await settledAt('days', late)).toEqual([1, 2, held - 1, end]);
  });

  it('happens before the organisation changes, so that each change counts from its moment', async () => {
    const [town, norm] = [
      named(0, '2026-04-01T08:00:00.000Z', 'Oosterkoog'),
      setting(1, '2026-04-08T08:00:00.000Z', 'norm.x', 1),
    ];
    const mixedIn = [town, ...one.slice(0, 3), norm, ...one.slice(3)];
    expect(await settledAt('batch', mixedIn)).toEqual([2, one.length - 1]);
  });
});

describe('a new version', () => {
  it('is built beside the one before, which answers until then', async () => {
    const stage = new Stage();
    const directory = freshDirectory();
    await stage.record(one);
    await (await stage.projected({ directory, projections: [counting(1)] })).stop();
    const upgraded = counting(10, counting(1));
    const runner = stage.runner({ directory, projections: [upgraded] });
    const before = runner.ask(upgraded)();
    await runner.start();
    await runner.rebuild('counting');
    const after = runner.ask(upgraded)();
    expect({ before, after }).toEqual({ before: one.length, after: one.length * 10 });
    await stage.record(two);
    await caughtUp(runner, stage.log);
    expect(runner.ask(upgraded)()).toBe(one.length * 20);
    await runner.stop();
  });

  it('starts empty when the one before is not known any more', async () => {
    const stage = new Stage();
    const directory = freshDirectory();
    await stage.record(one);
    await (await stage.projected({ directory, projections: [counting(1)] })).stop();
    const runner = stage.runner({ directory, projections: [counting(2)] });
    expect(runner.ask(counting(2))()).toBe(0);
    await runner.start();
    await caughtUp(runner, stage.log);
    expect(runner.ask(counting(2))()).toBe(one.length * 2);
    await runner.stop();
  });
});

describe('waiting and watching', () => {
  it('resolves once every projection has passed the position, and tells when it takes too long', async () => {
    const stage = new Stage();
    const runner = await stage.projected();
    expect(await runner.waitFor('1', 5)).toBe(false);
    const reached = runner.waitFor(String(one.length), 20_000);
    await stage.record(one);
    expect(await reached).toBe(true);
    expect(runner.ask(statusOverview).list('all', {}).total).toBe(1);
    await runner.stop();
  });

  it('tells which trajectory changed only when all projections show it', async () => {
    const stage = new Stage();
    const runner = await stage.projected();
    const told: (Projected & { lines: number })[] = [];
    runner.onProjected((projected) =>
      told.push({
        ...projected,
        lines: runner.ask(logbook).ofTrajectory(projected.trajectoryId, { sealedText: true }).total,
      }),
    );
    await stage.record([...one.slice(0, 3), ...two.slice(0, 1)]);
    await caughtUp(runner, stage.log);
    const last = told.at(-1);
    expect(last).toMatchObject({
      position: '4',
      trajectoryId: two[0]?.meta.stream.slice('trajectory-'.length),
      municipalityIds: one[0]?.meta.municipalityIds,
      lines: 1,
    });
    expect(
      told.find(({ trajectoryId, position }) => trajectoryId !== last?.trajectoryId && position >= '3')?.lines,
    ).toBe(3);
    expect(runner.projectedSince('3')?.map(({ position }) => position)).toContain('4');
    await runner.stop();
  });
});
