// A problem as the body of an answer, in the language of the reader.
import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { problemText } from './problem-texts.js';
import { readsIn } from './request.js';

/** The members of RFC 9457, with the code and what goes with it. */
export function problemBody(problem: Problem, request: FastifyRequest): Record<string, unknown> {
  const { vars = {}, errors, missing, index } = problem.more;
  return {
    type: `urn:rode-draad:problem:${problem.code}`,
    ...problemText(problem.code, vars, readsIn(request)),
    status: problem.status,
    instance: request.url.split('?')[0],
    code: problem.code,
    ...(errors ? { errors } : {}),
    ...(missing ? { missing } : {}),
    ...(index === undefined ? {} : { index }),
  };
}
