// A trajectory from registration to completion through the API alone: example 9.4, every command by HTTP, the clock by its own service.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarFrom } from '../../src/demo/example.js';
import { kersenlaan } from '../../src/demo/kersenlaan.js';
import { TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start('2026-04-07T06:00:00.000Z');
});
afterAll(() => app.stop());

interface Me {
  personRef: string;
}

describe('a trajectory through the API alone', () => {
  it('walks from registration to completion, and every read shows it', async () => {
    const token = (role: string): string => app.token(role, 'Oosterkoog');
    const who = async (role: string): Promise<string> =>
      ((await app.ask('/api/v1/me', { token: token(role) })).body as unknown as Me).personRef;
    const roles = { PC: 'processCoordinator', PL: 'projectLeader', AP: 'approver' } as const;
    const cast = {
      PC: await who('processCoordinator'),
      PL: await who('projectLeader'),
      AP: await who('approver'),
      client: await who('client'),
      municipalityId: app.municipalities.Oosterkoog,
      title: 'Vijf bankjes in de Kersenlaan',
    };
    const calendar = calendarFrom('2026-04-07');
    const ids = new Map<string, string>();
    let path = '';
    for (const step of kersenlaan(cast)) {
      app.clock.moveTo(calendar.at(step.day, step.time));
      await app.clockService.tick();
      const command = step.command({ ...calendar, id: (name) => ids.get(name) ?? name });
      const answer = await app.send(
        path === '' ? '/api/v1/trajectories' : `${path}/commands`,
        token(roles[step.by]),
        command,
      );
      expect([command.type, answer.status, answer.body.missing, answer.body.errors]).toEqual([
        command.type,
        201,
        undefined,
        undefined,
      ]);
      if (path === '') path = answer.headers.get('location') ?? '';
      const [made] = answer.body.ids as Record<string, string>[];
      for (const [field, name] of Object.entries(step.makes ?? {})) ids.set(name, made?.[field] ?? '');
      const [event] = answer.body.events as { meta: { id: string } }[];
      if (step.keepEvent) ids.set(step.keepEvent, event?.meta.id ?? '');
    }

    const reader = token('processCoordinator');
    const state = await app.ask(path, { token: reader });
    expect(state.body).toMatchObject({ state: 'completed', label: 'Voltooid' });
    const phases = state.body.phases as { phase: string; word: string }[];
    expect(phases.map(({ phase, word }) => [phase, word])).toEqual(
      ['approval', 'organisation', 'conversations', 'interpreting', 'feedback'].map((phase) => [phase, 'klaar']),
    );
    const lines = await app.ask(`${path}/logbook?pageSize=100`, { token: reader });
    expect(lines.body.total).toBe(41);
    const list = await app.ask('/api/v1/trajectories?state=completed', { token: reader });
    expect(list.body.total).toBe(1);
    const owed = await app.ask('/api/v1/owed', { token: app.token('archivist') });
    expect(JSON.stringify(owed.body.items)).toContain('ArchiveTrajectory');
  });
});
