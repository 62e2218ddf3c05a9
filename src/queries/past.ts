// Which rows answer a question about a day: those of the status overview for today and every day to come, else the copies of that day.
import { history } from '../../projections/history/history.projection.js';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import type { StatusQueries } from '../../projections/status-overview/status-overview.queries.js';
import { localDay } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';
import type { Runtime } from '../runtime.js';
import type { AsOf } from '../trajectories/past.js';

/** A day that is over; a day to come, today, or none at all are how things stand now. */
export function pastOf(asOf: AsOf | undefined, today: LocalDate): AsOf | undefined {
  return asOf && asOf.day < today ? asOf : undefined;
}

/** A reader waits at most this long for rows that follow at rest, then has what there is. */
const WAIT_MS = 2_000;

/** Resolves once a projection that follows at rest has what the rows of today have. */
export async function rested(
  { runner }: Pick<Runtime, 'runner'>,
  projection: Parameters<Runtime['runner']['waitForRest']>[0],
): Promise<void> {
  await runner.waitForRest(projection, WAIT_MS);
}

/** To be awaited before the rows of a day are asked for: those of the past follow at rest. */
export async function pastRested(runtime: Pick<Runtime, 'runner' | 'around'>, asOf: AsOf | undefined): Promise<void> {
  if (pastOf(asOf, localDay(runtime.around.now()))) await rested(runtime, history);
}

/** The rows of that day, and the day on which they are asked. */
export function statusAsOf(
  { runner, around }: Pick<Runtime, 'runner' | 'around'>,
  asOf: AsOf | undefined,
): { status: StatusQueries; day: LocalDate } {
  const today = localDay(around.now());
  const past = pastOf(asOf, today);
  return past
    ? { status: runner.ask(history).on(past.knownThen ? 'known' : 'world', past.day), day: past.day }
    : { status: runner.ask(statusOverview), day: today };
}
