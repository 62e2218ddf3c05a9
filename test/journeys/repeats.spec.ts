// Sending the same again and at the same time: one result, also after a restart and with a new token; and when two write at once, one wins.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp, type Answer } from '../support/app.js';

let app: TestApp;
let token: string;

beforeAll(async () => {
  app = await TestApp.start();
  token = app.token('processCoordinator', 'Oosterkoog');
});
afterAll(() => app.stop());

const registration = () => ({
  type: 'RegisterTrajectory',
  payload: {
    title: 'Bankjes',
    workflow: 'kern',
    municipalityIds: [app.municipalities.Oosterkoog],
    theme: 'groen',
    policyStage: 'execution',
    clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11',
  },
});
const estimate = (hours: number) => ({
  type: 'MakeEstimate',
  payload: {
    lines: [{ phase: 'conversations', role: 'projectLeader', hours, cents: 0 }],
    startOn: '2026-04-07',
    endOn: '2026-05-20',
  },
});

async function newPath(): Promise<string> {
  const answer = await app.send('/api/v1/trajectories', token, registration());
  return `${answer.headers.get('location')}/commands`;
}
const statuses = (answers: readonly Answer[]): Record<number, number> =>
  answers.reduce<Record<number, number>>(
    (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
    {},
  );

describe('the same key again', () => {
  it('gives fifty times the same answer for one result', async () => {
    const path = await newPath();
    const answers = await Promise.all(Array.from({ length: 50 }, () => app.send(path, token, estimate(8), 'vijftig')));
    expect(statuses(answers)).toEqual({ 201: 50 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const events = await app.ask(`${path.replace('commands', 'events')}`, { token });
    expect((events.body.items as { type: string }[]).filter(({ type }) => type === 'EstimateMade')).toHaveLength(1);
  });

  it('registers one trajectory, at the same address', async () => {
    const answers = [
      await app.send('/api/v1/trajectories', token, registration(), 'een'),
      await app.send('/api/v1/trajectories', token, registration(), 'een'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.headers.get('location')).toBe(answers[0]?.headers.get('location'));
    expect(answers[1]?.text).toBe(answers[0]?.text);
  });

  it('gives the same answer after a restart and with a new token, key before If-Match', async () => {
    const path = await newPath();
    const first = await app.send(
      path,
      token,
      { commands: [estimate(8), { type: 'BookHours', payload: { phase: 'approval', hours: 1 } }] },
      'herstart',
    );
    await app.restart();
    const renewed = app.token('processCoordinator', 'Oosterkoog');
    expect(renewed).not.toBe(token);
    const again = await app.send(
      path,
      renewed,
      { commands: [estimate(8), { type: 'BookHours', payload: { hours: 1, phase: 'approval' } }] },
      'herstart',
    );
    expect(again).toMatchObject({ status: 201, text: first.text });
    const matched = await app.send(path, renewed, estimate(8), 'passend', { 'if-match': '"1"' });
    expect((await app.send(path, renewed, estimate(8), 'passend', { 'if-match': '"1"' })).text).toBe(matched.text);
  });

  it('refuses another body, and writes nothing', async () => {
    const path = await newPath();
    await app.send(path, token, estimate(8), 'zelfde');
    const head = await app.head();
    expect(await app.send(path, token, estimate(9), 'zelfde')).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await app.head()).toBe(head);
  });

  it('remembers accepted commands only', async () => {
    const path = await newPath();
    expect((await app.send(path, token, estimate(-1), 'eerst-fout')).status).toBe(400);
    expect((await app.send(path, token, estimate(8), 'eerst-fout')).status).toBe(201);
  });

  it('belongs to one person and one trajectory', async () => {
    const [one, other] = [await newPath(), await newPath()];
    const leader = app.token('projectLeader', 'Oosterkoog');
    const answers = [
      await app.send(one, token, estimate(8), 'k'),
      await app.send(other, token, estimate(9), 'k'),
      await app.send(one, leader, estimate(10), 'k'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });
});

describe('two at once', () => {
  it('lets one win of those who read the same revision', async () => {
    const path = await newPath();
    const possible = await app.ask(path, { token });
    const revision = (possible.body as unknown as { type: string; revision: number }[]).find(
      ({ type }) => type === 'MakeEstimate',
    )?.revision;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((hours) =>
        app.send(path, token, estimate(hours), undefined, { 'if-match': `"${revision}"` }),
      ),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 412: 4 });
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'stale-revision',
      errors: [{ pointer: '/ifMatch' }],
    });
  });

  it('decides the others again when they did not say what they read', async () => {
    const path = await newPath();
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((hours) => app.send(path, token, estimate(hours))));
    expect(statuses(answers)).toEqual({ 201: 6 });
    const revisions = answers.flatMap(({ body }) =>
      (body.events as { meta: { revision: number } }[]).map(({ meta }) => meta.revision),
    );
    expect(new Set(revisions).size).toBe(revisions.length);
  });
});
