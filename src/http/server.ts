// The HTTP server around the application: Fastify with our own bodies, headers and answers, and a shutdown that loses nothing.
import type { INestApplicationContext, LogLevel as NestLogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule, type AppParts } from '../app.module.js';
import type { LogLevel } from '../config.js';
import { BODY_MAX, readBodies } from './bodies.js';
import { answersBeforeClosing } from './drain.js';
import { API_VERSION, setHeaders } from './headers.js';
import { problemBody } from './problem-body.js';
import { Problem } from './problem.js';
import { RouteTable } from './route-table.js';
import { answerUnreadable } from './unreadable.js';
import { findOutWhoAsks } from './who-asks.js';

const LEVELS: Record<LogLevel, NestLogLevel[] | false> = {
  silent: false,
  error: ['error', 'fatal'],
  info: ['error', 'fatal', 'warn'],
  debug: ['error', 'fatal', 'warn', 'log', 'debug'],
};

/** Longer than any path of ours. */
const PARAM_MAX = 200;

/** No route gives Fastify a schema: bodies and queries are held to our own classes. So its compilers need not be loaded at the start. */
const noSchemas = {
  compilersFactory: {
    buildValidator: () => refuseSchema,
    buildSerializer: () => refuseSchema,
  },
};
function refuseSchema(): never {
  throw new Error('Fastify has no compiler for schemas here: hold the input to a class (validate.ts).');
}

/** The application with its server, ready to listen or to be asked without a port. */
export async function createServer(parts: AppParts): Promise<NestFastifyApplication> {
  const secure = parts.config.publicUrl.startsWith('https:');
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_MAX,
    routerOptions: { maxParamLength: PARAM_MAX },
    // Open streams of live updates would otherwise keep the server from closing.
    forceCloseConnections: true,
    return503OnClosing: true,
    requestTimeout: 30_000,
    frameworkErrors: unroutable,
    clientErrorHandler: answerUnreadable,
    logger: false,
    schemaController: noSchemas,
    // Nest's middleware, which we do not have, would add a turn to every request.
    skipMiddie: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(parts), adapter, {
    bodyParser: false,
    logger: LEVELS[parts.config.logLevel],
    abortOnError: false,
  });
  const server = serverOf(app);
  app.get(RouteTable).watch(server);
  answersBeforeClosing(server);
  readBodies(server);
  setHeaders(server, secure);
  findOutWhoAsks(server, parts.runtime.identity, parts.clock, secure);
  await app.init();
  await server.ready();
  return app;
}

/** An address that the router cannot read is answered before any hook or filter runs. */
function unroutable(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  const problem = new Problem(error.statusCode === 414 ? 'url-too-long' : 'bad-url');
  void reply
    .status(problem.status)
    .headers({ 'cache-control': 'no-store', 'api-version': API_VERSION, 'x-content-type-options': 'nosniff' });
  void reply.type('application/problem+json').send(JSON.stringify(problemBody(problem, request)));
}

/** The Fastify server under an application. */
export function serverOf(
  app: INestApplicationContext & { getHttpAdapter(): { getInstance(): unknown } },
): FastifyInstance {
  return app.getHttpAdapter().getInstance() as FastifyInstance;
}
