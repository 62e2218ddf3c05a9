// What the calendar brings in kern, and when: a trajectory opens on its first day, and feedback closes after the last day to react. One list for
// the clock, which does what is due, and for the index that tells it where to look.
import type { Facts } from '../facts/facts.js';
import { lastSentOn, nothingOwedOn, REACTION_DAYS, reactionDays } from '../facts/feedback-clock.js';
import { countedTo, type Awaited, type Due } from '../kit/due.js';
import { addDays, atLocal } from '../kit/time.js';
import type { Instant, Settings, Trajectory } from '../kit/types.js';
import { rounds } from './rules.js';

type T = Trajectory<Facts>;
const OPENING = 'PhaseStarted';

/** Everything that will happen by itself as things stand now, earliest first, by the settings in force. */
export function awaits(trajectory: T, settings: Settings): Awaited[] {
  return [...opening(trajectory), ...closings(trajectory, settings)].sort((a, b) => a.at.localeCompare(b.at));
}

/** The first phase opens on `startOn`, unless something opened before. */
function opening({ root, phases, facts }: T): Awaited[] {
  const isOpen = [...phases.values()].some(({ startedAt }) => startedAt !== undefined);
  if (root.value !== 'registered' || isOpen) return [];
  return [{ act: OPENING, at: atLocal(facts.startOn), isHeld: false }];
}

/** CloseFeedback at the end of the last day on which people could react, unless something was still owed on that day. */
function closings({ cells, facts }: T, settings: Settings): Awaited[] {
  return rounds('feedback', facts).flatMap((about): Awaited[] => {
    const sentOn = cells.get(`feedback/${about}`)?.value === 'sent' ? lastSentOn(facts, about) : undefined;
    if (sentOn === undefined) return [];
    const days = reactionDays(facts, settings, sentOn);
    const counted = { ...REACTION_DAYS, from: sentOn };
    const isHeld = !nothingOwedOn(facts, about, addDays(sentOn, days));
    return [{ act: 'CloseFeedback', about, at: countedTo(counted, days), counted, isHeld }];
  });
}

/** Commands of the clock that are due at or before that instant, earliest first. */
export function dueByClock(trajectory: T, now: Instant, settings: Settings): Due[] {
  return awaits(trajectory, settings).flatMap(({ act, about, at, isHeld }) =>
    act !== OPENING && !isHeld && at <= now ? [{ command: act, payload: { about }, at }] : [],
  );
}

/** The instant at which the first phase opens by the calendar, when that has come and it has not opened yet. */
export function dueStart(trajectory: T, now: Instant): Instant | undefined {
  return opening(trajectory).find(({ at }) => at <= now)?.at;
}
