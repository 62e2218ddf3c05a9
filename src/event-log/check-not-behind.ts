// Refuses a log that does not hold what a projection has already seen: the wrong data directory, or a log restored from an older backup.
import { comparePositions } from './append-rule.js';
import { LogBehind } from './errors.js';
import type { EventLog } from './event-log.js';

/** Position and id of the last event that a projection applied. */
export interface Checkpoint {
  position: string;
  id: string;
}

/** @throws LogBehind when the log ends before a checkpoint, or has another event there. */
export async function checkNotBehind(log: EventLog, checkpoints: readonly Checkpoint[]): Promise<void> {
  const head = await log.head();
  for (const checkpoint of checkpoints) {
    const behind = head === undefined || comparePositions(head, checkpoint.position) < 0;
    const event = behind ? undefined : await log.at(checkpoint.position);
    if (event?.id !== checkpoint.id) throw new LogBehind(checkpoint, head);
  }
}
