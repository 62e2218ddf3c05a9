// The one place where errors become answers: problem+json for the API, a page for people, and never a stack trace.
import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StreamDeleted } from '../event-log/errors.js';
import { isStorageFull } from '../storage/storage-full.js';
import { isUnavailable } from './unavailable.js';
import { PageErrors } from './page-errors.js';
import { Problem } from './problem.js';
import { problemBody } from './problem-body.js';
import { wantsPage } from './request.js';
import { RouteTable } from './route-table.js';

/** Seconds after which a client may try again when the log is out of reach. */
const RETRY_AFTER = '2';
/** And when the disk is full: somebody has to make room first. */
const RETRY_AFTER_FULL = '60';

@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(
    private readonly pages: PageErrors,
    private readonly routes: RouteTable,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // A raw answer (server-sent events) has begun or ended: there is nothing left to say.
    if (reply.sent || reply.raw.headersSent) return;
    const problem = this.problemOf(error, request);
    if (problem.status >= 500)
      this.logger.error(`${request.method} ${request.routeOptions.url ?? ''}: ${described(error)}`);
    void this.answer(problem, request, reply);
  }

  private answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    for (const [name, value] of Object.entries(problem.more.headers ?? {})) void reply.header(name, value);
    const page = wantsPage(request) ? this.pages.pageFor(problem, request) : undefined;
    if (page?.redirect !== undefined) return reply.redirect(page.redirect, 303);
    if (page?.html !== undefined) return reply.status(page.status).type('text/html; charset=utf-8').send(page.html);
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, request)));
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    if (isStorageFull(error))
      return new Problem('storage-full', { headers: { 'retry-after': RETRY_AFTER_FULL } }, { cause: error });
    if (isUnavailable(error))
      return new Problem('temporarily-unavailable', { headers: { 'retry-after': RETRY_AFTER } }, { cause: error });
    if (error instanceof StreamDeleted) return new Problem('stream-deleted', {}, { cause: error });
    const status = statusOf(error);
    if (status === 404) return this.notFound(request);
    if (status === 413) return new Problem('body-too-large');
    if (status === 414) return new Problem('url-too-long');
    if (status === 415) return new Problem('unsupported-media-type');
    if (status === 503) return new Problem('temporarily-unavailable', { headers: { 'retry-after': RETRY_AFTER } });
    if (status === 400) return new Problem(codeOf(error) === 'FST_ERR_BAD_URL' ? 'bad-url' : 'malformed-json');
    return new Problem('internal-error', {}, { cause: error });
  }

  /** Another method at a known path is 405, with the methods it does know. */
  private notFound(request: FastifyRequest): Problem {
    const allow = this.routes.methodsAt(request.url.split('?')[0] ?? '');
    if (allow.length === 0 || allow.includes(request.method)) return new Problem('not-found');
    return new Problem('method-not-allowed', {
      vars: { method: request.method, allow: allow.join(', ') },
      headers: { allow: allow.join(', ') },
    });
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** For the log of the server only. */
function described(error: unknown): string {
  const cause = error instanceof Problem && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
