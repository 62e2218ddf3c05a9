// The demo while it is filled: pages from the start with how far it is, the clock only afterwards, and a stop that the next start makes good.
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../src/config.js';
import { demoOf, seedIfEmpty } from '../../src/demo/fill.js';
import { DemoFilling, type FillingProgress } from '../../src/demo/filling.js';
import { generateHistory, historyStream } from '../../src/demo/history/generate.js';
import { demoPeople } from '../../src/demo/organisation.js';
import { createServer, serverOf } from '../../src/http/server.js';
import { Runtime } from '../../src/runtime.js';
import { CommandExecutor } from '../../src/trajectories/execute.js';
import { shutDown } from '../../src/shutdown.js';
import { atLocal } from '../../workflows/kit/time.js';
import { TestClock } from '../support/app.js';
import { aHistory } from '../support/history.js';
import { freshDirectory } from '../support/log/directory.js';

const STORY = { trajectories: 5, years: 1, seed: 3 };
const running: { app: NestFastifyApplication; runtime: Runtime }[] = [];
afterEach(async () => {
  for (const { app, runtime } of running.splice(0)) await shutDown(app, runtime);
});

async function start(directory: string, at = '2026-11-02T09:00:00.000Z') {
  const clock = new TestClock(at);
  const runtime = await Runtime.open({ directory, clock, demo: true });
  await seedIfEmpty(runtime, () => undefined, STORY);
  await runtime.start();
  const app = await createServer({ config: readConfig({ LOG_LEVEL: 'silent', DATA_DIR: directory }), clock, runtime });
  const started = { app, runtime, filling: app.get(DemoFilling) };
  running.push(started);
  return started;
}

async function page(app: NestFastifyApplication): Promise<string> {
  return (await serverOf(app).inject({ url: '/inloggen' })).body;
}

/** Type, id and times of everything in the log. */
async function stored({ log }: Runtime): Promise<string[]> {
  const lines: string[] = [];
  for (let after = '-1'; ;) {
    const batch = await log.readAll(after, 500);
    lines.push(...batch.map(({ stream, revision, id, type }) => `${stream} ${revision} ${id} ${type}`));
    after = batch.at(-1)?.position ?? after;
    if (batch.length < 500) return lines.sort();
  }
}

describe('the demo', () => {
  it('says on every page how far it is, begins the clock when it is whole, and then says nothing', async () => {
    const { app, runtime, filling } = await start(freshDirectory());
    const told: FillingProgress[] = [];
    let clockBegan = 0;
    filling.start(
      (progress) => told.push({ ...progress }),
      () => (clockBegan = told.length),
    );
    expect(await page(app)).toContain('De demo wordt gevuld: 0 van 5 trajecten.');
    expect(clockBegan).toBe(0);
    await filling.finished();
    expect(told.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5]);
    expect(clockBegan).toBe(5);
    expect(await page(app)).not.toContain('De demo wordt gevuld');
    expect(demoOf(runtime).reached).toBe('whole');
  });

  it('that is stopped half-way is finished by the next start, on the day of the first, as if nothing happened', async () => {
    const [whole, broken] = [await start(freshDirectory()), freshDirectory()];
    whole.filling.start(
      () => undefined,
      () => undefined,
    );
    await whole.filling.finished();
    const first = await start(broken);
    await new Promise<void>((stopped) => {
      first.filling.start(
        ({ done }) => void (done === 2 && stopped()),
        () => undefined,
      );
    });
    running.splice(running.indexOf(first), 1);
    await shutDown(first.app, first.runtime);
    const second = await start(broken, '2026-11-20T09:00:00.000Z');
    const before = (await stored(second.runtime)).length;
    second.filling.start(
      () => undefined,
      () => undefined,
    );
    await second.filling.finished();
    expect(before).toBeLessThan((await stored(whole.runtime)).length);
    expect(await stored(second.runtime)).toEqual(await stored(whole.runtime));
    const again = (await stored(second.runtime)).length;
    second.filling.start(
      () => undefined,
      () => undefined,
    );
    await second.filling.finished();
    expect((await stored(second.runtime)).length).toBe(again);
  });
});

describe('a trajectory of the history that somebody stops meanwhile', () => {
  it('is left to them, and the others are played on', async () => {
    const history = await aHistory({ trajectories: 1, today: '2025-01-01' });
    const { around, towns, organisationId } = history;
    const [left, done]: [string[], number[]] = [[], []];
    let commands = 0;
    const shape = { trajectories: 3, years: 3, seed: 5, today: '2026-11-01' };
    const stream = historyStream(organisationId, shape.seed, 0);
    const executor = new CommandExecutor({ ...around, now: () => atLocal('2026-11-01', '09:00') });
    const person = demoPeople(organisationId);
    const breathe = async (): Promise<void> => {
      commands += 1;
      if (commands !== 12) return;
      const grants = towns.map(({ id }) => ({ role: 'client' as const, municipalityId: id }));
      const caller = { kind: 'person' as const, ref: person('client', 'Oosterkoog'), organisationId, grants };
      const payload = { reason: 'het hoeft niet meer', messagePlannedOn: '2026-11-02' };
      const stop = [{ type: 'CancelTrajectory', payload }];
      const result = await executor.execute({ stream, commands: stop, key: 'stop', caller, arrivedAt: 0 });
      expect(result.kind).toBe('accepted');
    };
    await generateHistory({
      ...shape,
      around,
      organisation: { id: organisationId, towns, person },
      breathe,
      progress: (nr) => done.push(nr),
      leftAlone: ({ message }) => left.push(message),
    });
    expect(left).toHaveLength(1);
    expect(done).toEqual([1, 2, 3]);
  });
});
