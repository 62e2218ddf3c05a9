// Projections that follow at rest: they come behind the others, never before them, with the same rows, and at once when somebody asks them.
import { afterEach, describe, expect, it } from '@jest/globals';
import { defineProjection, type ProjectionDef } from '../projections/kit/projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { history } from '../projections/history/history.projection.js';
import type { ProjectionRunner } from '../src/projecting/runner.js';
import { freshDirectory } from './support/log/directory.js';
import { asAnother, rowsOf, Stage } from './support/projecting/stage.js';
import { story } from './support/projecting/story.js';

const one = story().world.events;
const two = asAnother(one, 2);
const AN_HOUR = 3_600_000;

/** How often each trajectory was settled; fails at the fourth event of the second trajectory as long as `broken` says so. */
function settlings(broken: { with?: Error } = {}): ProjectionDef<() => number[]> {
  return defineProjection<() => number[]>({
    name: 'settlings',
    version: 1,
    follows: 'at rest',
    tables: ['CREATE TABLE settling (id TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT'],
    on: {
      '*': ({ meta }) => {
        if (broken.with && meta.stream === two[0]?.meta.stream && meta.revision === 3) throw broken.with;
      },
    },
    settle: ({ trajectory }, write) =>
      write.run(
        'INSERT INTO settling (id, times) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET times = times + 1',
        trajectory.id,
      ),
    queries: (read) => () =>
      read.all<{ times: number }>('SELECT times FROM settling ORDER BY id').map(({ times }) => times),
  });
}

let runner: ProjectionRunner | undefined;
afterEach(() => runner?.stop());

async function started(stage: Stage, resting: ProjectionDef<unknown>, trailMs = AN_HOUR): Promise<ProjectionRunner> {
  runner = stage.runner({ projections: [statusOverview, resting], follow: { trailMs, retryMs: 5 } });
  await runner.start();
  return runner;
}

const headOf = async ({ log }: Stage): Promise<string> => (await log.head()) ?? '-1';

describe('a projection that follows at rest', () => {
  it('lets the others go on, and settles a trajectory once for all that happened meanwhile', async () => {
    const [stage, resting] = [new Stage(), settlings()];
    const running = await started(stage, resting);
    for (const event of one) {
      await stage.record([event]);
      expect(await running.waitForToday(await headOf(stage), 20_000)).toBe(true);
    }
    expect([running.position(), running.positionOf(resting)]).toEqual([await headOf(stage), '-1']);
    expect(await running.waitForRest(resting, 20_000)).toBe(true);
    expect(running.positionOf(resting)).toBe(await headOf(stage));
    expect(running.ask(resting)()).toEqual([1]);
  });

  it('comes by itself after its rest', async () => {
    const [stage, resting] = [new Stage(), settlings()];
    const running = await started(stage, resting, 1);
    await stage.record(one);
    while (running.positionOf(resting) !== (await headOf(stage))) await new Promise((turn) => setImmediate(turn));
    expect(running.ask(resting)()).toHaveLength(1);
  });

  it('is waited for by who waits for all, also for what is still to be stored', async () => {
    const [stage, resting] = [new Stage(), settlings()];
    const running = await started(stage, resting);
    const reached = running.waitFor(String(one.length), 20_000);
    await stage.record(one);
    expect(await reached).toBe(true);
    expect(running.positionOf(resting)).toBe(String(one.length));
  });

  it('tells browsers nothing: they hear of a change when the rows of today show it', async () => {
    const stage = new Stage();
    const running = await started(stage, settlings());
    const told: string[] = [];
    running.onProjected(({ position }) => told.push(position));
    await stage.record(one);
    await running.waitForToday(await headOf(stage), 20_000);
    expect(told.at(-1)).toBe(await headOf(stage));
    const before = told.length;
    await running.waitFor(await headOf(stage), 20_000);
    expect(told).toHaveLength(before);
  });

  it('stays behind alone when its disk is full, says so, and comes when it has room', async () => {
    const broken: { with?: Error } = { with: Object.assign(new Error('full'), { code: 'SQLITE_FULL' }) };
    const [stage, resting] = [new Stage(), settlings(broken)];
    const running = await started(stage, resting);
    await stage.record([...one, ...two]);
    expect(await running.waitForToday(await headOf(stage), 20_000)).toBe(true);
    expect(await running.waitForRest(resting, 50)).toBe(false);
    expect((await running.health()).map(({ trouble }) => trouble)).toEqual([undefined, 'Error']);
    delete broken.with;
    expect(await running.waitForRest(resting, 20_000)).toBe(true);
    expect(running.ask(resting)()).toHaveLength(2);
  });

  it('goes on where it was after a restart, with the rows of one that never rested', async () => {
    const [stage, directory] = [new Stage(), freshDirectory()];
    const follow = { trailMs: AN_HOUR };
    const projections = [statusOverview, history];
    await stage.record(one.slice(0, 9));
    await (await stage.projected({ directory, projections, follow })).stop();
    await stage.record(one.slice(9));
    const ahead = stage.runner({ directory, projections, follow });
    await ahead.start();
    await ahead.waitForToday(await headOf(stage), 20_000);
    expect(ahead.positionOf(history)).toBe('9');
    await ahead.stop();
    runner = await stage.projected({ directory, projections, follow });
    const alone = freshDirectory();
    await (await stage.projected({ directory: alone, projections: [history] })).stop();
    expect(rowsOf(directory, history)).toEqual(rowsOf(alone, history));
    expect((await runner.verify()).every(({ ok }) => ok)).toBe(true);
  });
});
