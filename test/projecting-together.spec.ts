// Projections that pass the log together: each event is opened and folded once for all, and what one of them fails at leaves the others alone.
import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { defineProjection, type ProjectionDef } from '../projections/kit/projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import type { RunnerOptions } from '../src/projecting/runner.js';
import { freshDirectory } from './support/log/directory.js';
import { setting } from './support/projecting/organisation.js';
import { asAnother, caughtUp, rowsOf, Stage } from './support/projecting/stage.js';
import { story } from './support/projecting/story.js';

const one = story().world.events;
const two = asAnother(one, 2);
const both = one.flatMap((event, index) => [event, two[index]].filter((found) => found !== undefined));
const STREAM = two[0]?.meta.stream ?? '';

/** One row per trajectory from settling, and one per event; fails at the fourth event of one stream as long as `broken` says so. */
function noting(name: string, broken: { with?: Error } = {}): ProjectionDef<() => string[]> {
  return defineProjection<() => string[]>({
    name,
    version: 1,
    tables: ['CREATE TABLE noted (key TEXT PRIMARY KEY, note TEXT NOT NULL) STRICT'],
    on: {
      '*': ({ meta }, { after }, write) => {
        write.run('INSERT INTO noted (key, note) VALUES (?, ?)', meta.id, `${meta.stream} ${after.revision}`);
        if (broken.with && meta.stream === STREAM && meta.revision === 3) throw broken.with;
      },
    },
    elsewhere: {
      SettingChanged: (_event, write) => write.run(`UPDATE noted SET note = 'anew' WHERE note LIKE '% of all'`),
    },
    settle: ({ trajectory, last }, write, before) => {
      const written = write.one<{ note: string }>('SELECT note FROM noted WHERE key = ?', trajectory.id)?.note;
      if (before !== undefined && before !== written) throw new Error('What was remembered is not what is written.');
      write.run('INSERT OR REPLACE INTO noted (key, note) VALUES (?, ?)', trajectory.id, `${last.meta.id} of all`);
      return `${last.meta.id} of all`;
    },
    queries: (read) => () => read.all<{ note: string }>('SELECT note FROM noted ORDER BY key').map(({ note }) => note),
  });
}

/** The stage with a count of how often an event was opened. */
function counting(): { stage: Stage; domain: RunnerOptions['domain']; opened: () => number } {
  const stage = new Stage();
  let opened = 0;
  const domain = stage.domain();
  return {
    stage,
    domain: {
      ...domain,
      decode: (stored) => {
        opened += 1;
        return domain.decode(stored);
      },
    },
    opened: () => opened,
  };
}

async function reference(stage: Stage, name: string): Promise<Record<string, string[]>> {
  const directory = freshDirectory();
  await (await stage.projected({ directory, projections: [noting(name)] })).stop();
  return rowsOf(directory, { name });
}

describe('projections that stand at the same place', () => {
  it('remember nothing of rows that were written anew when the organisation changed', async () => {
    const stage = new Stage();
    const middle = one[4]?.meta.recordedAt ?? '';
    await stage.record([...one.slice(0, 5), setting(0, middle, 'norm.FEEDBACK_OVERDUE.target', 21), ...one.slice(5)]);
    const runner = await stage.projected({ projections: [noting('first'), noting('second')] });
    expect((await runner.health()).map(({ parked }) => parked)).toEqual([[], []]);
    await runner.stop();
  });

  it('have each event opened once for all of them, also after a rebuild of one', async () => {
    const { stage, domain, opened } = counting();
    const projections = [noting('first'), noting('second'), statusOverview];
    await stage.record(one);
    const runner = await stage.projected({ projections, domain });
    expect(opened()).toBe(one.length);
    await runner.rebuild('second');
    const before = opened();
    await stage.record(two);
    await caughtUp(runner, stage.log);
    expect(opened() - before).toBe(two.length);
    expect((await runner.verify()).every(({ ok }) => ok)).toBe(true);
    await runner.stop();
  });

  it('have each event opened once when they are built anew together', async () => {
    const { stage, domain, opened } = counting();
    const projections = [noting('first'), noting('second'), statusOverview];
    await stage.record(both);
    const runner = await stage.projected({ projections, domain, follow: { pageSize: 5 } });
    const before = opened();
    await Promise.all(projections.map(({ name }) => runner.rebuild(name)));
    expect(opened() - before).toBe(both.length);
    await runner.stop();
  });

  it.each([
    ['a poisoned event', new Error('no such thing')],
    ['a full disk', Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })],
  ])('are whole when one of them meets %s', async (_name, error) => {
    const stage = new Stage();
    const directory = freshDirectory();
    const broken: { with?: Error } = { with: error };
    await stage.record(both.slice(0, 5));
    const projections = [noting('first'), noting('second', broken), noting('third')];
    const runner = await stage.projected({ directory, projections, follow: { retryMs: 5, pageSize: 4 } });
    await stage.record(both.slice(5, -4));
    const head = String(both.length - 4);
    let health = await runner.health();
    for (; health.some(({ name, position }) => name !== 'second' && position !== head); health = await runner.health())
      await nextTurn();
    expect(health.map(({ name, position }) => [name, position])).toEqual([
      ['first', head],
      ['second', 'code' in error ? '5' : head],
      ['third', head],
    ]);
    delete broken.with;
    await caughtUp(runner, stage.log);
    expect(await runner.retry(STREAM)).toBe(true);
    // It takes its place with the others in one of the next turns.
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    await stage.record(both.slice(-4));
    await caughtUp(runner, stage.log);
    expect((await runner.health()).map(({ parked, trouble }) => [parked, trouble])).toEqual(
      projections.map(() => [[], undefined]),
    );
    expect((await runner.verify()).every(({ ok }) => ok)).toBe(true);
    await runner.stop();
    for (const { name } of projections) expect(rowsOf(directory, { name })).toEqual(await reference(stage, name));
  });

  it('are joined by one that is new, with rows as if it had been there from the beginning', async () => {
    const stage = new Stage();
    const directory = freshDirectory();
    await stage.record(both.slice(0, 11));
    await (await stage.projected({ directory, projections: [noting('first')] })).stop();
    await stage.record(both.slice(11));
    const runner = await stage.projected({
      directory,
      projections: [noting('first'), noting('second')],
      follow: { pageSize: 3 },
    });
    await runner.stop();
    for (const name of ['first', 'second']) expect(rowsOf(directory, { name })).toEqual(await reference(stage, name));
  });
});
