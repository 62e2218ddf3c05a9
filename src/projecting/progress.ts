// How far a projection is: the last event it applied, how many it saw, and a rolling hash over their ids that shows a skipped or doubled one.
import { hash } from 'node:crypto';

export interface Progress {
  /** Position of the last event seen; `'-1'` before the first. */
  position: string;
  /** Id of that event; `''` before the first. */
  id: string;
  /** Events seen, those of parked streams included. */
  count: number;
  /** SHA-256 (hex) of the previous hash and the id of the event. */
  hash: string;
}

export const START: Progress = { position: '-1', id: '', count: 0, hash: '' };

/** The progress after one more event. */
export function advanced(progress: Progress, event: { position: string; id: string }): Progress {
  const rolled = hash('sha256', progress.hash + event.id, 'hex');
  return { position: event.position, id: event.id, count: progress.count + 1, hash: rolled };
}
