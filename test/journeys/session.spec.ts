// Logging in with a cookie: what the browser gets, what it must bring back, and when it is over.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp, type Answer } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const ours = { 'sec-fetch-site': 'same-origin' };

function logIn(login: string, password: string, headers: Record<string, string> = ours): Promise<Answer> {
  return app.ask('/inloggen', {
    method: 'POST',
    body: new URLSearchParams({ login, password }).toString(),
    headers: { ...FORM, ...headers },
  });
}
const cookieOf = (answer: Answer): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function loggedIn(): Promise<{ cookie: string; csrf: string }> {
  const cookie = cookieOf(await logIn(app.admin.login, app.admin.password));
  const session = app.runtime.identity.sessions.find(cookie.split('=')[1] ?? '', Date.parse(app.clock.now()));
  return { cookie, csrf: session?.csrf ?? '' };
}

const setting = { type: 'ChangeSetting', payload: { key: 'name', after: 'Andere naam' } };
const change = (headers: Record<string, string>, key = 'naam'): Promise<Answer> =>
  app.ask(`/api/v1/organisations/${app.organisationId}/commands`, {
    body: setting,
    headers: { 'idempotency-key': key, ...headers },
  });

describe('logging in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot use', async () => {
    const answer = await logIn(app.admin.login, app.admin.password);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^rode_draad=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
    const me = await app.ask('/api/v1/me', { headers: { cookie: cookieOf(answer) } });
    expect(me.body).toMatchObject({ role: 'admin', organisationId: app.organisationId });
  });

  it('gives another session each time, and ends the one before it', async () => {
    const { cookie, csrf } = await loggedIn();
    const body = new URLSearchParams({ login: app.admin.login, password: app.admin.password, _csrf: csrf }).toString();
    const again = await app.ask('/inloggen', { method: 'POST', body, headers: { ...FORM, ...ours, cookie } });
    expect(again.status).toBe(303);
    expect(cookieOf(again)).not.toBe(cookie);
    expect((await app.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
    expect((await app.ask('/api/v1/me', { headers: { cookie: cookieOf(again) } })).status).toBe(200);
  });

  it('refuses a wrong password and an unknown login in the same way', async () => {
    const [wrong, unknown] = [await logIn(app.admin.login, 'fout'), await logIn('niemand', 'fout')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('makes guessing wait, for that account only', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await logIn('iemand.oost', `fout-${attempt}`);
    expect((await logIn('iemand.oost', 'fout')).status).toBe(429);
    expect((await logIn(app.admin.login, app.admin.password)).status).toBe(303);
  });

  it('is not taken from another site', async () => {
    expect((await logIn(app.admin.login, app.admin.password, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await logIn(app.admin.login, app.admin.password, {})).status).toBe(403);
  });
});

describe('changing something with a cookie', () => {
  it('needs the token of the page and a request from our own page', async () => {
    const { cookie, csrf } = await loggedIn();
    const head = await app.head();
    expect(await change({ cookie, ...ours })).toMatchObject({ status: 403, body: { code: 'not-from-this-site' } });
    expect(await change({ cookie, 'x-csrf-token': csrf })).toMatchObject({ status: 403 });
    expect(await change({ cookie, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-site' })).toMatchObject({
      status: 403,
    });
    expect(await change({ cookie, 'x-csrf-token': csrf, origin: 'https://elders.example' })).toMatchObject({
      status: 403,
    });
    expect(await app.head()).toBe(head);
    expect(await change({ cookie, 'x-csrf-token': csrf, origin: app.url })).toMatchObject({ status: 201 });
  });

  it('never takes a cookie beside a bearer token', async () => {
    const { cookie } = await loggedIn();
    expect((await app.ask('/api/v1/me', { token: 'rd_madeup', headers: { cookie } })).status).toBe(401);
  });
});

describe('the end of a session', () => {
  it('comes with logging out', async () => {
    const { cookie, csrf } = await loggedIn();
    const out = await app.ask('/uitloggen', {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrf }).toString(),
      headers: { ...FORM, ...ours, cookie },
    });
    expect(out.status).toBe(303);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await app.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });

  it('comes with the end of the account', async () => {
    const { accounts, sessions } = app.runtime.identity;
    const now = app.clock.now();
    const { ref } = await accounts.create({
      name: 'Archivaris',
      login: 'archief',
      password: 'geheim-geheim',
      grants: [{ role: 'archivist' }],
      createdAt: now,
    });
    const cookie = `rode_draad=${sessions.begin(ref, Date.parse(now))}`;
    expect((await app.ask('/api/v1/me', { headers: { cookie } })).status).toBe(200);
    accounts.end('archief');
    expect((await app.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });

  it('comes after half an hour without use, and after twelve hours of use', async () => {
    const { cookie } = await loggedIn();
    const later = (minutes: number): void =>
      app.clock.moveTo(new Date(Date.parse(app.clock.now()) + minutes * 60_000).toISOString());
    for (let use = 0; use < 24; use += 1) {
      expect((await app.ask('/api/v1/me', { headers: { cookie } })).status).toBe(200);
      later(29);
    }
    const { cookie: fresh } = await loggedIn();
    later(20);
    expect((await app.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
    later(31);
    expect((await app.ask('/api/v1/me', { headers: { cookie: fresh } })).status).toBe(401);
  });
});

describe('somebody who looks at pages', () => {
  it('goes to the login page and back', async () => {
    const answer = await app.ask('/trajecten?q=bank', { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/inloggen?next=%2Ftrajecten%3Fq%3Dbank');
  });
});
