// What happens by itself because of the date: the clock only sends commands as the system, at the moment each fell due, under a key that
// makes a repeat harmless. At start, every minute, and whenever a test moves its clock.
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import type { Facts } from '../../workflows/facts/facts.js';
import { dueStart } from '../../workflows/kern/rules.js';
import { SYSTEM_REF } from '../../workflows/kit/ids.js';
import type { Id, Instant, Trajectory } from '../../workflows/kit/types.js';
import type { Workflow } from '../../workflows/kit/workflow.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { openByCalendar } from '../trajectories/open-by-calendar.js';
import { jumpBetween, jumpSentence, type Moment } from './clock-jump.js';
import { CLOCK, type Clock } from './clock.js';

const EVERY_MS = 60_000;

@Injectable()
export class ClockService implements OnApplicationShutdown {
  private readonly logger = new Logger('Clock');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<number> = Promise.resolve(0);
  private seen: Moment | undefined;

  constructor(
    private readonly runtime: Runtime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Runs now and then every minute. */
  start(): void {
    this.timer = setInterval(() => void this.quietly(), EVERY_MS);
    this.timer.unref();
    void this.quietly();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running.catch(() => undefined);
  }

  /** Does everything that fell due at or before that moment; answers how many events that gave. Never two at once. */
  tick(now: Instant = this.clock.now()): Promise<number> {
    this.watch();
    const next = this.running.catch(() => 0).then(() => this.run(now));
    this.running = next;
    return next;
  }

  /** Says so when the clock was set since the last time. */
  private watch(): void {
    const moment = { now: this.clock.now(), elapsed: this.clock.elapsed() };
    const jumped = this.seen && jumpBetween(this.seen, moment);
    this.seen = moment;
    if (jumped !== undefined) this.logger.warn(jumpSentence(jumped));
  }

  private async quietly(): Promise<void> {
    try {
      await this.tick();
    } catch (error) {
      this.logger.error(`The clock could not do its work: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async run(now: Instant): Promise<number> {
    const organisationId = this.runtime.identity.organisation()?.id;
    if (organisationId === undefined) return 0;
    let events = 0;
    for (const trajectoryId of this.waiting())
      events += await this.settle(`trajectory-${trajectoryId}`, organisationId, now);
    return events;
  }

  /** Trajectories that may have something due; what really is due is asked of each. */
  private waiting(): Id[] {
    return this.runtime.runner.ask(statusOverview).waitingForClock();
  }

  private async settle(stream: string, organisationId: Id, now: Instant): Promise<number> {
    const { executor, store, settings, around } = this.runtime;
    const caller: Caller = { kind: 'system', ref: SYSTEM_REF, organisationId, grants: [] };
    const started = await openByCalendar(around, stream, organisationId, ({ workflow, trajectory }) =>
      dueStart(workflow as unknown as Workflow<Facts>, trajectory as Trajectory<Facts>, now),
    );
    let events = started.length;
    const inForce = await settings.of(organisationId);
    const due = await store.exclusive(stream, async () => {
      const loaded = await store.load(stream);
      return loaded?.workflow.due(loaded.trajectory, now, inForce) ?? [];
    });
    for (const { command, payload, at } of due) {
      const key = `clock:${command}:${String(payload.about)}:${at}`;
      const result = await executor.execute({
        stream,
        commands: [{ type: command, payload, occurredAt: at }],
        key,
        caller,
        arrivedAt: this.clock.elapsed(),
      });
      if (result.kind === 'accepted' && !result.repeated) events += result.events.length;
    }
    return events;
  }
}
