// What still has to happen in one trajectory, each act at its own moment; an act may plan others. The history is played by taking the earliest.
import type { Instant } from '../../../workflows/kit/types.js';

export type Act = () => Promise<void>;

interface Appointment {
  at: Instant;
  /** Order of planning, for acts at the same moment. */
  nr: number;
  act: Act;
  /** Goes on during a pause: letters, bookings and the resuming itself. */
  always: boolean;
}

export class Agenda {
  private readonly appointments: Appointment[] = [];
  private planned = 0;

  plan(at: Instant, act: Act, always = false): void {
    this.appointments.push({ at, nr: (this.planned += 1), act, always });
  }

  /** Takes the earliest appointment before that moment, or undefined when there is none. */
  takeBefore(limit: Instant): { at: Instant; act: Act } | undefined {
    this.appointments.sort((a, b) => (a.at === b.at ? a.nr - b.nr : a.at < b.at ? -1 : 1));
    const [first] = this.appointments;
    if (!first || first.at >= limit) return undefined;
    this.appointments.shift();
    return first;
  }

  /** Puts off everything that a pause stops. */
  shift(days: number): void {
    for (const one of this.appointments)
      if (!one.always) one.at = new Date(Date.parse(one.at) + days * 86_400_000).toISOString();
  }

  /** Forgets everything: the trajectory ended. */
  clear(): void {
    this.appointments.length = 0;
  }
}
