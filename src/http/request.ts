// What every request carries beside what came in: who asks, in which language, and the session behind a cookie.
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../trajectories/caller.js';
import { Problem } from './problem.js';
import { languageOf, type Language } from './problem-texts.js';

export interface WebSession {
  /** The cookie's value. */
  id: string;
  csrf: string;
  /** Function name of the account, for the header of the page. */
  name: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; absent without a valid token or session. */
    caller?: Caller;
    /** Only when the caller was known by a cookie. */
    webSession?: WebSession;
  }
}

/** Who asks. @throws Problem login-needed when nobody logged in. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Problem('login-needed');
  return request.caller;
}

/** The language of sentences in the answer. */
export function readsIn(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language']);
}

/** Whether the path belongs to the API, so that errors are answered as problem+json. */
export function isApi(url: string): boolean {
  return /^\/api(\/|$|\?)/.test(url);
}

/** Whether the request is made by somebody who looks at pages. */
export function wantsPage(request: FastifyRequest): boolean {
  return !isApi(request.url) && (request.headers.accept ?? '').includes('text/html');
}
