// A disk that is full: who asks hears it in words, nothing acknowledged is lost, and writing goes on when there is room again. SQLite itself
// is told that its file may not grow, which gives the same error as a full disk, on every machine.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** Lets the file of the log grow no further than it is; `free` lets it grow again. */
function fill(): { free: () => void } {
  const { db } = app.runtime.log as unknown as { db: Db };
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  return { free: () => void db.pragma('max_page_count = 1000000') };
}

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
async function untilRefused(): Promise<{ refused: Answer; key: string }> {
  for (let nr = 0; nr < 500; nr += 1) {
    const key = `bankjes-${nr}`;
    const answer = await register(key);
    if (answer.status !== 201) return { refused: answer, key };
  }
  throw new Error('The disk did not fill up.');
}

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
});
