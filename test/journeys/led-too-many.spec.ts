// One coordinator who leads too many trajectories: the signal leads back to those trajectories and to the events that made it so, over the
// API and on the screens, within what the reader may see.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
type Town = 'Oosterkoog' | 'Middelkoog';
const ids: Record<string, string> = {};
let coordinator = '';
let cookie = '';
const code = 'CAPACITY_SINGLE_POINT';
const pc = (town: Town = 'Oosterkoog'): string => app.token('processCoordinator', town);
const refOf = async (token: string): Promise<string> => String((await app.ask('/api/v1/me', { token })).body.personRef);

interface Line {
  code: string;
  raisedBy: string[];
  trajectoryIds: string[];
  list: string;
}
const lineFor = async (token: string, more = ''): Promise<Line | undefined> => {
  const answer = await app.ask(`/api/v1/signals?code=${code}${more}`, { token });
  return (answer.body.items as Line[])[0];
};
const listed = async (address: string, token: string): Promise<string[]> => {
  const answer = await app.ask(address, { token });
  return (answer.body.items as { trajectoryId: string }[]).map(({ trajectoryId }) => trajectoryId).sort();
};

async function register(name: string, town: Town): Promise<void> {
  const payload = {
    title: name,
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [app.municipalities[town]],
    clientRef: await refOf(app.token('client', town)),
    coordinatorRef: coordinator,
  };
  const commands = [{ type: 'RegisterTrajectory', payload }];
  const answer = await app.send('/api/v1/trajectories', pc(town), { commands });
  if (answer.status !== 201) throw new Error(answer.text);
  ids[name] = String(answer.headers.get('location')).split('/').at(-1) ?? '';
}

beforeAll(async () => {
  app = await TestApp.start('2026-05-10T08:00:00.000Z');
  coordinator = await refOf(pc());
  await register('Haven', 'Middelkoog');
  for (const name of ['Plein', 'Park', 'School', 'Brug']) await register(name, 'Oosterkoog');
  await app.runtime.identity.accounts.create({
    name: 'coördinator',
    login: 'coordinator',
    password: 'een-lang-wachtwoord',
    grants: [{ role: 'processCoordinator', municipalityId: app.municipalities.Oosterkoog }],
    createdAt: app.clock.now(),
  });
  const answer = await app.ask('/inloggen', {
    method: 'POST',
    body: new URLSearchParams({ login: 'coordinator', password: 'een-lang-wachtwoord' }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
    },
  });
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}, 120_000);
afterAll(() => app.stop());

describe('over the API', () => {
  it('names the trajectories the reader may know of, and the events that made it so', async () => {
    const [own, all] = [await lineFor(pc()), await lineFor(app.token('management'))];
    expect([own?.trajectoryIds.length, all?.trajectoryIds.length]).toEqual([4, 5]);
    expect(own?.trajectoryIds).not.toContain(ids.Haven);
    const raised = await Promise.all(
      (all?.trajectoryIds ?? []).map(async (id) => {
        const { body } = await app.ask(`/api/v1/trajectories/${id}/events`, { token: app.token('management') });
        const events = body.items as { type: string; meta: { id: string } }[];
        return events.filter(({ meta }) => all?.raisedBy.includes(meta.id)).map(({ type }) => type);
      }),
    );
    expect(raised).toEqual(Array.from({ length: 5 }, () => ['TrajectoryRegistered', 'PhaseStarted']));
    expect(own?.raisedBy).toHaveLength(8);
    expect(own?.raisedBy.every((id) => all?.raisedBy.includes(id))).toBe(true);
    expect(await lineFor(pc(), '&asOf=2026-05-09')).toBeUndefined();
  });

  it('leads to the list of them, and to nothing for who may not know of signals', async () => {
    const line = await lineFor(pc());
    expect(await listed(line?.list ?? '', pc())).toEqual([...(line?.trajectoryIds ?? [])].sort());
    expect(await listed(line?.list ?? '', app.token('management'))).toHaveLength(5);
    expect(await listed(line?.list ?? '', app.token('council', 'Oosterkoog'))).toEqual([]);
    expect(await listed(`/api/v1/trajectories?coordinator=${coordinator}`, app.token('council', 'Oosterkoog'))).toEqual(
      [],
    );
    for (const bad of ['coordinator=iemand', 'coordinator='])
      expect((await app.ask(`/api/v1/trajectories?${bad}`, { token: pc() })).status).toBe(400);
  });

  it('stands on the page of each of them', async () => {
    const { body } = await app.ask(`/api/v1/trajectories/${ids.Park}`, { token: pc() });
    const one = (body.signals as Line[]).find((line) => line.code === code);
    expect(one?.trajectoryIds).toHaveLength(4);
    expect(await listed(one?.list ?? '', pc())).toHaveLength(4);
  });
});

describe('on the screens', () => {
  const page = async (address: string): Promise<string> =>
    (await app.ask(address, { headers: { cookie, accept: 'text/html' } })).text;
  const list = () => `/trajecten?signaal=${code}&procescoordinator=${coordinator}`;
  const link = () => `href="${list().replace('&', '&amp;')}"`;

  it.each(['/', '/vastgelopen'])('%s leads to the list', async (address) => {
    const text = await page(address);
    expect(text).toContain(link());
    expect(text).toContain('4 trajecten van één procescoördinator');
  });

  it('the page of a trajectory leads to the list', async () => {
    const text = await page(`/trajecten/${ids.Park}`);
    expect(text).toContain(link());
    expect(text).toContain('Bekijk deze 4 trajecten');
  });

  it('the list shows those and says so, also in its form and its pages', async () => {
    const text = await page(list());
    for (const name of ['Plein', 'Park', 'School', 'Brug']) expect(text).toContain(`>${name}</a>`);
    expect(text).not.toContain('Haven');
    expect(text).toContain('Alleen de trajecten die één procescoördinator leidt.');
    expect(text).toContain(`<input type="hidden" name="procescoordinator" value="${coordinator}"/>`);
  });
});
