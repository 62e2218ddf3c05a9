// What the rest asks of signals: the cases of a trajectory, its spans by the settings in force, what was snoozed, and who is led by whom.
import type { Facts } from '../facts/facts.js';
import type { Id, Settings, Trajectory } from '../kit/types.js';
import { OUTLIVES, SUBJECTS } from './catalogue.js';
import { derive } from './derive.js';
import { endOf, periods } from './intervals.js';
import { normsFor } from './norms.js';
import { Story } from './story.js';
import type { Case, Interval, Snooze, Span } from './types.js';

/** Everything that raised or may raise a signal in this trajectory, whatever the norms. */
export function casesOf(story: Story): Case[] {
  return SUBJECTS.flatMap((subject) => subject(story)).flatMap((one) =>
    OUTLIVES.has(one.code) ? [one] : story.during(one),
  );
}

/** Every signal that stood, stands, or will stand when nothing happens: history and future of one trajectory by these settings. */
export const signalRows = (trajectory: Trajectory<Facts>, settings: Settings): Span[] =>
  derive(casesOf(new Story(trajectory)), normsFor(settings, trajectory.facts.municipalityIds));

/** What was acknowledged and waits, in the order in which it was recorded. */
export function snoozesOf(story: Story): Snooze[] {
  return story.all('SignalAcknowledged').map(({ data, day, id }) => ({
    code: String(data.code),
    subjectId: String(data.subjectId),
    on: day,
    until: String(data.snoozeUntil),
    eventId: id,
  }));
}

const PAUSES = ['TrajectoryPaused', 'TrajectoryCompleted', 'TrajectoryCancelled', 'TrajectoryArchived'];

/** A time in which a trajectory was active, and the events that made it so: the one that named who leads it, and the one that set it going. */
export type Led = Interval & { raisedBy: Id[] };

/** Who leads this trajectory, and the times in which it is active: what CAPACITY_SINGLE_POINT counts. */
export function ledBy(story: Story): { coordinatorRef: Id; active: Led[] } {
  const started = story.all('PhaseStarted').slice(0, 1);
  const moments = [...started, ...story.all('TrajectoryResumed', 'TrajectoryReopened', ...PAUSES)];
  const isOn = ({ type }: { type: string }): boolean => !PAUSES.includes(type);
  const named = story.all('TrajectoryRegistered').map(({ id }) => id);
  const active = periods(moments.map((moment) => ({ day: moment.day, on: isOn(moment) })));
  return {
    coordinatorRef: story.facts.coordinatorRef,
    active: active.map((time) => {
      const began = moments.find((moment) => isOn(moment) && endOf(moment.day) === time.from);
      return { ...time, raisedBy: [...named, ...(began ? [began.id] : [])] };
    }),
  };
}

/** Whether a span stands at the end of a day. */
export const standsOn = ({ raisesOn, clearsOn }: Span, day: string): boolean =>
  raisesOn <= day && (clearsOn === undefined || clearsOn > day);
