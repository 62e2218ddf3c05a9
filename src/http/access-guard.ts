// The door of every route: who asks, may they use this route, and does a change come from our own page.
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { ACCESS, type Access } from './access.js';
import { hasCsrfToken, isFromOwnPage } from './cookies.js';
import { Problem } from './problem.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Problem('forbidden');
    if (access.kind !== 'open' && !request.caller)
      throw new Problem('login-needed', { headers: { 'www-authenticate': 'Bearer realm="Rode Draad"' } });
    if (access.kind === 'roles' && !request.caller?.grants.some(({ role }) => access.roles.includes(role)))
      throw new Problem('forbidden');
    if (!SAFE.includes(request.method)) this.refuseForeign(request);
    return true;
  }

  /** A bearer token is never sent by a browser on its own; a cookie is, so there the page must prove itself. */
  private refuseForeign(request: FastifyRequest): void {
    if (request.caller && !request.webSession) return;
    if (!isFromOwnPage(request, this.config.publicUrl)) throw new Problem('not-from-this-site');
    if (request.webSession && !hasCsrfToken(request, request.webSession.csrf)) throw new Problem('not-from-this-site');
  }
}
