// The two large organisations that several benches look at: ten thousand and a hundred thousand trajectories of ten events, with their rows.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../src/clock/clock.js';
import { Runtime } from '../src/runtime.js';
import { bulkLog } from './bulk.js';
import { now, shared, sizeOf } from './support.js';

export const SMALL = sizeOf('SMALL', 10_000);
export const LARGE = sizeOf('LARGE', 100_000);
const EVENTS_EACH = 10;

/** A data directory with that many trajectories and every projection up to date; made once per run. */
export function organisationOf(trajectories: number): Promise<string> {
  return shared(`organisation-${trajectories}`, async (directory) => {
    const start = now();
    const { events } = await bulkLog(directory, { trajectories, eventsEach: EVENTS_EACH });
    const written = now();
    const runtime = await Runtime.open({ directory, clock: systemClock, demo: false });
    await runtime.organisation();
    await runtime.start();
    if (!(await runtime.runner.waitFor((await runtime.log.head()) ?? '-1', 1_800_000)))
      throw new Error('The rows were not made in time.');
    await runtime.close();
    const megabytes = statSync(join(directory, 'events.sqlite')).size / 1e6;
    console.log(
      `${trajectories} trajectories, ${events} events, ${megabytes.toFixed(0)} MB: written in ${((written - start) / 1e3).toFixed(0)} s, projected in ${((now() - written) / 1e3).toFixed(0)} s`,
    );
  });
}
