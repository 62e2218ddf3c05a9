// The history of one trajectory as signals read it: what happened on which day, with the values in force after corrections.
import type { Facts } from '../facts/facts.js';
import { localDay } from '../kit/time.js';
import type { Id, LocalDate, Recorded, Trajectory } from '../kit/types.js';
import { endOf, periods, shared } from './intervals.js';
import type { Case, Interval } from './types.js';

/** Something that happened: its type, day and data, and the event that says so. */
export interface Happened {
  type: string;
  day: LocalDate;
  data: Record<string, unknown>;
  id: Id;
  revision: number;
}

/** The day of an event: `on`, else the local day on which it occurred. */
export function dayOfEvent({ data, meta }: Recorded): LocalDate {
  return typeof data.on === 'string' ? data.on : localDay(meta.occurredAt);
}

const byDay = (a: Happened, b: Happened): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.revision - b.revision);
const ENDS = ['TrajectoryCompleted', 'TrajectoryCancelled', 'TrajectoryArchived'];

export class Story {
  private readonly types = new Map<string, Happened[]>();
  /** Lists of several types, by their names: several subjects ask for the same ones, and for each case again. */
  private readonly together = new Map<string, readonly Happened[]>();
  /** When signals can stand: from registration to the end, and again after reopening. */
  readonly alive: readonly Interval[];
  /** The first day on which anyone outside was spoken to or invited. */
  readonly firstContact: Happened | undefined;

  constructor(readonly trajectory: Trajectory<Facts>) {
    for (const event of trajectory.events.values()) {
      const { type, data, meta } = event;
      const one = { type, day: dayOfEvent(event), data, id: meta.id, revision: meta.revision };
      const known = this.types.get(event.type);
      if (known) known.push(one);
      else this.types.set(event.type, [one]);
    }
    for (const happened of this.types.values()) if (happened.length > 1) happened.sort(byDay);
    this.alive = periods([
      ...this.all('TrajectoryRegistered', 'TrajectoryReopened').map(({ day }) => ({ day, on: true })),
      ...this.all(...ENDS).map(({ day }) => ({ day, on: false })),
    ]);
    this.firstContact = this.all('InvitationSent', 'ConversationHeld')[0];
  }

  get facts(): Facts {
    return this.trajectory.facts;
  }

  /** Everything of these types, by day and then in the order in which it was recorded. */
  all(...types: string[]): readonly Happened[] {
    const [only = ''] = types;
    if (types.length === 1) return this.types.get(only) ?? [];
    const key = types.join(' ');
    const known = this.together.get(key);
    if (known) return known;
    const made = types.flatMap((type) => this.types.get(type) ?? []).sort(byDay);
    this.together.set(key, made);
    return made;
  }

  /** The same, about one thing: `about('roundId', id, 'RoundReopened')`. */
  about(field: string, id: string, ...types: string[]): readonly Happened[] {
    return this.all(...types).filter(({ data }) => data[field] === id);
  }

  /** The part of a case in which the trajectory was going on; all of it when `always`. */
  during(one: Case): Case[] {
    const whole: Interval = { from: one.from ?? '', ...(one.to === undefined ? {} : { to: one.to }) };
    return this.alive.flatMap((alive, index) =>
      shared(whole, index === 0 ? { ...alive, from: '' } : alive).map(({ from, to }) => ({
        ...one,
        ...(from === '' ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        clearedBy: to === one.to ? one.clearedBy : this.endedBy(to),
      })),
    );
  }

  private endedBy(to: string | undefined): Id[] {
    return this.all(...ENDS)
      .filter(({ day }) => endOf(day) === to)
      .map(({ id }) => id);
  }
}

/** The first of these on or after that day, recorded after it when on the same day. */
export function next(happened: readonly Happened[], after: Happened): Happened | undefined {
  return happened.find((one) => one.day > after.day || (one.day === after.day && one.revision > after.revision));
}

/** `to` and `clearedBy` of a case that something ended. */
export const ended = (by: Happened | undefined): Pick<Case, 'to' | 'clearedBy'> =>
  by ? { to: endOf(by.day), clearedBy: [by.id] } : {};
