// A whole example read by every role: words that were sealed reach those with the right to them, through no address anybody else.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { TestApp } from '../support/app.js';
import { playKersenlaan } from '../support/play-kersenlaan.js';

let app: TestApp;
const id = idOf('reading journey');
/** Free text of the example: in a contribution, an outcome and a correction. */
const SEALED = ['speelplek', 'kabels', 'dubbel geteld'];

beforeAll(async () => {
  app = await TestApp.start('2026-06-01T08:00:00.000Z');
  await playKersenlaan(app, { id, town: 'Oosterkoog', start: '2026-04-02', until: 40 });
});
afterAll(() => app.stop());

const addresses = () => [
  `/api/v1/trajectories/${id}`,
  `/api/v1/trajectories/${id}/commands`,
  `/api/v1/trajectories/${id}/events`,
  `/api/v1/trajectories/${id}/logbook?pageSize=200`,
  `/api/v1/trajectories/${id}/logbook?edition=public`,
  '/api/v1/trajectories',
  '/api/v1/logbook?pageSize=200',
  '/api/v1/logbook?q=speelplek',
  '/api/v1/owed',
  '/api/v1/overview',
];

async function readBy(role: string, municipality?: 'Oosterkoog' | 'Middelkoog'): Promise<string> {
  const token = app.token(role, municipality);
  const answers = await Promise.all(addresses().map((address) => app.ask(address, { token })));
  expect(answers.every(({ status }) => status === 200 || status === 404)).toBe(true);
  return answers.map(({ text }) => text).join('\n');
}

describe('sealed text', () => {
  it.each(['processCoordinator', 'projectLeader', 'client', 'teamMember', 'areaManager'])(
    'reaches %s',
    async (role) => {
      const read = await readBy(role, 'Oosterkoog');
      for (const word of SEALED) expect(read).toContain(word);
    },
  );

  it.each(['approver', 'alderman', 'council', 'clerk', 'wooContact'])('does not reach %s', async (role) => {
    const read = await readBy(role, 'Oosterkoog');
    expect(read).toContain('Kersenlaan');
    for (const word of SEALED) expect(read).not.toContain(word);
  });

  it.each(['management', 'analyst', 'archivist', 'privacyOfficer', 'admin'])(
    'does not reach %s of the whole organisation',
    async (role) => {
      const read = await readBy(role);
      for (const word of SEALED) expect(read).not.toContain(word);
    },
  );

  it('and everything else stays away from another municipality', async () => {
    const read = await readBy('processCoordinator', 'Middelkoog');
    expect(read).not.toContain('Kersenlaan');
    // The address asked for stands in the answer, as it does for an id that never was.
    expect(read.replaceAll(`/api/v1/trajectories/${id}`, '')).not.toContain(id);
  });

  it('is found by a search of who may read it, and by nobody else', async () => {
    const total = async (role: string): Promise<unknown> =>
      (await app.ask('/api/v1/logbook?q=speelplek', { token: app.token(role, 'Oosterkoog') })).body.total;
    expect(await total('processCoordinator')).not.toBe(0);
    expect(await total('approver')).toBe(0);
  });
});

describe('events', () => {
  it('are read from a revision on, in pages that follow each other', async () => {
    const token = app.token('processCoordinator', 'Oosterkoog');
    const all = (await app.ask(`/api/v1/trajectories/${id}/events`, { token })).body.items as {
      meta: { revision: number };
    }[];
    const rest = (await app.ask(`/api/v1/trajectories/${id}/events?from=5`, { token })).body.items as object[];
    expect(all.map(({ meta }) => meta.revision)).toEqual(all.map((_event, index) => index));
    expect(rest).toEqual(all.slice(5));
    expect((await app.ask(`/api/v1/trajectories/${id}/events?from=${all.length}`, { token })).body).toEqual({
      items: [],
    });
  });
});

describe('a log that is out of reach', () => {
  it('answers 503 with when to try again, and readiness says so', async () => {
    const token = app.token('processCoordinator', 'Oosterkoog');
    await app.runtime.log.close();
    const answer = await app.send(`/api/v1/trajectories/${id}/commands`, token, {
      type: 'BookHours',
      payload: { phase: 'feedback', hours: 1 },
    });
    expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily-unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await app.ask('/api/v1/health/ready')).toMatchObject({ status: 503, body: { log: 'closed' } });
    expect((await app.ask('/api/v1/health/live')).status).toBe(200);
  });
});
