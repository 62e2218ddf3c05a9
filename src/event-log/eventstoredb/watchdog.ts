// Watches a subscription that says nothing: a server that hangs sends no error, and one that lost its way confirms and then stays silent.
// So it looks in the log itself, from where it looked last, for an event of ours that was not brought. Comparing the end of the log with
// the last event would misfire: others may write there, and of up to 31 events of theirs nothing is heard.
import { comparePositions } from '../append-rule.js';
import type { Calls } from './calls.js';
import { positionOf } from './codec.js';
import { itemOf } from './paged-read.js';
import { startOf, type Reader } from './reader.js';
import { pause, type Timing } from './timing.js';

const SILENCE_MS = 3_000;
const TICK_MS = 1_000;
/** Shorter than an ordinary call: a dead connection shows within five seconds in all. */
const PROBE_MS = 2_000;
const PROBE_EVENTS = 512;

export class Watchdog {
  /** Up to here nothing of ours was left out. */
  private looked = '-1';
  private heardAt = 0;

  constructor(
    private readonly calls: Calls,
    private readonly reader: Reader,
    private readonly timing: Timing,
    /** Position of the last event of ours that was brought. */
    private readonly seen: () => string,
  ) {}

  /** The subscription said something. */
  heard(): void {
    this.heardAt = this.timing.elapsed();
  }

  /** Looks now and then; calls back once when the subscription cannot be trusted any more. Answers how to stop. */
  watch(bark: (error: Error) => void): () => void {
    let isOver = false;
    let cancel = (): void => undefined;
    const tick = async (): Promise<void> => {
      try {
        if (this.timing.elapsed() - this.heardAt >= SILENCE_MS) await this.look();
        if (!isOver) cancel = this.timing.after(TICK_MS, () => void tick());
      } catch (error) {
        if (!isOver) bark(error instanceof Error ? error : new Error(String(error)));
      }
    };
    this.heard();
    cancel = this.timing.after(TICK_MS, () => void tick());
    return () => {
      isOver = true;
      cancel();
    };
  }

  /** @throws when the server does not answer, or holds an event of ours that was not brought. */
  private async look(): Promise<void> {
    if (comparePositions(this.seen(), this.looked) > 0) this.looked = this.seen();
    const from = startOf(this.looked);
    const page = await this.calls.read(
      (client, credentials) => client.readAll({ fromPosition: from, maxCount: PROBE_EVENTS, credentials }),
      PROBE_MS,
    );
    const unseen = page
      .map((resolved) => ({ resolved, position: positionOf(resolved) }))
      .find(
        (one) => comparePositions(one.position, this.seen()) > 0 && itemOf(this.reader, one.resolved, one.position),
      );
    // It may be on its way.
    if (unseen) await pause(this.timing, TICK_MS);
    if (unseen && comparePositions(unseen.position, this.seen()) > 0)
      throw new Error('The subscription left out an event.');
    const furthest = page.at(-1);
    if (furthest) this.looked = positionOf(furthest);
    this.heard();
  }
}
