// The HTTP server around the application: Fastify with our own bodies, headers and answers, and a shutdown that loses nothing.
import { type INestApplicationContext, type LogLevel as NestLogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule, type AppParts } from '../app.module.js';
import type { LogLevel } from '../config.js';
import { BODY_MAX, readBodies } from './bodies.js';
import { setHeaders } from './headers.js';
import { RouteTable } from './route-table.js';
import { findOutWhoAsks } from './who-asks.js';

const LEVELS: Record<LogLevel, NestLogLevel[] | false> = { silent: false, error: ['error', 'fatal'], info: ['error', 'fatal', 'warn'], debug: ['error', 'fatal', 'warn', 'log', 'debug'] };

/** Longer than any path of ours. */
const PARAM_MAX = 200;

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
    logger: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(parts), adapter, {
    bodyParser: false,
    logger: LEVELS[parts.config.logLevel],
    abortOnError: false,
  });
  const server = serverOf(app);
  app.get(RouteTable).watch(server);
  readBodies(server);
  await setHeaders(server, secure);
  findOutWhoAsks(server, parts.runtime.identity, parts.clock, secure);
  await app.init();
  await server.ready();
  return app;
}

/** The Fastify server under an application. */
export function serverOf(app: INestApplicationContext & { getHttpAdapter(): { getInstance(): unknown } }): FastifyInstance {
  return app.getHttpAdapter().getInstance() as FastifyInstance;
}
