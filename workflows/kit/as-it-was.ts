// A trajectory as it was in the world on a past day, told with everything that is known of it now: facts recorded later and corrected values
// count from the day they tell of. Facts are noted again, in the order in which they were recorded, from the events that had happened by then;
// machines are not run again but take the steps they took, each on its own date, so a past day can never be decided anew.
import { cellAt, emptyTrajectory, noteEvent } from './evolve.js';
import { happenedOf, later, localDay } from './time.js';
import type { Cell, LocalDate, Recorded, Step, Trajectory } from './types.js';
import type { Workflow } from './workflow.js';

/** A step that a machine took, with the revision of the event that made it. */
export interface DatedStep extends Pick<Step, 'key' | 'machine' | 'to' | 'since'> {
  revision: number;
}

/** The trajectory as it was at the end of a day, and the last event it then had, in the order in which they were recorded. */
export interface AsItWas<F> {
  trajectory: Trajectory<F>;
  last: Recorded;
}

/** The first day of a trajectory; undefined while it has no event. Nothing of it existed before that day, whatever was dated earlier. */
export function bornOn(events: ReadonlyMap<string, Recorded>): LocalDate | undefined {
  const first = events.values().next().value;
  return first && happenedOf(first).on;
}

/**
 * Tells a trajectory again as it was at the end of that day; undefined when it did not exist yet. `present` is the trajectory with all that
 * is known now and stays as it is; `steps` are all steps of its machines, in the order in which they were taken.
 */
export function asItWas<F>(
  workflow: Workflow<F>,
  present: Trajectory<F>,
  steps: readonly DatedStep[],
  day: LocalDate,
): AsItWas<F> | undefined {
  const born = bornOn(present.events);
  if (born === undefined || day < born) return undefined;
  const trajectory = emptyTrajectory(workflow, present.stream);
  const stepsOf = Map.groupBy(steps, ({ revision }) => revision);
  let last: Recorded | undefined;
  for (const event of present.events.values()) {
    if (happenedOf(event).on > day) continue;
    // A machine that was already further in the world takes the step with it, later.
    const taken = (stepsOf.get(event.meta.revision) ?? []).filter(
      // A machine that never left its first state has no such moment.
      ({ since }) => since === '' || localDay(since) <= day,
    );
    for (const step of taken) takeAgain(workflow, trajectory, step, event);
    // Corrections stand in the events already; the event of one only has its place in the story.
    noteEvent(workflow, trajectory, event, taken);
    last = event;
  }
  return last && { trajectory, last };
}

function takeAgain<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, step: DatedStep, event: Recorded): void {
  const cell: Cell | undefined = cellAt(workflow, trajectory, step.key);
  if (!cell) return;
  cell.value = step.to;
  cell.context = { since: step.since, last: later(cell.context.last, event.meta.occurredAt) };
  cell.revision += 1;
  if (step.key !== 'root') trajectory.cells.set(step.key, cell);
}
