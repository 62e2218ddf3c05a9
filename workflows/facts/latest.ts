// Who said the last word on a subject. A corrected event is read again through its handler, long after later events came.
import type { Recorded } from '../kit/types.js';
import type { Facts } from './facts.js';

/** Whether this event has the last word on the subject: no later event of the stream spoke of it. Notes that it did. */
export function isLatest(facts: Facts, subject: string, event: Recorded): boolean {
  if ((facts.latest.get(subject) ?? -1) > event.meta.revision) return false;
  facts.latest.set(subject, event.meta.revision);
  return true;
}
