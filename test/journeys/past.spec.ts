// Any past date over HTTP: what was so on a day and what was known on it, for those who may know of it, and never an error but for a word
// that is no day.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { TestApp } from '../support/app.js';
import { playKersenlaan } from '../support/play-kersenlaan.js';

let app: TestApp;
let token: string;
const id = idOf('past journey');
const one = `/api/v1/trajectories/${id}`;

beforeAll(async () => {
  app = await TestApp.start('2026-07-01T08:00:00.000Z');
  await playKersenlaan(app, { id, town: 'Oosterkoog', start: '2026-04-07', until: 70 });
  token = app.token('processCoordinator', 'Oosterkoog');
});
afterAll(() => app.stop());

interface Body {
  [field: string]: unknown;
  groups: { reached: number }[];
  phases: { phase: string; state: string; word: string; revision: number }[];
  entities: { entity: string; state: string }[];
}
const ask = async (address: string, as = token): Promise<{ status: number; body: Body }> => {
  const { status, body } = await app.ask(address, { token: as });
  return { status, body: body as Body };
};

describe('a trajectory on a past day', () => {
  it('shows 19 attended by what was so on 9 May, and 21 by what was known that day', async () => {
    const so = await ask(`${one}?asOf=2026-05-09`);
    const known = await ask(`${one}?asOf=2026-05-09&known=then`);
    expect([so.body.groups[0]?.reached, known.body.groups[0]?.reached]).toEqual([19, 21]);
    expect(so.body).toMatchObject({ asOf: '2026-05-09', known: 'now', exists: true, revision: expect.any(Number) });
    expect(known.body).toMatchObject({ asOf: '2026-05-09', known: 'then', exists: true });
  });

  it.each(['', '&known=then'])('shows the machines of that day (%s)', async (how) => {
    const { body } = await ask(`${one}?asOf=2026-04-28${how}`);
    const states = Object.fromEntries(body.phases.map(({ phase, state }) => [phase, state]));
    expect(states).toMatchObject({ approval: 'approved', interpreting: 'collecting' });
    expect(body.entities.filter(({ entity }) => entity === 'contribution').map(({ state }) => state)).toEqual([
      'received',
      'received',
    ]);
    const now = await ask(one);
    expect(now.body.entities.map(({ state }) => state)).not.toContain('received');
  });

  it('did not exist before its first day, which is an answer and no error', async () => {
    for (const [how, text] of [
      ['', 'Dit traject bestond op 6 april 2026 nog niet.'],
      ['&known=then', 'Op 6 april 2026 wisten wij nog niet van dit traject.'],
    ]) {
      const { status, body } = await ask(`${one}?asOf=2026-04-06${how}`);
      expect([status, body.exists, body.text, body.trajectoryId]).toEqual([200, false, text, id]);
    }
  });

  it.each(['2026-07-01', '2099-12-31', '9999-12-31'])('stands on %s as it stands now', async (day) => {
    const { body: now } = await ask(one);
    for (const known of ['then', 'now'])
      expect((await ask(`${one}?asOf=${day}&known=${known}`)).body).toEqual({ ...now, asOf: day, known, exists: true });
  });

  it('gives no revision to change anything upon', async () => {
    expect((await app.ask(one, { token })).headers.get('etag')).toMatch(/^"\d+"$/);
    expect((await app.ask(`${one}?asOf=2026-05-09`, { token })).headers.get('etag')).toBeNull();
  });
});

describe('what was known then without a day', () => {
  it.each([one, '/api/v1/trajectories', '/api/v1/overview', '/api/v1/signals'])(
    'is refused on %s, and what is known now is today',
    async (address) => {
      const { status, body } = await ask(`${address}?known=then`);
      const text = 'Noem ook de dag: ‘known=then’ hoort bij ‘asOf’.';
      expect([status, body.code, body.errors]).toEqual([
        400,
        'bad-query',
        [{ pointer: 'known', code: 'needs-day', text }],
      ]);
      expect((await ask(`${address}?known=now`)).body).toEqual((await ask(address)).body);
    },
  );
});

describe('the list and the overview on a past day', () => {
  it('are empty before the first event', async () => {
    for (const known of ['then', 'now']) {
      const list = await ask(`/api/v1/trajectories?asOf=2026-04-06&known=${known}`);
      expect([list.status, list.body]).toEqual([
        200,
        { items: [], page: 1, pageSize: 50, total: 0, asOf: '2026-04-06', known },
      ]);
      const overview = await ask(`/api/v1/overview?asOf=1000-01-01&known=${known}`);
      expect([overview.status, overview.body.total, overview.body.asOf]).toEqual([200, 0, '1000-01-01']);
    }
  });

  it('count and filter what stood then', async () => {
    const { body: list } = await ask('/api/v1/trajectories?asOf=2026-04-08&phase=approval');
    const { body: later } = await ask('/api/v1/trajectories?asOf=2026-04-10&phase=approval');
    expect([list.total, later.total]).toEqual([1, 0]);
    const { body } = await ask('/api/v1/overview?asOf=2026-05-08&known=then');
    expect(body).toMatchObject({ total: 1, hours: { approved: 20, booked: 9 }, asOf: '2026-05-08', known: 'then' });
  });

  it('have at once what is recorded later of that day', async () => {
    const booked = (body: unknown): number => (body as { hours: { booked: number } }).hours.booked;
    const views: [address: string, of: (body: Body) => number][] = [
      [`${one}?asOf=2026-05-08`, booked],
      ['/api/v1/overview?asOf=2026-05-08', booked],
      ['/api/v1/trajectories?asOf=2026-05-08', ({ items }) => booked((items as unknown[])[0])],
    ];
    for (const [address, of] of views) {
      const { body: before } = await ask(address);
      const command = { type: 'BookHours', payload: { hours: 1, phase: 'conversations', on: '2026-05-08' } };
      expect((await app.send(`${one}/commands`, token, command)).status).toBe(201);
      expect([address, of((await ask(address)).body)]).toEqual([address, of(before) + 1]);
    }
  });

  it('tell nothing of municipalities outside the rights of the reader', async () => {
    const elsewhere = app.token('processCoordinator', 'Middelkoog');
    const { body } = await ask('/api/v1/trajectories?asOf=2026-05-06', elsewhere);
    expect(body.total).toBe(0);
    expect((await ask(`${one}?asOf=2026-05-06`, elsewhere)).status).toBe(404);
    expect((await ask(`${one}?asOf=2026-05-06&known=then`, elsewhere)).status).toBe(404);
    const outside = `/api/v1/overview?asOf=2026-05-06&municipality=${app.municipalities.Oosterkoog}`;
    expect((await ask(outside, elsewhere)).status).toBe(404);
  });

  it('show no internal figures to who may not see them', async () => {
    const { body } = await ask(`${one}?asOf=2026-05-06`, app.token('council', 'Oosterkoog'));
    expect([body.groups, body.hours, body.entities]).toEqual([undefined, undefined, []]);
  });
});

describe('bad input', () => {
  it.each([
    ['asOf=gisteren', 'asOf', 'bad-date'],
    ['asOf=2026-02-30', 'asOf', 'bad-date'],
    ['asOf=2026-05-09T10:00:00Z', 'asOf', 'bad-date'],
    ['asOf=', 'asOf', 'bad-date'],
    ['asOf=2026-05-09&asOf=2026-05-10', 'asOf', 'invalid-type'],
    ['known=toen', 'known', 'unknown-value'],
  ])('%s is named', async (query, pointer, code) => {
    for (const address of [one, '/api/v1/trajectories', '/api/v1/overview']) {
      const { status, body } = await ask(`${address}?${query}`);
      expect([status, body.code, body.errors]).toEqual([
        400,
        'bad-query',
        [{ pointer, code, text: expect.any(String) }],
      ]);
    }
  });

  it('takes no day beside a command', async () => {
    const { status } = await app.ask(`${one}/commands?asOf=2026-05-09`, {
      method: 'POST',
      token,
      body: { type: 'BookHours', payload: { hours: 1 } },
    });
    expect(status).toBe(400);
  });
});
