// What a critical reader tried that no other journey had: who may speak for whom, dates of several things at once, proof that proves nothing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp, type Answer } from '../support/app.js';

const SOMEONE = '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11';
let app: TestApp;
let path: string;

const send = (role: string, type: string, payload: object, more: object = {}): Promise<Answer> =>
  app.send(path, app.token(role, 'Oosterkoog'), { type, payload, ...more });
const codes = ({ body }: Answer): string[] => ((body.missing ?? []) as { code: string }[]).map(({ code }) => code);
const faults = ({ body }: Answer): unknown => body.errors;

beforeAll(async () => {
  app = await TestApp.start('2026-05-07T08:00:00.000Z');
  const payload = {
    title: 'Bankjes',
    workflow: 'kern',
    municipalityIds: [app.municipalities.Oosterkoog],
    theme: 'groen',
    clientRef: SOMEONE,
  };
  const command = { type: 'RegisterTrajectory', payload, occurredAt: '2026-04-07T10:00:00Z' };
  const answer = await app.send('/api/v1/trajectories', app.token('processCoordinator', 'Oosterkoog'), command);
  path = `${answer.headers.get('location')}/commands`;
});
afterAll(() => app.stop());

describe('speaking for somebody else', () => {
  const pause = { reason: 'vakantie', participantsTold: true };
  const claimed = (role: string, ref?: string) => ({ decidedBy: { role, function: 'wethouder', ref } });

  it('is refused to one who may decide but may not record for others', async () => {
    const answer = await send('client', 'PauseTrajectory', pause, claimed('alderman', SOMEONE));
    expect(answer.status).toBe(403);
    expect(codes(answer)).toEqual(['ROLE_ALLOWED']);
    expect(await send('client', 'PauseTrajectory', pause, claimed('client', SOMEONE))).toMatchObject({ status: 403 });
  });

  it('needs proof that says something', async () => {
    const proof = (evidence: object) =>
      send('processCoordinator', 'PauseTrajectory', pause, { ...claimed('client'), evidence });
    expect(codes(await proof({ text: ' \n ' }))).toEqual(['DECIDER_KNOWN']);
    const unknown = await proof({ documentId: SOMEONE });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'unknown-id' } });
    expect(faults(unknown)).toMatchObject([{ pointer: '/evidence/documentId' }]);
  });

  it('is not needed to name oneself', async () => {
    expect(await send('client', 'PauseTrajectory', pause, claimed('client'))).toMatchObject({ status: 201 });
    expect(await send('client', 'ResumeTrajectory', { shiftDays: 0 })).toMatchObject({ status: 201 });
  });
});

describe('a decision about several ideas', () => {
  it('is not dated before the last of them came in, however many there are', async () => {
    const received = async (on: string): Promise<string> => {
      const { body } = await send(
        'processCoordinator',
        'ReceiveContribution',
        { text: 'bankje', source: 'phone' },
        { occurredAt: `${on}T10:00:00Z` },
      );
      return (body.ids as { contributionId: string }[])[0]?.contributionId ?? '';
    };
    const contributionIds = [await received('2026-04-20'), await received('2026-04-28')];
    const adopt = (day: string) =>
      send(
        'projectLeader',
        'AdoptContribution',
        { contributionIds, how: 'ja' },
        { occurredAt: `2026-04-${day}T10:00:00Z` },
      );
    expect(await adopt('24')).toMatchObject({ status: 409, body: { code: 'before-last-step' } });
    expect(await adopt('29')).toMatchObject({ status: 201 });
  });
});

describe('input that is refused says what is wrong with it', () => {
  const hours = (value: unknown, more: object = {}) => send('processCoordinator', 'BookHours', { hours: value }, more);

  it('a value of another kind is not called absent', async () => {
    expect(faults(await hours('8'))).toMatchObject([{ pointer: '/payload/hours', code: 'invalid-type' }]);
    expect(faults(await hours(undefined))).toMatchObject([{ pointer: '/payload/hours', code: 'absent' }]);
    expect(faults(await hours(1, { overrides: {} }))).toMatchObject([{ pointer: '/overrides', code: 'invalid-type' }]);
  });

  it('nothing at all is not a value of the envelope', async () => {
    for (const field of ['ifMatch', 'decidedBy', 'occurredAt', 'decidedOn', 'evidence', 'overrides'])
      expect(faults(await hours(1, { [field]: null }))).toMatchObject([{ pointer: `/${field}`, code: 'invalid-type' }]);
  });

  it.each([
    ['overrides', [{ code: 'ALL_HAVE_OUTCOME', reason: '\ud800' }], '/overrides/0/reason'],
    ['evidence', { text: 'a\u0000b' }, '/evidence/text'],
    ['decidedBy', { role: 'client', function: '\udc00' }, '/decidedBy/function'],
  ])('text that cannot be kept in %s', async (field, value, pointer) => {
    expect(faults(await hours(1, { [field]: value }))).toMatchObject([{ pointer, code: 'bad-text' }]);
  });

  it('a need that does not exist cannot be passed', async () => {
    const answer = await hours(1, { overrides: [{ code: 'NO_SUCH_NEED', reason: 'haast' }] });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toMatchObject([{ pointer: '/overrides/0/code', code: 'unknown-value' }]);
  });

  it('a version that does not exist is named, not its workflow', async () => {
    const command = { type: 'RegisterTrajectory', payload: { workflow: 'kern', version: 99 } };
    const answer = await app.send('/api/v1/trajectories', app.token('processCoordinator', 'Oosterkoog'), command);
    expect(faults(answer)).toMatchObject([{ pointer: '/payload/version', text: '‘99’ bestaat niet.' }]);
  });

  it('an address that is far too long is a problem like any other', async () => {
    const answer = await app.ask(`/api/v1/trajectories?q=${'a'.repeat(30_000)}`);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer).toMatchObject({ status: 414, body: { code: 'url-too-long' } });
  });

  it('a query names the value that does not exist, and the kind that belongs there', async () => {
    const asked = async (query: string) =>
      faults(await app.ask(`/api/v1/trajectories?${query}`, { token: app.token('processCoordinator', 'Oosterkoog') }));
    expect(await asked('phase=foo')).toMatchObject([{ pointer: 'phase', text: '‘foo’ bestaat niet.' }]);
    expect(await asked('page=abc')).toMatchObject([{ pointer: 'page', code: 'invalid-type' }]);
    expect(await asked('q=a&q=b')).toMatchObject([{ pointer: 'q', code: 'invalid-type' }]);
    expect(await asked('__proto__=1')).toMatchObject([{ pointer: '__proto__', code: 'unknown-field' }]);
    expect(await asked('constructor=1')).toMatchObject([{ pointer: 'constructor', code: 'unknown-field' }]);
  });
});

describe('guessing passwords at once', () => {
  it('gets no more tries than guessing them one by one', async () => {
    const guess = (nr: number) =>
      app.ask('/inloggen', {
        method: 'POST',
        body: `login=${app.admin.login}&password=fout-${nr}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, nr) => guess(nr)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });
});
