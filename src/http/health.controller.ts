// Is the process alive, may it be sent work, and the figures an operator watches. Nothing here says anything about a trajectory.
import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Runtime } from '../runtime.js';
import { OpenToAll } from './access.js';
import { NoQuery } from './query.js';

@Controller('api/v1')
@OpenToAll()
export class HealthController {
  constructor(private readonly runtime: Runtime) {}

  @Get('health/live')
  live(@NoQuery() _query: unknown): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 when the log does not take appends; a projection that is behind is named but does not stop the work. */
  @Get('health/ready')
  async ready(@NoQuery() _query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const log = this.runtime.log.health();
    // Without a readable log nobody can say how far the projections are behind it.
    const projections = await this.runtime.runner.health().catch(() => []);
    const ready = log.state === 'open' && projections.every(({ trouble }) => trouble === undefined);
    const parked = projections.flatMap(({ name, parked: streams }) =>
      streams.map(({ stream, code }) => ({ projection: name, stream, code })),
    );
    const shown = projections.map(({ name, version, position, count, current, rebuilding, trouble }) => ({
      name,
      version,
      position,
      count,
      current,
      rebuilding,
      ...(trouble ? { trouble } : {}),
    }));
    if (!ready) void reply.header('retry-after', '5');
    void reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'unavailable', log: log.state, projections: shown, parked });
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@NoQuery() _query: unknown): Promise<string> {
    const projections = await this.runtime.runner.health();
    const lines = [
      ...gauge('rode_draad_log_open', 'Whether the event log takes appends.', [
        ['', this.runtime.log.health().state === 'open' ? 1 : 0],
      ]),
      ...gauge(
        'rode_draad_projection_events',
        'Events that a projection has passed.',
        projections.map(({ name, count }) => [`{projection="${name}"}`, count]),
      ),
      ...gauge(
        'rode_draad_projection_current',
        'Whether a projection has passed the last event.',
        projections.map(({ name, current }) => [`{projection="${name}"}`, current ? 1 : 0]),
      ),
      ...gauge(
        'rode_draad_projection_parked',
        'Streams that a projection set aside.',
        projections.map(({ name, parked }) => [`{projection="${name}"}`, parked.length]),
      ),
      ...gauge('process_resident_memory_bytes', 'Resident memory.', [['', process.memoryUsage.rss()]]),
      ...gauge('process_uptime_seconds', 'Seconds since the start.', [['', Math.round(process.uptime())]]),
    ];
    return `${lines.join('\n')}\n`;
  }
}

function gauge(name: string, help: string, values: [string, number][]): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...values.map(([labels, value]) => `${name}${labels} ${value}`),
  ];
}
