// The part of the contract about following the log: every event once and in order, whatever is appended meanwhile.
import { describe, expect, it } from '@jest/globals';
import type { EventLog, StoredEvent } from '../../../src/event-log/event-log.js';
import { appended, everything, idsOf, someEvents } from './events.js';

/** Collects what a subscription hands over and waits for a number of events. */
class Collector {
  readonly events: StoredEvent[] = [];
  readonly pages: number[] = [];
  private waiting: { count: number; resolve: () => void } | undefined;

  readonly take = async (events: StoredEvent[]): Promise<void> => {
    this.pages.push(events.length);
    // A handler that takes its time, so that appends come in between.
    await new Promise(setImmediate);
    this.events.push(...events);
    if (this.waiting && this.events.length >= this.waiting.count) this.waiting.resolve();
  };

  reach(count: number): Promise<void> {
    if (this.events.length >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting = { count, resolve };
    });
  }
}

/** Runs this part of the suite on the log of the running test. */
export function followingContract(log: () => EventLog): void {
  describe('following', () => {
    it('hands over everything once and in order while four writers append', async () => {
      await log().append('old', 'none', someEvents('old', 500));
      const seen = new Collector();
      const following = log().subscribe('-1', seen.take);
      const writer = async (name: string) => {
        for (let n = 0; n < 50; n++)
          await log().append(name, n === 0 ? 'none' : n * 2 - 1, someEvents(`${name}${n}`, 2));
      };
      await Promise.all(['a', 'b', 'c', 'd'].map(writer));
      await seen.reach(900);
      await following.stop();
      expect(idsOf(seen.events)).toEqual(idsOf(await everything(log())));
      expect(Math.max(...seen.pages)).toBeLessThanOrEqual(500);
    });

    it('catches up over many pages with what was there before, without any append to wake it', async () => {
      for (const name of ['a', 'b', 'c']) await log().append(name, 'none', someEvents(name, 500));
      const seen = new Collector();
      const following = log().subscribe('-1', seen.take);
      await seen.reach(1500);
      await following.stop();
      expect(idsOf(seen.events)).toEqual(idsOf(await everything(log())));
      expect(seen.pages).toEqual([500, 500, 500]);
    });

    it('starts behind the given position and sees what comes later', async () => {
      const { position } = appended(await log().append('s', 'none', someEvents('a', 3)));
      await log().append('s', 2, someEvents('b', 1));
      const seen = new Collector();
      const following = log().subscribe(position, seen.take);
      await seen.reach(1);
      await log().append('s', 3, someEvents('c', 1));
      await seen.reach(2);
      await following.stop();
      expect(idsOf(seen.events)).toEqual(['b-0', 'c-0']);
    });

    it('hands over nothing after it was stopped, and lets the running page finish first', async () => {
      const seen = new Collector();
      const following = log().subscribe('-1', seen.take);
      await log().append('s', 'none', someEvents('a', 1));
      await seen.reach(1);
      await following.stop();
      await log().append('s', 0, someEvents('b', 1));
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      expect(idsOf(seen.events)).toEqual(['a-0']);
    });

    it('can be stopped, and the log closed, before it has begun', async () => {
      await log().append('s', 'none', someEvents('a', 1));
      const following = log().subscribe('-1', () => Promise.resolve());
      await following.stop();
      await log().close();
      expect(log().health()).toEqual({ state: 'closed' });
    });

    it('ends and tells when the handler fails, without skipping the page for others', async () => {
      const seen = new Collector();
      const other = log().subscribe('-1', seen.take);
      const failure = new Promise((resolve) => {
        log().subscribe('-1', () => Promise.reject(new Error('handler')), resolve);
      });
      await log().append('s', 'none', someEvents('a', 1));
      expect(await failure).toEqual(new Error('handler'));
      await log().append('s', 0, someEvents('b', 1));
      await seen.reach(2);
      await other.stop();
      expect(idsOf(seen.events)).toEqual(['a-0', 'b-0']);
    });
  });
}
