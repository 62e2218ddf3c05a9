// What happens by itself: a trajectory opens on its first day, dated on that day however late the clock runs, and only once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start('2026-04-07T08:00:00.000Z');
});
afterAll(() => app.stop());

describe('the first day of a trajectory', () => {
  it('opens its first phase by the calendar, once, also when the clock runs days later', async () => {
    const token = app.token('processCoordinator', 'Oosterkoog');
    const payload = { title: 'Bankjes', workflow: 'kern', municipalityIds: [app.municipalities.Oosterkoog], theme: 'groen', policyStage: 'execution', startOn: '2026-04-10', clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11' };
    const answer = await app.send('/api/v1/trajectories', token, { type: 'RegisterTrajectory', payload });
    const path = answer.headers.get('location') ?? '';
    expect((await app.ask(path, { token })).body).toMatchObject({ state: 'registered', root: { state: 'registered' } });

    expect(await app.clockService.tick()).toBe(0);
    app.clock.moveTo('2026-04-12T06:00:00.000Z');
    expect(await app.clockService.tick()).toBe(1);
    expect(await app.clockService.tick()).toBe(0);

    const { body } = await app.ask(`${path}/events`, { token });
    const started = (body.items as { type: string; data: object; meta: object }[]).filter(({ type }) => type === 'PhaseStarted');
    expect(started).toMatchObject([{ data: { phase: 'approval' }, meta: { occurredAt: '2026-04-09T22:00:00.000Z', recordedAt: '2026-04-12T06:00:00.000Z', actor: { kind: 'system', role: 'system' } } }]);
    const position = (await app.head()) ?? '';
    expect((await app.ask(path, { token, headers: { 'x-min-position': position } })).body).toMatchObject({ state: 'active' });
  });
});
