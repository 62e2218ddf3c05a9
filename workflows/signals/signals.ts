// What the rest asks of signals: the cases of a trajectory, its spans by the settings in force, and what was snoozed.
import type { Facts } from '../facts/facts.js';
import type { Settings, Trajectory } from '../kit/types.js';
import { OUTLIVES, SUBJECTS } from './catalogue.js';
import { derive } from './derive.js';
import { normsFor } from './norms.js';
import { Story } from './story.js';
import type { Case, Snooze, Span } from './types.js';

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

/** Whether a span stands at the end of a day. */
export const standsOn = ({ raisesOn, clearsOn }: Span, day: string): boolean =>
  raisesOn <= day && (clearsOn === undefined || clearsOn > day);
