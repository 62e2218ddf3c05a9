// Readers that wait until the rows have what they asked for.
import { comparePositions } from '../event-log/append-rule.js';

interface Waiter {
  /** How far the rows are that it waits for. */
  reached: () => string;
  wanted: string;
  isTrail: boolean;
  end(reached: boolean): void;
}

export class Waiters {
  private readonly waiting = new Set<Waiter>();

  /** Resolves true once `reached` is at that position, false when that takes longer. `isTrail`: it waits for rows that follow at rest, too. */
  add(wanted: string, timeoutMs: number, isTrail: boolean, reached: () => string): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        wanted,
        reached,
        isTrail,
        end: (isThere) => {
          clearTimeout(timer);
          this.waiting.delete(waiter);
          resolve(isThere);
        },
      };
      const timer = setTimeout(() => waiter.end(false), timeoutMs);
      this.waiting.add(waiter);
    });
  }

  get any(): boolean {
    return this.waiting.size > 0;
  }

  /** Whether anyone waits for rows that follow at rest. */
  get anyTrail(): boolean {
    return [...this.waiting].some(({ isTrail }) => isTrail);
  }

  /** Rows have gone on: ends the waiting of those who have what they asked for. */
  moved(): void {
    for (const waiter of this.waiting) if (comparePositions(waiter.reached(), waiter.wanted) >= 0) waiter.end(true);
  }

  /** Nobody needs to wait any longer. */
  giveUp(): void {
    this.waiting.forEach((waiter) => waiter.end(false));
  }
}
