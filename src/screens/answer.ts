// Answers of screens: html, a redirect after a form, and the language that was chosen on the way.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormValues } from '../../web/parts/field-types.js';
import { rememberLanguage } from './language.js';

/** Sends a page. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, html: string, status = 200): void {
  rememberLanguage(request, reply);
  void reply.status(status).type('text/html; charset=utf-8').send(html);
}

/** Sends the browser on after a form, so that reloading does not send it again. */
export function goTo(reply: FastifyReply, path: string): void {
  void reply.redirect(path, 303);
}

/** The posted fields; several values under one name are a list. */
export function postedValues(body: unknown): FormValues {
  const values: Record<string, string | string[]> = {};
  if (!(body instanceof URLSearchParams)) return values;
  for (const name of new Set(body.keys())) {
    const all = body.getAll(name);
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

/** One value behind the question mark; a list or nothing is ''. */
export function queryValue(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

/** A page number behind the question mark; 1 when it is none. */
export function pageNumber(request: FastifyRequest): number {
  const text = queryValue(request, 'pagina');
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The address with other values behind the question mark; an empty value takes one away. */
export function addressWith(
  path: string,
  query: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const wanted = Object.entries({ ...query, ...changes }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return wanted.length > 0 ? `${path}?${new URLSearchParams(wanted)}` : path;
}
