// Long work in pieces: whoever applies many events lets the rest of the process have its turn every few milliseconds, so that a request never
// waits for a whole page. Between the pieces only others have their turn: the pass itself goes on where it was.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work in one piece. */
const PIECE_MS = 12;

export class Breath {
  private since = performance.now();

  /** Whether the piece is over: time to take a breath. */
  get isOut(): boolean {
    return performance.now() - this.since >= PIECE_MS;
  }

  async take(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }
}
