// Every route that exists, as the server registered it: for the answer 405 and for the tests that hold routes to their descriptions.
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

export interface Route {
  method: string;
  /** With `:name` for parameters. */
  url: string;
}

@Injectable()
export class RouteTable {
  private readonly routes: (Route & { pattern: RegExp })[] = [];

  /** Notes routes as they are registered; call it before the application is initialised. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) this.routes.push({ method: one, url, pattern: patternOf(url) });
    });
  }

  all(): Route[] {
    return this.routes.map(({ method, url }) => ({ method, url }));
  }

  /** Methods of the routes that this path fits, in order of the alphabet. */
  methodsAt(path: string): string[] {
    const fitting = this.routes.filter(({ url, pattern }) => !url.includes('*') && pattern.test(path));
    return [...new Set(fitting.map(({ method }) => method))].sort();
  }
}

function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
