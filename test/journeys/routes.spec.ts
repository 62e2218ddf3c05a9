// Every route that exists says who may use it and stands in the description of the API; a route that does not is found here.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATIONS } from '../../src/http/openapi-operations.js';
import { openApiDocument } from '../../src/http/openapi.js';
import { RouteTable } from '../../src/http/route-table.js';
import { TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const routes = () =>
  app.app
    .get(RouteTable)
    .all()
    .filter(({ method }) => method !== 'HEAD');
const filled = (url: string): string =>
  url.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000').replace('*', 'x');

/** What needs no login; anything else that answers without one is a leak. */
const OPEN = [
  'GET /api/v1/health/live',
  'GET /api/v1/health/ready',
  'GET /api/v1/metrics',
  'GET /api/v1/openapi.json',
  'GET /inloggen',
  'POST /inloggen',
  'GET /assets/*',
];

describe('the routes', () => {
  it('stand in the description of the API, and it holds no others', () => {
    const described = OPERATIONS.map(
      ({ method, path }) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    const existing = routes()
      .filter(({ url }) => url.startsWith('/api/'))
      .map(({ method, url }) => `${method} ${url}`);
    expect([...existing].sort()).toEqual([...described].sort());
  });

  it('answer nobody without a login, but for the few that are meant to', async () => {
    for (const { method, url } of routes()) {
      if (OPEN.includes(`${method} ${url}`)) continue;
      const answer = await app.ask(filled(url), { method, headers: { accept: 'application/json' } });
      expect({ route: `${method} ${url}`, status: answer.status }).toEqual({ route: `${method} ${url}`, status: 401 });
    }
  });

  it('describe as open what answers without a login', () => {
    const open = OPERATIONS.filter((operation) => operation.open).map(
      ({ method, path }) => `${method.toUpperCase()} /api/v1${path}`,
    );
    expect(OPEN.filter((route) => route.includes('/api/'))).toEqual(expect.arrayContaining(open));
    expect(open).toHaveLength(OPEN.filter((route) => route.includes('/api/')).length);
  });

  it('carry the headers of the Dutch API rules and of a careful site', async () => {
    const answer = await app.ask('/api/v1/health/live');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'api-version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

describe('the description of the API', () => {
  it('may be read by any page, names whom to ask, and resolves every reference', async () => {
    const { headers, body } = await app.ask('/api/v1/openapi.json');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body).toMatchObject({
      openapi: expect.stringMatching(/^3\./),
      info: { contact: { name: expect.any(String) } },
    });
    const schemas = Object.keys((body.components as { schemas: object }).schemas);
    const references = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => !schemas.includes(name ?? ''))).toEqual([]);
    expect(schemas).toEqual(expect.arrayContaining(['RegisterTrajectory', 'ApproveTimeAndMoney', 'ChangeSetting']));
  });

  it('keeps to the rules for paths: lower case with dashes, no slash at the end', () => {
    const { paths } = openApiDocument('https://example.nl') as { paths: Record<string, object> };
    for (const path of Object.keys(paths)) expect(path).toMatch(/^(\/([a-z0-9-]+|\{\w+\}|openapi\.json))+$/);
  });
});
