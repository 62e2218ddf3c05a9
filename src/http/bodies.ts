// Reading bodies: JSON by our own strict rules, forms as name-value pairs; everything else is refused by the server (415).
import type { FastifyInstance } from 'fastify';
import { JsonRefused, parseStrict } from './strict-json.js';
import { Problem } from './problem.js';

/** Largest body, in bytes. */
export const BODY_MAX = 1_000_000;
/** More fields than any form has, also with a row for each of 200 commands. */
const FORM_FIELDS_MAX = 5_000;

/** Replaces the parsers of the server. JSON arrives as an object, a form as `URLSearchParams`. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_MAX },
    (_request, body, done) => {
      done(...result(() => json(body as Buffer)));
    },
  );
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: BODY_MAX },
    (_request, body, done) => {
      done(...result(() => form(body as Buffer)));
    },
  );
}

function result(read: () => unknown): [Error | null, unknown?] {
  try {
    return [null, read()];
  } catch (error) {
    return [error instanceof Error ? error : new Error(String(error))];
  }
}

function json(body: Buffer): Record<string, unknown> {
  try {
    return parseStrict(body);
  } catch (error) {
    if (error instanceof JsonRefused) throw new Problem(error.code, { vars: { key: error.key } });
    throw error;
  }
}

function form(body: Buffer): URLSearchParams {
  const fields = new URLSearchParams(body.toString('utf8'));
  if (fields.size > FORM_FIELDS_MAX) throw new Problem('body-too-large');
  return fields;
}
