// The headers that every answer has are those of helmet, set for a product that loads nothing from elsewhere.
import helmet from '@fastify/helmet';
import { describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { securityHeaders, setHeaders } from './headers.js';

/** What helmet sends with our settings. */
async function ofHelmet(secure: boolean): Promise<Record<string, unknown>> {
  const server = fastify();
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: secure ? { maxAge: 31_536_000 } : false,
  });
  const { headers } = await server.get('/', (_request, reply) => reply.send()).inject('/');
  const { 'content-length': _length, date: _date, connection: _connection, ...rest } = headers;
  return rest;
}

describe('the headers of an answer', () => {
  test.each([true, false])('are those of helmet, reached over https: %s', async (secure) => {
    expect(securityHeaders(secure)).toEqual(await ofHelmet(secure));
  });

  test('stand on answers and on what is not found, with the version where it is the API', async () => {
    const server = fastify();
    setHeaders(server, true);
    server.get('/api/v1/thing', (_request, reply) => reply.send());

    const [answer, absent] = [await server.inject('/api/v1/thing'), await server.inject('/nothing')];

    expect(answer.headers).toMatchObject({
      ...securityHeaders(true),
      'cache-control': 'no-store',
      'api-version': '1.0.0',
    });
    expect(absent.headers).toMatchObject({ ...securityHeaders(true), 'cache-control': 'no-store' });
    expect(absent.headers).not.toHaveProperty('api-version');
  });
});
