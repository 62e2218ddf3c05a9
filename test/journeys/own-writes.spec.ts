// What a person stored is in what they read next, however quickly the one follows on the other; and for others when they name its position.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start('2026-06-01T08:00:00.000Z');
});
afterAll(() => app.stop());

/** So many that the rows cannot have come by themselves each time: after a page the projections rest. */
const TIMES = 12;

async function register(token: string, title: string): Promise<string> {
  const payload = {
    title,
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [app.municipalities.Oosterkoog],
    clientRef: idOf('client'),
  };
  const answer = await app.send('/api/v1/trajectories', token, { type: 'RegisterTrajectory', payload });
  expect(answer.status).toBe(201);
  return String(answer.body.position);
}

/** Asked as it is: the helper of the tests would wait for what others stored. */
async function titles(token: string, headers: Record<string, string> = {}): Promise<string[]> {
  const response = await fetch(`${app.url}/api/v1/trajectories?pageSize=200`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  const { items } = (await response.json()) as { items: { title: string }[] };
  return items.map(({ title }) => title);
}

describe('a read after a command', () => {
  it('of the same person shows it, command after command', async () => {
    const token = app.token('processCoordinator', 'Oosterkoog');
    for (let nr = 0; nr < TIMES; nr += 1) {
      await register(token, `van mij ${nr}`);
      expect(await titles(token)).toContain(`van mij ${nr}`);
    }
  });

  it('of somebody else shows it when that read names its position', async () => {
    const [one, other] = [app.token('processCoordinator', 'Oosterkoog'), app.token('management')];
    for (let nr = 0; nr < TIMES; nr += 1) {
      const position = await register(one, `van een ander ${nr}`);
      expect(await titles(other, { 'x-min-position': position })).toContain(`van een ander ${nr}`);
    }
  });
});
