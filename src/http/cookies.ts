// The session cookie, and whether a request that changes something comes from a page of ours.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIFE_MS } from '../identity/sessions.js';

/** With https the name itself makes browsers refuse a cookie that another host or path set. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-rode_draad' : 'rode_draad');

/** The session cookie of a request, or undefined. */
export function sessionCookie(request: FastifyRequest, secure: boolean): string | undefined {
  const start = `${cookieName(secure)}=`;
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(start));
  return found?.slice(start.length);
}

/** Gives the browser its session, or takes it away when `id` is absent. */
export function setSessionCookie(reply: FastifyReply, id: string | undefined, secure: boolean): void {
  const life = id === undefined ? 0 : LIFE_MS / 1000;
  const cookie = `${cookieName(secure)}=${id ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}`;
  void reply.header('set-cookie', secure ? `${cookie}; Secure` : cookie);
}

/** Whether the browser says that one of our own pages sent this. Without a word from the browser the answer is no. */
export function isFromOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  return origin !== undefined && (origin === publicUrl || origin === `${request.protocol}://${host ?? ''}`);
}

/** The token that a form or a script brought along: field `_csrf`, or header `X-CSRF-Token`. */
export function hasCsrfToken(request: FastifyRequest, expected: string): boolean {
  const { body } = request;
  const field = body instanceof URLSearchParams ? body.get('_csrf') : undefined;
  const header = request.headers['x-csrf-token'];
  const given = Buffer.from(field ?? (typeof header === 'string' ? header : ''));
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
