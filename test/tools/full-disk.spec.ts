// A disk that is full: who asks hears it in words, nothing acknowledged is lost, and writing goes on when there is room again. SQLite itself
// is told that its file may not grow, which gives the same error as a full disk, on every machine.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { Db } from '../../src/event-log/sqlite/open-database.js';
import { TestApp, type Answer } from '../support/app.js';
import { eventsIn, faultsOf } from '../support/kill/log-file.js';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await TestApp.start();
  token = app.token('processCoordinator', 'Oosterkoog');
});
afterAll(() => app.stop());

const logFile = (): Db => (app.runtime.log as unknown as { db: Db }).db;
const vaultFile = (): Db => (app.runtime.vault as unknown as { store: { keys: Db } }).store.keys;
const identityFile = (): Db => (app.runtime.identity as unknown as { db: Db }).db;

/** Lets a file grow no further than it is; `free` lets it grow again. */
function fill(db = logFile()): { free: () => void } {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  return { free: () => void db.pragma('max_page_count = 1000000') };
}

/** What readiness says, a second after it was last asked. */
async function ready(): Promise<Pick<Answer, 'status' | 'body'>> {
  app.clock.moveTo(new Date(Date.parse(app.clock.now()) + 1_000).toISOString());
  const { status, body } = await app.ask('/api/v1/health/ready');
  return { status, body };
}
const isFullByFigures = async (): Promise<boolean> =>
  (await app.ask('/api/v1/metrics')).text.includes('\nrode_draad_storage_full 1\n');

const register = (key: string): Promise<Answer> =>
  app.send(
    '/api/v1/trajectories',
    token,
    {
      type: 'RegisterTrajectory',
      payload: {
        title: `Bankjes ${key}`,
        workflow: 'kern',
        municipalityIds: [app.municipalities.Oosterkoog],
        theme: 'groen',
        policyStage: 'execution',
        clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11',
      },
    },
    key,
  );

/** Sends until one is refused; what was free in the last pages is used up first. */
async function untilRefused(send = register): Promise<{ refused: Answer; key: string }> {
  for (let nr = 0; nr < 500; nr += 1) {
    const key = `bankjes-${(keys += 1)}`;
    const answer = await send(key);
    if (answer.status !== 201) return { refused: answer, key };
  }
  throw new Error('The disk did not fill up.');
}

let keys = 0;

describe('when there is no room for the log', () => {
  it('answers 503 that says so, keeps what it has, serves reading, and goes on when there is room', async () => {
    const disk = fill();
    const { refused, key } = await untilRefused();
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({
      code: 'storage-full',
      detail: expect.stringContaining('De opslag is vol') as unknown,
    });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    const before = eventsIn(app.directory);
    expect(faultsOf(before)).toEqual([]);
    expect((await app.ask('/api/v1/trajectories', { token })).status).toBe(200);
    disk.free();
    const again = await register(key);
    expect(again.status).toBe(201);
    expect((await register(key)).text).toBe(again.text);
    const after = eventsIn(app.directory);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(faultsOf(after)).toEqual([]);
    expect(app.runtime.log.health()).toEqual({ state: 'open' });
  });

  it('is not ready and says why, and is ready again by itself when there is room', async () => {
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await isFullByFigures()).toBe(false);
    const disk = fill();
    await untilRefused();
    const since = app.clock.now();
    const storage = { code: 'storage-full', since, detail: expect.stringMatching(/Make room.*ballast/) as unknown };
    for (let asked = 0; asked < 2; asked += 1)
      expect(await ready()).toMatchObject({ status: 503, body: { status: 'unavailable', log: 'open', storage } });
    expect(await isFullByFigures()).toBe(true);
    const { length } = eventsIn(app.directory);
    disk.free();
    const { status, body } = await ready();
    expect({ status, storage: body.storage }).toEqual({ status: 200, storage: undefined });
    expect(await isFullByFigures()).toBe(false);
    // Asking left nothing behind, in the log or beside it.
    expect(eventsIn(app.directory)).toHaveLength(length);
    expect(readdirSync(app.directory).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('when there is no room for the vault', () => {
  it('is not ready until keys can be stored again', async () => {
    const { headers } = await register('a trajectory with texts');
    const path = `${headers.get('location') ?? ''}/commands`;
    const write = (key: string) =>
      app.send(path, token, { type: 'WriteLogEntry', payload: { discussed: 'een gesprek', yield: 'niets' } }, key);
    const disk = fill(vaultFile());
    const { refused, key } = await untilRefused(write);
    expect(refused).toMatchObject({ status: 503, body: { code: 'storage-full' } });
    expect(await ready()).toMatchObject({ status: 503, body: { storage: { code: 'storage-full' } } });
    disk.free();
    expect(await ready()).toMatchObject({ status: 200 });
    expect((await write(key)).status).toBe(201);
  });
});

describe('when there is no room for the names of municipalities', () => {
  const towns = (): string[] => app.runtime.identity.municipalities().map(({ name }) => name);
  const stored = (): string[] =>
    identityFile().prepare<[], string>('SELECT name FROM municipalities ORDER BY name').pluck().all();

  it('a command that is stored answers so, its names count, and they are noted when there is room', async () => {
    const path = `/api/v1/organisations/${app.organisationId}/commands`;
    const disk = fill(identityFile());
    const names: string[] = [];
    const add = async (): Promise<Answer> => {
      const name = `Koog ${names.length}`.padEnd(180, '.');
      names.push(name);
      return app.send(path, app.token('admin'), { type: 'RegisterMunicipality', payload: { name } }, name);
    };
    for (let nr = 0; nr < 300 && stored().length === towns().length; nr += 1) expect((await add()).status).toBe(201);
    expect(towns().length).toBeGreaterThan(stored().length);
    expect(towns()).toEqual(expect.arrayContaining(names));
    // The same again, under the same key: the first answer.
    const name = names.at(-1) ?? '';
    const again = await app.send(path, app.token('admin'), { type: 'RegisterMunicipality', payload: { name } }, name);
    expect(again.status).toBe(201);
    disk.free();
    await app.clockService.tick();
    expect(stored()).toEqual(towns());
    expect(stored()).toEqual(expect.arrayContaining(names));
  });
});
