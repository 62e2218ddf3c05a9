// Time in which pauses are over at once and only the bounds on calls are real: waiting half a minute for a server costs a test no time.
import { CALL_MS } from '../../../src/event-log/eventstoredb/calls.js';
import type { Timing } from '../../../src/event-log/eventstoredb/timing.js';

/** Nobody rests longer than this between two tries; what is longer is the bound on a call. */
const LONGEST_PAUSE_MS = 1_000;

/** A time of its own for each test. A call that never ends is given up after `callMs`, and thought to have lasted its whole bound. */
export function skippingPauses(callMs = CALL_MS): Timing {
  let skipped = 0;
  return {
    elapsed: () => performance.now() + skipped,
    after: (ms, work) => {
      const real = ms > LONGEST_PAUSE_MS ? Math.min(ms, callMs) : 0;
      const timer = setTimeout(() => {
        skipped += ms - real;
        work();
      }, real);
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
}
