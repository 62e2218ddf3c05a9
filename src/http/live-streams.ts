// Server-sent events on the raw answer: what was projected, for those who may see it. Each browser has a short queue; whoever cannot
// follow is told to start over (`reset`) instead of filling our memory.
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Runtime } from '../runtime.js';
import type { Projected } from '../projecting/runner.js';
import { scopeOf } from '../trajectories/reading.js';
import { Problem } from './problem.js';
import { callerOf } from './request.js';

const HEARTBEAT_MS = 15_000;
/** Bytes that may wait for one browser. */
const QUEUE_MAX = 64 * 1024;
const PER_PERSON = 10;
const IN_TOTAL = 1_000;

interface Client {
  ref: string;
  reply: FastifyReply;
  sees(projected: Projected): boolean;
}

@Injectable()
export class LiveStreams implements OnApplicationShutdown {
  private readonly clients = new Set<Client>();
  private readonly heartbeat: NodeJS.Timeout;
  private readonly unfollow: () => void;

  constructor(private readonly runtime: Runtime) {
    this.unfollow = runtime.runner.onProjected((projected) => this.tell(projected));
    this.heartbeat = setInterval(
      () => this.clients.forEach((client) => this.write(client, ': nog hier\n\n')),
      HEARTBEAT_MS,
    );
    this.heartbeat.unref();
  }

  onApplicationShutdown(): void {
    this.endAll();
  }

  /** Ends every stream and takes no more; browsers come back by themselves. */
  endAll(): void {
    clearInterval(this.heartbeat);
    this.unfollow();
    this.clients.forEach((client) => this.end(client));
  }

  /** Answers a request with a stream. @throws Problem when this person, or everybody together, has too many. */
  open(request: FastifyRequest, reply: FastifyReply): void {
    const caller = callerOf(request);
    const own = [...this.clients].filter(({ ref }) => ref === caller.ref).length;
    if (own >= PER_PERSON || this.clients.size >= IN_TOTAL)
      throw new Problem('temporarily-unavailable', { headers: { 'retry-after': '30' } });
    const scope = scopeOf(caller);
    const client: Client = {
      ref: caller.ref,
      reply,
      sees: ({ municipalityIds }) => scope === 'all' || municipalityIds.some((id) => scope.includes(id)),
    };
    reply.hijack();
    const headers = reply.getHeaders() as Record<string, string>;
    reply.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    reply.raw.on('close', () => this.clients.delete(client));
    this.clients.add(client);
    this.write(client, 'retry: 3000\n\n');
    this.catchUp(client, request.headers['last-event-id']);
  }

  /** What the browser missed; when that is longer ago than is remembered it must read everything again. */
  private catchUp(client: Client, lastEventId: string | string[] | undefined): void {
    if (typeof lastEventId !== 'string' || lastEventId === '') return;
    const missed = /^\d{1,39}$/.test(lastEventId) ? this.runtime.runner.projectedSince(lastEventId) : undefined;
    if (missed === undefined) this.reset(client);
    else missed.filter((one) => client.sees(one)).forEach((one) => this.write(client, message(one)));
  }

  private tell(projected: Projected): void {
    const text = message(projected);
    for (const client of this.clients) if (client.sees(projected)) this.write(client, text);
  }

  private write(client: Client, text: string): void {
    if (client.reply.raw.writableLength > QUEUE_MAX) {
      this.reset(client);
      this.end(client);
    } else client.reply.raw.write(text);
  }

  private reset(client: Client): void {
    client.reply.raw.write(`event: reset\nid: ${this.runtime.runner.position()}\ndata: {}\n\n`);
  }

  private end(client: Client): void {
    this.clients.delete(client);
    client.reply.raw.end();
  }
}

function message({ position, trajectoryId }: Projected): string {
  return `id: ${position}\nevent: projected\ndata: ${JSON.stringify({ position, trajectoryId })}\n\n`;
}
