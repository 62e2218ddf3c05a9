// Who led a trajectory when: what CAPACITY_SINGLE_POINT counts over trajectories.
import { leaderOf } from '../facts/leader.js';
import type { Id } from '../kit/types.js';
import { endOf, periods, shared } from './intervals.js';
import { rolesHeld } from './roles-held.js';
import type { Story } from './story.js';
import type { Interval } from './types.js';

/** A time in which a trajectory was active and somebody led it, and the events that made it so: who leads, and that it goes on. */
export type Led = Interval & { ref: Id; raisedBy: Id[] };

const PAUSES = ['TrajectoryPaused', 'TrajectoryCompleted', 'TrajectoryCancelled', 'TrajectoryArchived'];

/** The times in which the trajectory was active, each with the one who led it then. */
export function ledTimes(story: Story): Led[] {
  const leads = leadersOf(story);
  return activeTimes(story).flatMap((time) =>
    leads.flatMap((lead) =>
      shared(time, lead).map((part) => ({ ...part, ref: lead.ref, raisedBy: [...lead.raisedBy, ...time.raisedBy] })),
    ),
  );
}

function activeTimes(story: Story): (Interval & { raisedBy: Id[] })[] {
  const started = story.all('PhaseStarted').slice(0, 1);
  const moments = [...started, ...story.all('TrajectoryResumed', 'TrajectoryReopened', ...PAUSES)];
  const isOn = ({ type }: { type: string }): boolean => !PAUSES.includes(type);
  return periods(moments.map((moment) => ({ day: moment.day, on: isOn(moment) }))).map((time) => {
    const began = moments.find((moment) => isOn(moment) && endOf(moment.day) === time.from);
    return { ...time, raisedBy: began ? [began.id] : [] };
  });
}

/** Who led it, from before the beginning on; whoever goes on leading has one time. */
function leadersOf(story: Story): Led[] {
  const { coordinatorRef } = story.facts;
  const named = story.all('TrajectoryRegistered').map(({ id }) => id);
  const leads: Led[] = [{ ref: coordinatorRef, from: '', raisedBy: named }];
  for (const { day, id, roles } of rolesHeld(story)) {
    const ref = leaderOf({ roles, coordinatorRef });
    const last = leads.at(-1);
    if (last?.ref === ref) continue;
    if (last) last.to = endOf(day);
    leads.push({ ref, from: endOf(day), raisedBy: [id] });
  }
  return leads;
}
