// The learning report over the API: five finished trajectories in two municipalities, read by every role, in words and as a spreadsheet.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STOPS } from '../../src/demo/kersenlaan.js';
import { idOf } from '../../workflows/kit/ids.js';
import { TestApp } from '../support/app.js';
import { playKersenlaan } from '../support/play-kersenlaan.js';

let app: TestApp;

interface Figure {
  key: string;
  of: Record<string, string>;
  n: number;
  values?: Record<string, number>;
  withheld?: number;
  cases: { trajectoryId: string; title: string; name?: string; events: string[] }[];
  definition: string;
}

/** Titles begin with a sign that a spreadsheet would take for a formula. */
const TITLES = [
  '=Bankjes; Kersenlaan',
  'Bankjes Lindelaan',
  'Bankjes Wilgenlaan',
  'Bankjes Esdoornlaan',
  'Bankjes Beuklaan',
];

const finishOne = (title: string, town: 'Oosterkoog' | 'Middelkoog'): Promise<void> =>
  playKersenlaan(app, {
    id: idOf('learning journey', title),
    town,
    start: '2026-04-02',
    until: STOPS.completed,
    title,
  });

beforeAll(async () => {
  app = await TestApp.start('2026-08-01T08:00:00.000Z');
  for (const [nr, title] of TITLES.entries()) await finishOne(title, nr < 3 ? 'Oosterkoog' : 'Middelkoog');
});
afterAll(() => app.stop());

async function report(role: string, town?: 'Oosterkoog' | 'Middelkoog', query = ''): Promise<Figure[]> {
  const { status, body } = await app.ask(`/api/v1/learning-report${query}`, { token: app.token(role, town) });
  expect(status).toBe(200);
  return (body.questions as { figures: Figure[] }[]).flatMap(({ figures }) => figures);
}
const figure = (all: Figure[], key: string, of: Record<string, string> = {}): Figure | undefined =>
  all.find((one) => one.key === key && JSON.stringify(one.of) === JSON.stringify(of));

describe('the learning report', () => {
  it('states what five finished rounds say, and of two municipalities apart only shows the rounds', async () => {
    const all = await report('management');
    expect(figure(all, 'feedback.rounds')).toMatchObject({ n: 5, values: { p50Days: 10, onFinal: 1 } });
    const apart = figure(all, 'feedback.rounds', { municipality: app.municipalities.Middelkoog });
    expect(apart?.n).toBe(2);
    expect(apart?.cases.map(({ title }) => title).sort()).toEqual(['Bankjes Beuklaan', 'Bankjes Esdoornlaan']);
    expect(apart).not.toHaveProperty('values');
    expect(figure(all, 'cost.total')?.definition).toContain('zonder fase');
  });

  it('leads from a figure to its trajectories, and from those to events that can be read', async () => {
    const [one] = figure(await report('strategicAdviser'), 'agreements.due')?.cases ?? [];
    const { body } = await app.ask(`/api/v1/trajectories/${one?.trajectoryId}/events`, {
      token: app.token('strategicAdviser'),
    });
    const events = body.items as { type: string; meta: { id: string } }[];
    const types = one?.events.map((id) => events.find(({ meta }) => meta.id === id)?.type);
    expect(types).toEqual(['AgreementMade', 'AgreementFulfilled']);
  });

  it('shows a coordinator only the own municipality, also when another is asked for', async () => {
    const own = await report('processCoordinator', 'Oosterkoog');
    expect(figure(own, 'feedback.rounds')).toMatchObject({ n: 3 });
    expect(JSON.stringify(own)).not.toContain('Beuklaan');
    const token = app.token('processCoordinator', 'Oosterkoog');
    const other = `/api/v1/learning-report?municipality=${app.municipalities.Middelkoog}`;
    expect((await app.ask(other, { token })).status).toBe(404);
  });

  it('shows an analyst the same names as the list does, no person, and nothing of fewer than five', async () => {
    const all = await report('analyst');
    expect(figure(all, 'feedback.rounds')).toMatchObject({ n: 5, values: { p50Days: 10 } });
    const list = (await app.ask('/api/v1/trajectories', { token: app.token('analyst') })).body.items as {
      trajectoryId: string;
      title: string;
    }[];
    const titles = new Map(list.map(({ trajectoryId, title }) => [trajectoryId, title]));
    const cases = figure(all, 'feedback.rounds')?.cases as { trajectoryId: string; title: string }[];
    expect(cases).toHaveLength(5);
    for (const { trajectoryId, title } of cases) expect(title).toBe(titles.get(trajectoryId));
    expect(JSON.stringify(all)).not.toContain('personRef');
    const apart = figure(all, 'feedback.rounds', { municipality: app.municipalities.Middelkoog });
    expect(apart).toMatchObject({ n: 2, cases: [], withheld: 2 });
  });

  it.each(['client', 'approver', 'teamMember', 'areaManager', 'alderman', 'council', 'clerk', 'wooContact'])(
    'is not for %s',
    async (role) => {
      const token = app.token(role, 'Oosterkoog');
      for (const path of [
        'learning-report',
        'learning-report/table',
        'experience-figures?level=consult&theme=groen&groups=1',
      ])
        expect((await app.ask(`/api/v1/${path}`, { token })).status).toBe(403);
    },
  );

  it('filters by period, level and theme', async () => {
    const count = async (query: string) =>
      (await report('management', undefined, query)).reduce((sum, { n }) => sum + n, 0);
    expect(await count('?to=2026-04-01')).toBe(0);
    expect(await count('?level=advise')).toBe(0);
    expect(await count('?theme=wonen')).toBe(0);
    expect(await count('?level=consult&theme=groen&from=2026-04-01&to=2026-12-31')).toBe(await count(''));
  });

  it.each([
    ['from=2026-02-30', 'bad-date'],
    ['from=gisteren', 'bad-date'],
    ['from=2026-05-01&to=2026-04-01', 'ends-before-start'],
    ['level=hoog', 'unknown-value'],
    ['municipality=1', 'invalid-format'],
    ['kleur=rood', 'unknown-field'],
  ])('refuses ?%s', async (query, code) => {
    const { status, body } = await app.ask(`/api/v1/learning-report?${query}`, { token: app.token('management') });
    expect({ status, code: (body.errors as { code: string }[])[0]?.code }).toEqual({ status: 400, code });
  });
});

describe('as a table', () => {
  it('reads in a Dutch spreadsheet, and no title runs as a formula', async () => {
    const answer = await app.ask('/api/v1/learning-report/table?table=cases', { token: app.token('management') });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new TextEncoder().encode(answer.text);
    expect(bytes.length).toBeGreaterThan(1_000);
    const lines = answer.text.replace('\uFEFF', '').split('\r\n');
    expect(lines[0]).toBe(
      'Vraag;Cijfer;Fase;Niveau;Gemeente;Uitkomst;Voorwaarde;Signaal;Jaar;n;Traject;Onderdeel;Klaar op;Maat;Waarde',
    );
    expect(answer.text).toContain(`"'=Bankjes; Kersenlaan"`);
    expect(lines.some((line) => line.startsWith('='))).toBe(false);
  });

  it('says the same numbers as the report', async () => {
    const { text } = await app.ask('/api/v1/learning-report/table', { token: app.token('management') });
    const total = figure(await report('management'), 'cost.total')?.values?.bookedHours;
    expect(text).toContain(`Uren, geld en dagen per traject;;;;;;;;5;Geboekte uren;${total}\r\n`);
    expect(text).toContain(';Afwijking uren;-0,15\r\n');
  });
});

describe('experience figures', () => {
  it('say what five like it took, which circle was used, and the chance of more than the estimate', async () => {
    const ask = (query: string) =>
      app.ask(`/api/v1/experience-figures?${query}`, { token: app.token('projectLeader', 'Oosterkoog') });
    expect((await ask('level=consult&theme=groen&groups=1')).body).toMatchObject({ circle: 'all', n: 3 });
    const { body } = await app.ask('/api/v1/experience-figures?level=consult&theme=groen&groups=2&hours=16', {
      token: app.token('management'),
    });
    expect(body).toMatchObject({ circle: 'levelTheme', n: 5, values: { p50Hours: 17, overrunHours: 1 } });
    expect((await ask('level=consult&theme=groen')).status).toBe(400);
    expect((await ask('level=consult&theme=groen&groups=-1')).status).toBe(400);
  });
});

describe('recurring signals', () => {
  const THEME = 'zonder akkoord';
  beforeAll(async () => {
    const opened = [];
    for (const [nr, town] of (
      ['Oosterkoog', 'Middelkoog', 'Oosterkoog', 'Middelkoog', 'Oosterkoog'] as const
    ).entries()) {
      const register = {
        title: `Zonder akkoord ${nr}`,
        theme: THEME,
        workflow: 'kern',
        municipalityIds: [app.municipalities[town]],
      };
      const { status, headers } = await app.send('/api/v1/trajectories', app.token('processCoordinator', town), {
        commands: [
          { type: 'RegisterTrajectory', payload: { ...register, clientRef: idOf('client') } },
          { type: 'HoldConversation', payload: { attendance: [] } },
        ],
      });
      expect(status).toBe(201);
      opened.push({ path: `${new URL(headers.get('location') ?? '', app.url).pathname}/commands`, town });
    }
    app.clock.moveTo('2026-08-11T08:00:00.000Z');
    for (const [nr, { path, town }] of opened.entries()) {
      // All of them know what the board decided: the first once more, and with nothing judged only for a reason.
      const decision = {
        body: 'college',
        outcome: 'asProposed',
        deviates: nr === 0,
        municipalityId: app.municipalities[town],
      };
      const decide = { type: 'RecordDecision', payload: decision };
      for (let times = nr === 0 ? 2 : 1; times > 0; times -= 1)
        expect((await app.send(path, app.token('clerk', town), decide)).status).toBe(201);
      const early = {
        command: 'CompleteConversations',
        phase: 'conversations',
        needs: ['REPORTS_SHARED'],
        reason: 'haast',
      };
      if (nr === 0)
        expect(
          (await app.send(path, app.token('projectLeader', town), { type: 'OverrideGuard', payload: early })).status,
        ).toBe(201);
      const cancel = { type: 'CancelTrajectory', payload: { reason: 'geen akkoord' } };
      expect((await app.send(path, app.token('client', town), cancel)).status).toBe(201);
    }
    await app.runtime.runner.waitFor((await app.head()) ?? '', 10_000);
  });

  it('stand in five stopped trajectories of two municipalities, with the days until they ended and their events', async () => {
    const all = await report('management', undefined, `?theme=${encodeURIComponent(THEME)}`);
    const started = figure(all, 'signals.code', { signal: 'START_WITHOUT_APPROVAL' });
    expect(started).toMatchObject({
      n: 5,
      values: { rate: 1, trajectories: 5, municipalities: 2, recurring: 1, p50Days: 10 },
    });
    expect(started?.cases[0]?.events.length).toBeGreaterThan(0);
    const own = await report('projectLeader', 'Middelkoog', `?theme=${encodeURIComponent(THEME)}`);
    expect(figure(own, 'signals.code', { signal: 'START_WITHOUT_APPROVAL' })).toMatchObject({ n: 2 });
    expect(figure(own, 'signals.code', { signal: 'START_WITHOUT_APPROVAL' })).not.toHaveProperty('values');
  });

  it('are compared per year, with the cases of that year', async () => {
    const all = await report('management', undefined, `?theme=${encodeURIComponent(THEME)}`);
    const year = figure(all, 'signals.year', { signal: 'START_WITHOUT_APPROVAL', year: '2026' });
    expect(year).toMatchObject({ n: 5, values: { rate: 1, trajectories: 5, change: null } });
    expect(year?.cases).toHaveLength(5);
  });

  it('stand beside decisions with their events, and needs passed over of the times they were asked', async () => {
    const all = await report('management', undefined, `?theme=${encodeURIComponent(THEME)}`);
    expect(figure(all, 'decisions.deviate')).toMatchObject({ n: 6, values: { count: 2 } });
    expect(figure(all, 'decisions.deviate')?.cases[0]?.events).toHaveLength(1);
    const passed = figure(all, 'overrides.needs', { need: 'REPORTS_SHARED', phase: 'conversations' });
    // Asked once, which is too few for a share of the times: the case is there, with its event.
    expect(passed).toMatchObject({ n: 5, values: { count: 1, asked: 1, part: null } });
    expect(passed?.cases).toMatchObject([{ title: 'Zonder akkoord 0', events: [expect.any(String)] }]);
  });
});
