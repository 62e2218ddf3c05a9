// Everything that must not come in: each a clear problem in Dutch with a stable code, nothing written, and never a fault of the server.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
let token: string;
let path: string;
let estimateId: string;

const estimate = {
  type: 'MakeEstimate',
  payload: {
    lines: [{ phase: 'conversations', role: 'projectLeader', hours: 8, cents: 0 }],
    startOn: '2026-04-07',
    endOn: '2026-05-20',
  },
};

beforeAll(async () => {
  app = await TestApp.start();
  token = app.token('processCoordinator', 'Oosterkoog');
  const payload = {
    title: 'Bankjes',
    workflow: 'kern',
    municipalityIds: [app.municipalities.Oosterkoog],
    theme: 'groen',
    policyStage: 'execution',
    clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11',
  };
  const answer = await app.send('/api/v1/trajectories', token, { type: 'RegisterTrajectory', payload });
  path = `${answer.headers.get('location')}/commands`;
  const made = await app.send(path, token, estimate);
  expect(made).toMatchObject({ status: 201 });
  estimateId = (made.body.ids as { estimateId: string }[])[0]?.estimateId ?? '';
});
afterAll(() => app.stop());

const hours = (payload: object) => ({ type: 'BookHours', payload: { phase: 'conversations', hours: 1, ...payload } });
const nested = (depth: number): string =>
  `{"type":"BookHours","payload":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
const many = (count: number) => ({ commands: Array.from({ length: count }, () => hours({})) });

const bodies: [string, () => unknown, number, string, Record<string, string>?][] = [
  ['an unknown command', () => ({ type: 'MakeCoffee', payload: {} }), 400, 'unknown-command'],
  ['a command named as a property of objects', () => ({ type: 'toString', payload: {} }), 400, 'unknown-command'],
  ['an unknown field', () => hours({ colour: 'red' }), 400, 'invalid-input'],
  ['an unknown field beside the payload', () => ({ ...hours({}), as: 'admin' }), 400, 'invalid-input'],
  [
    'an unknown id',
    () => ({ type: 'RequestApproval', payload: { estimateId: '00000000-0000-4000-8000-000000000000' } }),
    400,
    'unknown-id',
  ],
  [
    'something that is no id',
    () => ({ type: 'RequestApproval', payload: { estimateId: 'de begroting' } }),
    400,
    'invalid-input',
  ],
  ['a text for a number', () => hours({ hours: '8' }), 400, 'invalid-input'],
  ['a list for a number', () => hours({ hours: [8] }), 400, 'invalid-input'],
  ['a list for the payload', () => ({ type: 'BookHours', payload: [] }), 400, 'invalid-input'],
  ['no payload', () => ({ type: 'BookHours' }), 400, 'invalid-input'],
  ['a null payload', () => ({ type: 'BookHours', payload: null }), 400, 'invalid-input'],
  ['a number as type', () => ({ type: 7, payload: {} }), 400, 'invalid-input'],
  ['a list as decidedBy', () => ({ ...hours({}), decidedBy: [] }), 400, 'invalid-input'],
  [
    'a role that does not exist',
    () => ({ ...hours({}), decidedBy: { role: 'boss', function: 'x' } }),
    400,
    'invalid-input',
  ],
  [
    'an object for a list',
    () => ({ ...estimate, payload: { ...estimate.payload, lines: { 0: {} } } }),
    400,
    'invalid-input',
  ],
  ['hours below zero', () => hours({ hours: -1 }), 400, 'invalid-input'],
  ['a tenth of an hour', () => hours({ hours: 0.1 }), 400, 'invalid-input'],
  ['a day that does not exist', () => hours({ on: '2026-02-30' }), 400, 'invalid-input'],
  ['a moment that does not exist', () => ({ ...hours({}), occurredAt: '2026-04-31T10:00:00Z' }), 400, 'invalid-input'],
  ['a moment without a zone', () => ({ ...hours({}), occurredAt: '2026-04-07T10:00:00' }), 400, 'invalid-input'],
  [
    'two different days',
    () => ({ ...hours({ on: '2026-04-06' }), occurredAt: '2026-04-07T07:00:00Z' }),
    400,
    'dates-differ',
  ],
  ['a time in the future', () => ({ ...hours({}), occurredAt: '2026-04-08T10:00:00Z' }), 409, 'needs-missing'],
  [
    'a decision before the last step',
    () => ({
      type: 'RequestApproval',
      payload: { estimateId, approverRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c12' },
      occurredAt: '2026-04-06T10:00:00Z',
    }),
    409,
    'before-last-step',
  ],
  [
    'a text of 4,001 characters',
    () => ({ type: 'PauseTrajectory', payload: { reason: 'x'.repeat(4_001) } }),
    400,
    'invalid-input',
  ],
  ['a NUL in a text', () => ({ type: 'PauseTrajectory', payload: { reason: 'a\u0000b' } }), 400, 'invalid-input'],
  ['half a character', () => '{"type":"PauseTrajectory","payload":{"reason":"\\ud800"}}', 400, 'invalid-input'],
  ['eleven levels', () => nested(11), 400, 'too-deep'],
  ['twenty thousand levels', () => nested(20_000), 400, 'too-deep'],
  ['a key twice', () => '{"type":"BookHours","type":"BookCost","payload":{}}', 400, 'duplicate-key'],
  ['__proto__', () => '{"type":"BookHours","payload":{"__proto__":{"hours":1}}}', 400, 'forbidden-key'],
  ['constructor', () => '{"type":"BookHours","payload":{"constructor":{}}}', 400, 'forbidden-key'],
  ['a list at the top', () => [hours({})], 400, 'not-an-object'],
  ['half a body', () => '{"type":', 400, 'malformed-json'],
  ['an empty body', () => '', 400, 'malformed-json'],
  ['bytes that are not UTF-8', () => Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 400, 'bad-utf8'],
  ['more than 1 MB', () => `{"type":"BookHours","payload":{"a":"${'x'.repeat(1_000_000)}"}}`, 413, 'body-too-large'],
  ['another kind of content', () => '<type/>', 415, 'unsupported-media-type', { 'content-type': 'application/xml' }],
  ['a form', () => 'type=BookHours', 400, 'not-an-object', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a batch of nothing', () => ({ commands: [] }), 400, 'batch-too-long'],
  ['a batch of 201', () => many(201), 400, 'batch-too-long'],
  ['a batch that is no list', () => ({ commands: hours({}) }), 400, 'invalid-input'],
  ['a batch of texts', () => ({ commands: ['BookHours'] }), 400, 'invalid-input'],
  [
    'a reference to itself',
    () => ({ commands: [{ type: 'RequestApproval', payload: { estimateId: '$0.estimateId' } }] }),
    400,
    'invalid-input',
  ],
  [
    'a reference to a later command',
    () => ({ commands: [{ type: 'RequestApproval', payload: { estimateId: '$1.estimateId' } }, estimate] }),
    400,
    'invalid-input',
  ],
  [
    'a reference to a field that is not made',
    () => ({ commands: [estimate, { type: 'RequestApproval', payload: { estimateId: '$0.frameId' } }] }),
    400,
    'invalid-input',
  ],
  ['a good command before a bad one', () => ({ commands: [hours({}), hours({ hours: -1 })] }), 400, 'invalid-input'],
  ['a stale If-Match', () => hours({}), 412, 'stale-revision', { 'if-match': '"99"' }],
  ['an If-Match without quotes', () => hours({}), 400, 'bad-header', { 'if-match': '1' }],
  ['an If-Match on a batch', () => many(2), 400, 'bad-header', { 'if-match': '"1"' }],
  ['a stale ifMatch in a batch', () => ({ commands: [{ ...hours({}), ifMatch: 99 }] }), 412, 'stale-revision'],
  ['no key', () => hours({}), 400, 'idempotency-key-missing', { 'idempotency-key': '' }],
  ['a key of 201 characters', () => hours({}), 400, 'bad-header', { 'idempotency-key': 'k'.repeat(201) }],
];

describe('a body that must not come in', () => {
  it.each(bodies)('%s', async (...[, body, status, code, headers]) => {
    const head = await app.head();
    const answer = await app.send(path, token, body(), undefined, headers);
    expect({ status: answer.status, code: answer.body.code, type: answer.headers.get('content-type') }).toEqual({
      status,
      code,
      type: expect.stringContaining('application/problem+json'),
    });
    expect(answer.body).toMatchObject({
      title: expect.stringMatching(/\S/),
      detail: expect.stringMatching(/\S/),
      status,
      instance: path,
    });
    expect(answer.text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/);
    expect(await app.head()).toBe(head);
  });

  it('names every fault with its place in the body', async () => {
    const answer = await app.send(path, token, { commands: [hours({}), hours({ hours: -1, colour: 'red' })] });
    expect(answer.body.errors).toEqual([
      {
        pointer: '/commands/1/payload/hours',
        code: 'too-small',
        text: 'Dit is te klein of te kort; het laagste is 0.',
      },
      { pointer: '/commands/1/payload/colour', code: 'unknown-field', text: 'Dit veld bestaat hier niet.' },
    ]);
  });

  it('takes 200 commands at once', async () => {
    const answer = await app.send(path, token, many(200));
    expect(answer.status).toBe(201);
    expect(answer.body.events).toHaveLength(200);
  });

  it('answers in English to those who ask for it', async () => {
    const answer = await app.send(path, token, { type: 'MakeCoffee', payload: {} }, undefined, {
      'accept-language': 'en-GB',
    });
    expect(answer.body.title).toBe('No such command');
  });
});

const addresses: [string, string, number, string, string?][] = [
  ['an unknown route', '/api/v1/koffie', 404, 'not-found'],
  ['a slash at the end', '/api/v1/trajectories/', 404, 'not-found'],
  ['an unknown method', '/api/v1/trajectories', 405, 'method-not-allowed', 'DELETE'],
  ['an unknown query value', '/api/v1/trajectories?colour=red', 400, 'bad-query'],
  ['a query value twice', '/api/v1/trajectories?q=a&q=b', 400, 'bad-query'],
  ['a page that is no number', '/api/v1/trajectories?page=two', 400, 'bad-query'],
  ['a page below one', '/api/v1/trajectories?page=0', 400, 'bad-query'],
  ['a page of a thousand', '/api/v1/trajectories?pageSize=1000', 400, 'bad-query'],
  ['an unknown phase', '/api/v1/trajectories?phase=coffee', 400, 'bad-query'],
  ['a query where there is none', '/api/v1/me?x=1', 400, 'bad-query'],
  ['a municipality that is no id', '/api/v1/overview?municipality=Oosterkoog', 400, 'bad-query'],
  ['a municipality elsewhere', '/api/v1/overview?municipality=00000000-0000-4000-8000-000000000000', 404, 'not-found'],
  ['its signals', '/api/v1/signals?municipality=00000000-0000-4000-8000-000000000000', 404, 'not-found'],
  ['an id that is none', '/api/v1/trajectories/bankjes', 404, 'not-found'],
  ['an id that is a path', '/api/v1/trajectories/..%2f..%2fetc/commands', 404, 'not-found'],
  ['a broken escape', '/api/v1/trajectories/%zz', 400, 'bad-url'],
  ['an id of a thousand characters', `/api/v1/trajectories/${'a'.repeat(1_000)}`, 414, 'url-too-long'],
  ['another organisation', '/api/v1/organisations/00000000-0000-4000-8000-000000000000', 404, 'not-found'],
];

describe('an address that leads nowhere', () => {
  it.each(addresses)('%s', async (...[, address, status, code, method]) => {
    const answer = await app.ask(address, { token, method });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('refuses a position that is none', async () => {
    const answer = await app.ask('/api/v1/me', { token, headers: { 'x-min-position': 'soon' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-header' } });
  });

  it.each([
    ['no token', undefined],
    ['a made-up token', 'rd_madeup'],
  ])('refuses %s', async (_what, made) => {
    const answer = await app.ask('/api/v1/trajectories', { token: made });
    expect(answer).toMatchObject({ status: 401, body: { code: 'login-needed' } });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });
});
