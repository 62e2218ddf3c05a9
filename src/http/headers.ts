// Headers of every answer: the rules of the Dutch API strategy, and a browser that runs nothing but our own files.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isApi } from './request.js';

/** Version of the API, in the header that the Dutch API Design Rules ask for. */
export const API_VERSION = '1.0.0';

const CSP = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** `secure`: the product is reached over https, so browsers may be told to stay there. */
export async function setHeaders(server: FastifyInstance, secure: boolean): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    frameguard: { action: 'deny' },
    // Not `no-referrer`: that would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    hsts: secure ? { maxAge: 31_536_000 } : false,
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    if (isApi(request.url)) void reply.header('api-version', API_VERSION);
    done();
  });
}
