// Trouble while projecting: a poisoned event stops its own stream only, and a stop in the middle of a batch leaves nothing behind.
import { describe, expect, it } from '@jest/globals';
import { defineProjection, type ProjectionDef } from '../projections/kit/projection.js';
import { logbook } from '../projections/logbook/logbook.projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { freshDirectory } from './support/log/directory.js';
import { damagedAt } from './support/projecting/logs.js';
import { asAnother, caughtUp, rowsOf, Stage } from './support/projecting/stage.js';
import { story } from './support/projecting/story.js';

const one = story().world.events;
const two = asAnother(one, 2);
const both = one.flatMap((event, index) => [event, two[index]].filter((found) => found !== undefined));
const POISONED = two[0]?.meta.stream ?? '';

/** Keeps each event's id; fails at the third event of the poisoned stream as long as `broken` says so. */
function keeping(broken: { with?: Error }): ProjectionDef<() => string[]> {
  return defineProjection<() => string[]>({
    name: 'keeping',
    version: 1,
    tables: ['CREATE TABLE kept (id TEXT PRIMARY KEY, stream TEXT NOT NULL) STRICT'],
    on: {
      '*': ({ meta }, _told, write) => {
        write.run('INSERT INTO kept (id, stream) VALUES (?, ?)', meta.id, meta.stream);
        if (broken.with && meta.stream === POISONED && meta.revision === 2) throw broken.with;
      },
    },
    settle: ({ trajectory, last }, write) =>
      write.run('INSERT OR REPLACE INTO kept (id, stream) VALUES (?, ?)', `last ${trajectory.id}`, last.meta.id),
    queries: (read) => () => read.all<{ id: string }>('SELECT id FROM kept ORDER BY id').map(({ id }) => id),
  });
}

describe('a handler that fails', () => {
  it('parks that stream from that event on; the others go on', async () => {
    const stage = new Stage();
    await stage.record(both);
    const broken = { with: new Error('no such thing') };
    const runner = await stage.projected({ projections: [keeping(broken)] });
    const [health] = await runner.health();
    expect(health).toMatchObject({
      count: both.length,
      current: true,
      parked: [{ stream: POISONED, revision: 2, code: 'handler-failed' }],
    });
    const kept = runner.ask(keeping(broken))();
    expect(kept).toEqual(
      [
        ...one.map(({ meta }) => meta.id),
        ...two.slice(0, 2).map(({ meta }) => meta.id),
        ...[one, two].map((events) => `last ${events[0]?.meta.stream.slice('trajectory-'.length)}`),
      ].sort(),
    );
    expect((await runner.verify()).map(({ ok }) => ok)).toEqual([true]);
    await runner.stop();
  });

  it('is parked still after a restart, and gets its rows when it is tried again', async () => {
    const stage = new Stage();
    const directory = freshDirectory();
    await stage.record(both);
    const broken: { with?: Error } = { with: new Error('no such thing') };
    await (await stage.projected({ directory, projections: [keeping(broken)] })).stop();
    const runner = await stage.projected({ directory, projections: [keeping(broken)] });
    expect(await runner.retry(POISONED)).toBe(false);
    delete broken.with;
    expect(await runner.retry(POISONED)).toBe(true);
    expect((await runner.health())[0]?.parked).toEqual([]);
    await runner.stop();
    const clean = freshDirectory();
    await (await stage.projected({ directory: clean, projections: [keeping({})] })).stop();
    expect(rowsOf(directory, { name: 'keeping' })).toEqual(rowsOf(clean, { name: 'keeping' }));
  });
});

describe('an event that cannot be applied', () => {
  it.each([
    ['of a type nobody knows', { type: 'BenchesPainted' }, 'does-not-fit'],
    ['of a newer program', { version: 9 }, 'does-not-fit'],
  ])('%s parks its stream only', async (_name, change, code) => {
    const stage = new Stage();
    const strange = { ...two[2], ...change } as (typeof two)[number];
    await stage.record([...one, ...two.slice(0, 2)]);
    await stage.record([strange]).catch(() => undefined);
    const runner = await stage.projected();
    const health = await runner.health();
    expect(health.map(({ parked }) => parked)).toEqual([
      [{ stream: POISONED, revision: 2, code }],
      [{ stream: POISONED, revision: 2, code }],
    ]);
    expect(runner.ask(logbook).search('all', { sealedText: true }).total).toBe(one.length + 2);
    await runner.stop();
  });

  it.each([1, 2, 3, 7, 10, 200])(
    'that is damaged in the log is stepped over, whatever the size of a page (%i)',
    async (pageSize) => {
      const stage = new Stage();
      await stage.record(both);
      const damaged = both.findIndex(({ meta }) => meta.stream === POISONED && meta.revision === 4) + 1;
      const log = damagedAt(stage.log, String(damaged));
      const runner = await stage.projected({ log, follow: { pageSize } });
      const parked = [{ stream: POISONED, revision: 4, code: 'damaged' }];
      expect((await runner.health()).map((health) => [health.count, health.parked])).toEqual([
        [both.length, parked],
        [both.length, parked],
      ]);
      expect(
        runner
          .ask(statusOverview)
          .list('all', {})
          .items.map(({ revision }) => revision)
          .sort(),
      ).toEqual([one.length - 1, 3].sort());
      expect((await runner.verify()).every(({ ok }) => ok)).toBe(true);
      expect(await runner.retry(POISONED)).toBe(false);
      await runner.stop();
    },
  );
});

describe('a stop in the middle of a batch', () => {
  it('leaves neither rows nor progress, so that the next start begins the batch again', async () => {
    const stage = new Stage();
    const directory = freshDirectory();
    await stage.record(both.slice(0, 3));
    await (await stage.projected({ directory, projections: [keeping({})] })).stop();
    await stage.record(both.slice(3));
    const broken = { with: Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' }) };
    const runner = stage.runner({ directory, projections: [keeping(broken)] });
    await runner.start();
    expect(await runner.waitFor('4', 200)).toBe(false);
    expect((await runner.health())[0]).toMatchObject({ count: 3, position: '3', trouble: 'Error', parked: [] });
    expect(runner.ask(keeping(broken))()).not.toContain(both[3]?.meta.id);
    await runner.stop();
    const again = await stage.projected({ directory, projections: [keeping({})] });
    await again.stop();
    const clean = freshDirectory();
    await (await stage.projected({ directory: clean, projections: [keeping({})] })).stop();
    expect(rowsOf(directory, { name: 'keeping' })).toEqual(rowsOf(clean, { name: 'keeping' }));
  });

  it('is overcome by itself once the disk answers again', async () => {
    const stage = new Stage();
    const broken: { with?: Error } = {
      with: Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
    };
    await stage.record(both);
    const runner = stage.runner({ projections: [keeping(broken)], follow: { retryMs: 5 } });
    await runner.start();
    expect(await runner.waitFor(String(both.length), 100)).toBe(false);
    delete broken.with;
    await caughtUp(runner, stage.log);
    expect((await runner.health())[0]).toMatchObject({ current: true, parked: [] });
    expect((await runner.health())[0]).not.toHaveProperty('trouble');
    await runner.stop();
  });
});
