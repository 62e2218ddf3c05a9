// Time in which pauses are over at once and only the bound on a call is real: waiting half a minute for a server costs a test no time.
import { CALL_MS } from '../../../src/event-log/eventstoredb/calls.js';
import type { Timing } from '../../../src/event-log/eventstoredb/timing.js';

/** A time of its own for each test. */
export function skippingPauses(callMs = CALL_MS): Timing {
  let skipped = 0;
  return {
    elapsed: () => performance.now() + skipped,
    after: (ms, work) => {
      const isBound = ms >= CALL_MS;
      const timer = setTimeout(
        () => {
          skipped += ms - (isBound ? callMs : 0);
          work();
        },
        isBound ? callMs : 0,
      );
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
}
