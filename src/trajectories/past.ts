// A trajectory at the end of a past day, folded: by what was known then, or by what was so then with all that is known now.
import { asItWas, type DatedStep } from '../../workflows/kit/as-it-was.js';
import { fold } from '../../workflows/kit/evolve.js';
import { localDay } from '../../workflows/kit/time.js';
import type { LocalDate, Trajectory } from '../../workflows/kit/types.js';
import type { Loaded, StreamStore } from './stream-store.js';

/** A day of which is asked how things stood at its end. */
export interface AsOf {
  day: LocalDate;
  /** True: by what had been recorded by then, exactly as it was shown. False: by what had happened by then, with what was recorded later. */
  knownThen: boolean;
}

/**
 * The trajectory as it stood; undefined when it did not exist yet, or was not known of. `steps` are those of its machines with their dates.
 * Ask within the turn of the stream. What it answers may be the draft itself: only look at it.
 */
export async function trajectoryAsOf(
  store: Pick<StreamStore, 'events'>,
  { workflow, trajectory, recordedAt }: Loaded,
  { day, knownThen }: AsOf,
  steps: () => readonly DatedStep[],
): Promise<Trajectory<unknown> | undefined> {
  if (!knownThen) return asItWas(workflow, trajectory, steps(), day)?.trajectory;
  if (localDay(recordedAt) <= day) return trajectory;
  const events = await store.events(trajectory.stream, 0, trajectory.revision);
  const then = events.filter(({ meta }) => localDay(meta.recordedAt) <= day);
  return then.length > 0 ? fold(workflow, trajectory.stream, then) : undefined;
}
