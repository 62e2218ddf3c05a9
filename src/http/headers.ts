// Headers of every answer: the rules of the Dutch API strategy, and a browser that runs nothing but our own files.
// The same on every answer, so they are written out here; a test holds them equal to what helmet would send.
import type { FastifyInstance } from 'fastify';
import { isApi } from './request.js';

/** Version of the API, in the header that the Dutch API Design Rules ask for. */
export const API_VERSION = '1.0.0';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

/** What a browser may do with our answers. `secure`: the product is reached over https, so browsers may be told to stay there. */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': CSP.join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    // Not `no-referrer`: that would make browsers send `Origin: null` with our own forms.
    'referrer-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };
}

export function setHeaders(server: FastifyInstance, secure: boolean): void {
  const everywhere = { ...securityHeaders(secure), 'cache-control': 'no-store' };
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(everywhere);
    if (isApi(request.url)) void reply.header('api-version', API_VERSION);
    done();
  });
}
