// Holding projections against the log: the same events, in the same order, none skipped and none twice.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { comparePositions } from '../event-log/append-rule.js';
import type { EventLog } from '../event-log/event-log.js';
import { readPage } from './log-pages.js';
import { advanced, START, type Progress } from './progress.js';

export interface Verdict {
  name: string;
  ok: boolean;
  /** Events the projection saw, and events in the log up to its position. */
  seen: number;
  inLog: number;
}

/** Reads the log once, up to the furthest of these, and compares count and hash of each at its own position. */
export async function verified(
  log: EventLog,
  seen: readonly { name: string; progress: Progress }[],
): Promise<Verdict[]> {
  const verdicts = new Map<string, Verdict>();
  let real = START;
  const compare = (next: string | undefined): void => {
    for (const { name, progress } of seen) {
      const passed = next === undefined || comparePositions(next, progress.position) > 0;
      if (!passed || verdicts.has(name)) continue;
      const ok = progress.hash === real.hash && progress.count === real.count;
      verdicts.set(name, { name, ok, seen: progress.count, inLog: real.count });
    }
  };
  while (verdicts.size < seen.length) {
    const page = await readPage(log, real.position, 500);
    for (const event of page) {
      compare(event.position);
      real = advanced(real, event);
    }
    if (page.length === 0) compare(undefined);
    await nextTurn();
  }
  return seen.flatMap(({ name }) => verdicts.get(name) ?? []);
}
