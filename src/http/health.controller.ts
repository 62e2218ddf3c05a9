// Is the process alive, may it be sent work, and the figures an operator watches. Nothing here says anything about a trajectory.
import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ClockWatch } from '../clock/clock-watch.js';
import type { LogDetails } from '../event-log/event-log.js';
import { Runtime } from '../runtime.js';
import { OpenToAll } from './access.js';
import { NoQuery } from './query.js';

@Controller('api/v1')
@OpenToAll()
export class HealthController {
  constructor(
    private readonly runtime: Runtime,
    private readonly clock: ClockWatch,
  ) {}

  @Get('health/live')
  live(@NoQuery() _query: unknown): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 when commands cannot be stored: the log does not take appends, or the disk is full; a projection that is behind, and a clock that was set, are named but do not stop the work. */
  @Get('health/ready')
  async ready(@NoQuery() _query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const log = this.runtime.log.health();
    // Without a readable log nobody can say how far the projections are behind it. A server is asked as its leader, who takes the appends.
    const asked = await this.runtime.runner.health().catch(() => undefined);
    const projections = asked ?? [];
    const full = this.runtime.storage.look();
    const ready =
      full === undefined &&
      asked !== undefined &&
      log.state === 'open' &&
      asked.every(({ trouble }) => trouble === undefined);
    const details = this.runtime.log.details?.();
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
    const warnings = [this.clock.warning()].filter((warning) => warning !== undefined);
    if (!ready) void reply.header('retry-after', '5');
    void reply.status(ready ? 200 : 503).send({
      status: ready ? 'ok' : 'unavailable',
      log: log.state,
      ...(full ? { storage: full } : {}),
      ...details,
      projections: shown,
      parked,
      warnings,
    });
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@NoQuery() _query: unknown): Promise<string> {
    // Figures are asked for most when the log is away.
    const asked = await this.runtime.runner.health().catch(() => undefined);
    const projections = asked ?? [];
    const isOpen = asked !== undefined && this.runtime.log.health().state === 'open';
    const details = this.runtime.log.details?.();
    const lines = [
      ...gauge('rode_draad_log_open', 'Whether the event log takes appends.', [['', isOpen ? 1 : 0]]),
      ...(details ? serverFigures(details) : []),
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
      ...gauge('rode_draad_storage_full', 'Whether commands cannot be stored for lack of room.', [
        ['', this.runtime.storage.look() ? 1 : 0],
      ]),
      ...gauge('rode_draad_storage_free_bytes', 'Free room on the disk of the data directory.', [
        ['', this.runtime.storage.free()],
      ]),
      ...gauge('rode_draad_clock_jumps', 'Times the clock of the machine was set since the start.', [
        ['', this.clock.jumps],
      ]),
      ...gauge(
        'rode_draad_clock_jumped_seconds',
        'By how much it was set in the last day; negative when back, 0 when not.',
        [['', this.clock.warning()?.seconds ?? 0]],
      ),
      ...gauge('process_resident_memory_bytes', 'Resident memory.', [['', process.memoryUsage.rss()]]),
      ...gauge('process_uptime_seconds', 'Seconds since the start.', [['', Math.round(process.uptime())]]),
    ];
    return `${lines.join('\n')}\n`;
  }
}

/** Only where the log is on a server. */
function serverFigures({ following, resumed, unanswered, deletedStreams }: LogDetails): string[] {
  return [
    ...gauge('rode_draad_log_following', 'Whether the subscription brings what is appended.', [
      ['', following === 'following' ? 1 : 0],
    ]),
    ...gauge('rode_draad_log_resumed', 'Times the subscription was taken up again since the start.', [['', resumed]]),
    ...gauge('rode_draad_log_unanswered', 'Appends whose outcome stayed unknown since the start.', [['', unanswered]]),
    ...gauge('rode_draad_log_deleted_streams', 'Streams of ours that were deleted on the server.', [
      ['', deletedStreams.length],
    ]),
  ];
}

function gauge(name: string, help: string, values: [string, number][]): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...values.map(([labels, value]) => `${name}${labels} ${value}`),
  ];
}
