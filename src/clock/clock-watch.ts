// Keeps an eye on the clock of the machine: a jump is logged when it is noticed, and stands in health and in the figures for a day after it.
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../workflows/kit/types.js';
import { jumpBetween, jumpSentence, type Moment } from './clock-jump.js';
import { CLOCK, type Clock } from './clock.js';

/** Long enough for whoever looks once a day. Counted in time that passed, so that another jump does not end it. */
const STANDS_MS = 24 * 3_600_000;

/** What health says of the last jump. */
export interface ClockWarning {
  code: 'clock-jumped';
  /** The moment at which it was noticed, by the clock as it was set. */
  since: Instant;
  /** Negative when it went back. */
  seconds: number;
  /** What it means, and what to do. */
  detail: string;
}

@Injectable()
export class ClockWatch {
  private readonly logger = new Logger('Clock');
  private seen: Moment | undefined;
  private last: (ClockWarning & { noticed: number }) | undefined;
  /** Jumps since the start. */
  jumps = 0;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {
    this.look();
  }

  /** Compares both clocks with how they were the last time; says so when the time of day was set meanwhile. */
  look(): void {
    const moment = { now: this.clock.now(), elapsed: this.clock.elapsed() };
    const jumped = this.seen && jumpBetween(this.seen, moment);
    this.seen = moment;
    if (jumped === undefined) return;
    const detail = jumpSentence(jumped);
    this.jumps += 1;
    this.last = {
      code: 'clock-jumped',
      since: moment.now,
      seconds: Math.round(jumped / 1_000),
      detail,
      noticed: moment.elapsed,
    };
    this.logger.warn(detail);
  }

  /** The jump that still deserves attention; undefined when there was none in the last day. */
  warning(): ClockWarning | undefined {
    this.look();
    if (!this.last || this.clock.elapsed() - this.last.noticed >= STANDS_MS) return undefined;
    const { code, since, seconds, detail } = this.last;
    return { code, since, seconds, detail };
  }
}
