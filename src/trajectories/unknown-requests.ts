// Requests whose append ended without an answer: what they asked for may be in the log, now or a little later. Remembered so that their
// repetition first reads back, and takes what is stored for its answer.
import type { Id } from '../../workflows/kit/types.js';

const REMEMBERED_MS = 600_000;
const MOST = 10_000;

export class UnknownRequests {
  private readonly until = new Map<Id, number>();

  constructor(private readonly elapsed: () => number) {}

  note(request: Id): void {
    this.until.delete(request);
    this.until.set(request, this.elapsed() + REMEMBERED_MS);
    for (const [oldest, end] of this.until) {
      if (end > this.elapsed() && this.until.size <= MOST) break;
      this.until.delete(oldest);
    }
  }

  has(request: Id): boolean {
    return (this.until.get(request) ?? 0) > this.elapsed();
  }

  /** It is known again how it ended. */
  forget(request: Id): void {
    this.until.delete(request);
  }
}
