// What changed, told to browsers once the rows show it: each trajectory with the last position that touched it.
import { comparePositions } from '../event-log/append-rule.js';
import type { Projected } from './pass.js';

/** Changes remembered for a browser that comes back after a short break. */
const REMEMBERED = 1_000;

export const furthest = (a: string, b: string): string => (comparePositions(a, b) >= 0 ? a : b);

export class Changes {
  private readonly listeners = new Set<(projected: Projected) => void>();
  private readonly recent: Projected[] = [];
  /** The last change of each trajectory that not all projections have made yet. */
  private readonly waiting = new Map<string, Projected>();

  /** Answers how to stop listening. */
  listen(listener: (projected: Projected) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What changed after that position, oldest first, when the rows are at `position`; undefined when that is longer ago than is remembered. */
  since(after: string, position: string): Projected[] | undefined {
    const first = this.recent[0];
    const complete =
      comparePositions(after, position) >= 0 || (first !== undefined && comparePositions(first.position, after) <= 0);
    return complete ? this.recent.filter((one) => comparePositions(one.position, after) > 0) : undefined;
  }

  /** Notes what one commit changed, and tells what every projection shows by now: all rows are at `position`. */
  committed(projected: readonly Projected[], position: string): void {
    for (const one of projected) {
      const earlier = this.waiting.get(one.trajectoryId);
      if (!earlier || furthest(earlier.position, one.position) === one.position)
        this.waiting.set(one.trajectoryId, one);
    }
    const shown = [...this.waiting.values()].filter((one) => comparePositions(one.position, position) <= 0);
    if (shown.length === 0) return;
    for (const { trajectoryId } of shown) this.waiting.delete(trajectoryId);
    this.recent.push(...shown);
    this.recent.splice(0, Math.max(0, this.recent.length - REMEMBERED));
    for (const one of shown) for (const listener of this.listeners) listener(one);
  }
}
