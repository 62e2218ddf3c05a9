// What happens by itself because of the date: the clock only sends commands as the system, at the moment each fell due, under a key that
// makes a repeat harmless. At start, every minute, and whenever a test moves its clock. Where to look it reads from the status overview, which
// keeps for each trajectory when the calendar brings something; whether it is so, the trajectory itself says.
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import type { Facts } from '../../workflows/facts/facts.js';
import { dueStart } from '../../workflows/kern/by-clock.js';
import { SYSTEM_REF } from '../../workflows/kit/ids.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Id, Instant, Trajectory } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { openByCalendar } from '../trajectories/open-by-calendar.js';
import { ClockWatch } from './clock-watch.js';
import { CLOCK, type Clock } from './clock.js';

const EVERY_MS = 60_000;

@Injectable()
export class ClockService implements OnApplicationShutdown {
  private readonly logger = new Logger('Clock');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<number> = Promise.resolve(0);
  /** What was tried today and gave nothing, by trajectory: not tried again before it changes, or another day comes. */
  private vain = { day: '', tries: new Map<Id, string>() };

  constructor(
    private readonly runtime: Runtime,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly watch: ClockWatch,
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
    this.watch.look();
    const next = this.running.catch(() => 0).then(() => this.run(now));
    this.running = next;
    return next;
  }

  private async quietly(): Promise<void> {
    try {
      await this.tick();
    } catch (error) {
      this.runtime.storage.note(error);
      this.logger.error(`The clock could not do its work: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** What the file of accounts did not take when the settings changed. */
  private noteAgain(): void {
    try {
      this.runtime.identity.noteAgain();
    } catch (error) {
      this.runtime.storage.note(error);
      this.logger.warn(`The names of organisation and municipalities are not in identity.sqlite yet: ${String(error)}`);
    }
  }

  private async run(now: Instant): Promise<number> {
    this.noteAgain();
    const organisationId = this.runtime.identity.organisation()?.id;
    if (organisationId === undefined) return 0;
    const today = localDay(now);
    if (this.vain.day !== today) this.vain = { day: today, tries: new Map() };
    let events = 0;
    for (const due of this.runtime.runner.ask(statusOverview).dueAt(now)) {
      const state = `${due.revision} ${due.last}`;
      if (this.vain.tries.get(due.trajectoryId) === state) continue;
      const stored = await this.settle(`trajectory-${due.trajectoryId}`, organisationId, now, due.revision);
      if (stored === 'nothing') this.vain.tries.set(due.trajectoryId, state);
      else events += stored;
    }
    return events;
  }

  /** How many events that gave; `nothing` when it will give none either as long as the trajectory stands at this revision. */
  private async settle(
    stream: string,
    organisationId: Id,
    now: Instant,
    revision: number,
  ): Promise<number | 'nothing'> {
    const { executor, store, settings, around } = this.runtime;
    const caller: Caller = { kind: 'system', ref: SYSTEM_REF, organisationId, grants: [] };
    const started = await openByCalendar(around, stream, organisationId, ({ trajectory }) =>
      dueStart(trajectory as Trajectory<Facts>, now),
    );
    let events = started.length;
    const inForce = await settings.of(organisationId);
    const { due, isSeen } = await store.exclusive(stream, async () => {
      const loaded = await store.load(stream);
      return {
        due: loaded?.workflow.due(loaded.trajectory, now, inForce) ?? [],
        isSeen:
          loaded?.trajectory.revision === revision &&
          dueStart(loaded.trajectory as Trajectory<Facts>, now) === undefined,
      };
    });
    let isRefused = true;
    for (const { command, payload, at } of due) {
      const result = await executor.execute({
        stream,
        commands: [{ type: command, payload, occurredAt: at }],
        key: `clock:${command}:${String(payload.about)}:${at}`,
        caller,
        arrivedAt: this.clock.elapsed(),
      });
      isRefused &&= result.kind === 'refused' || result.kind === 'rejected';
      if (result.kind === 'accepted' && !result.repeated) events += result.events.length;
    }
    return isSeen && isRefused && events === 0 ? 'nothing' : events;
  }
}
