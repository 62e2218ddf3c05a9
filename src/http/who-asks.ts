// Finds out who asks before anything else happens: a bearer token, or the session behind a cookie. Never both.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/clock.js';
import type { Identity } from '../identity/identity.js';
import { sessionCookie } from './cookies.js';

export function findOutWhoAsks(server: FastifyInstance, identity: Identity, clock: Clock, secure: boolean): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const now = Date.parse(clock.now());
    const { authorization } = request.headers;
    if (authorization !== undefined) byToken(request, identity, authorization, now);
    else bySession(request, identity, sessionCookie(request, secure), now);
    done();
  });
}

function byToken(request: FastifyRequest, identity: Identity, authorization: string, now: number): void {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(authorization)?.[1];
  const caller = token === undefined ? undefined : identity.callerOfToken(token, now);
  if (caller) request.caller = caller;
}

function bySession(request: FastifyRequest, identity: Identity, id: string | undefined, now: number): void {
  const session = id === undefined ? undefined : identity.sessions.find(id, now);
  const person = session && identity.personOfAccount(session.ref);
  if (!session || !person || id === undefined) return;
  request.caller = person.caller;
  request.webSession = { id, csrf: session.csrf, name: person.name };
}
