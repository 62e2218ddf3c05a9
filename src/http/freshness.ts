// Reading your own writes: after a command, reads of the same person wait until the projections have passed it. Across nodes a header says it.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { comparePositions } from '../event-log/append-rule.js';
import { Runtime } from '../runtime.js';
import type { Id } from '../../workflows/kit/types.js';
import { Problem } from './problem.js';
import { inputError } from './problem-texts.js';
import { readsIn } from './request.js';

/** A read waits at most this long, then answers with what there is. */
const WAIT_MS = 2_000;
/** Persons remembered; whoever wrote longest ago is forgotten first. */
const REMEMBERED = 10_000;

/** A guard and no interceptor: it only has to wait, and one interceptor makes Nest wrap every request in streams. */
@Injectable()
export class Freshness implements CanActivate {
  private readonly last = new Map<Id, string>();

  constructor(private readonly runtime: Runtime) {}

  /** Notes the position of what a person stored. */
  note(ref: Id, position: string): void {
    const known = this.last.get(ref);
    if (position === '' || (known !== undefined && comparePositions(known, position) >= 0)) return;
    this.last.delete(ref);
    this.last.set(ref, position);
    const oldest = this.last.size > REMEMBERED ? this.last.keys().next().value : undefined;
    if (oldest !== undefined) this.last.delete(oldest);
  }

  /** Lets everybody through who came past the door; reads of somebody who is logged in only when the rows are there. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.caller || (request.method !== 'GET' && request.method !== 'HEAD')) return true;
    return this.settle(request, request.caller.ref);
  }

  private async settle(request: FastifyRequest, ref: Id): Promise<true> {
    const wanted = [this.last.get(ref), minPosition(request)].filter((position) => position !== undefined);
    await Promise.all(wanted.map((position) => this.runtime.runner.waitForToday(position, WAIT_MS)));
    return true;
  }
}

function minPosition(request: FastifyRequest): string | undefined {
  const header = request.headers['x-min-position'];
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^\d{1,39}$/.test(header)) return header;
  throw new Problem('bad-header', { errors: [inputError('X-Min-Position', 'bad-position', {}, readsIn(request))] });
}
