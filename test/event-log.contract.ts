// What every adapter of the event log promises, as one suite: an adapter is one as soon as this passes.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { comparePositions } from '../src/event-log/append-rule.js';
import { checkNotBehind } from '../src/event-log/check-not-behind.js';
import { LogBehind, LogUnavailable } from '../src/event-log/errors.js';
import type { EventLog } from '../src/event-log/event-log.js';
import { followingContract } from './support/log/following.contract.js';
import { anEvent, appended, everything, idsOf, someEvents } from './support/log/events.js';

export interface ContractOptions {
  /** Bytes of the largest event; 1 MB unless the adapter needs some of it for itself. */
  largest?: number;
}

/** Runs the suite. `makeLog` gives an empty log of its own each time. */
export function eventLogContract(
  name: string,
  makeLog: () => EventLog | Promise<EventLog>,
  { largest = 1_048_576 }: ContractOptions = {},
): void {
  describe(`event log: ${name}`, () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await makeLog();
    });
    afterEach(async () => {
      await log.close();
    });
    const current = () => log;
    appending(current);
    repeating(current);
    limits(current, largest);
    reading(current);
    followingContract(current);
    checkpoints(current);
    closing(current);
  });
}

function appending(log: () => EventLog): void {
  describe('appending', () => {
    it('numbers a stream from 0 and gives back what was stored', async () => {
      const events = someEvents('a', 3);
      const first = appended(await log().append('s', 'none', events.slice(0, 2)));
      const second = appended(await log().append('s', 1, events.slice(2)));
      expect([first.revision, second.revision]).toEqual([1, 2]);
      const stored = await log().readStream('s', 0);
      expect(stored.map((e) => [e.stream, e.revision, e.id, e.type, e.crc, e.chain])).toEqual(
        events.map((e, revision) => ['s', revision, e.id, e.type, e.crc, e.chain]),
      );
      expect(stored.map((e) => Buffer.from(e.bytes).toString())).toEqual(
        events.map((e) => Buffer.from(e.bytes).toString()),
      );
      expect(stored.at(-1)?.position).toBe(second.position);
    });

    it('refuses another revision than the last, says which it is, and writes nothing', async () => {
      expect(await log().append('s', 0, someEvents('x', 1))).toEqual({ kind: 'wrong-revision', actual: 'none' });
      await log().append('s', 'none', someEvents('a', 3));
      const head = await log().head();
      for (const expected of ['none', 0, 1, 3, 7] as const) {
        expect(await log().append('s', expected, someEvents('y', 2))).toEqual({ kind: 'wrong-revision', actual: 2 });
      }
      expect(await log().head()).toBe(head);
      expect(idsOf(await everything(log()))).toEqual(['a-0', 'a-1', 'a-2']);
    });

    it('lets one of two writers at the same revision win, and stores nothing of the other', async () => {
      await log().append('s', 'none', someEvents('a', 1));
      const results = await Promise.all(['b', 'c', 'd'].map((p) => log().append('s', 0, someEvents(p, 2))));
      expect(results.filter((r) => r.kind === 'appended')).toHaveLength(1);
      const winner = ['b', 'c', 'd'][results.findIndex((r) => r.kind === 'appended')];
      expect(idsOf(await log().readStream('s', 0))).toEqual(['a-0', `${winner}-0`, `${winner}-1`]);
    });

    it('keeps streams apart while many are written at once', async () => {
      const names = Array.from({ length: 40 }, (_, n) => `s${n}`);
      await Promise.all(names.map((name) => log().append(name, 'none', someEvents(name, 3))));
      await Promise.all(names.map((name) => log().append(name, 2, someEvents(`${name}-more`, 1))));
      for (const name of names) {
        const stored = await log().readStream(name, 0);
        expect(stored.map((e) => e.revision)).toEqual([0, 1, 2, 3]);
      }
      expect(await everything(log())).toHaveLength(160);
    });
  });
}

function repeating(log: () => EventLog): void {
  describe('repeating an append', () => {
    it('answers as the first time and stores nothing again, also when other events followed', async () => {
      const events = someEvents('a', 2);
      const first = await log().append('s', 'none', events);
      expect(await log().append('s', 'none', events)).toEqual(first);
      await log().append('s', 1, someEvents('b', 1));
      expect(await log().append('s', 'none', events)).toEqual(first);
      expect(idsOf(await everything(log()))).toEqual(['a-0', 'a-1', 'b-0']);
    });

    it('answers both when the same append is sent twice at once', async () => {
      const events = someEvents('a', 2);
      const [one, two] = await Promise.all([log().append('s', 'none', events), log().append('s', 'none', events)]);
      expect(one).toEqual(two);
      expect(appended(one).revision).toBe(1);
      expect(await everything(log())).toHaveLength(2);
    });

    it('does not store the same ids again at a higher, correct revision', async () => {
      const events = someEvents('a', 1);
      await log().append('s', 'none', events);
      expect(await log().append('s', 0, events)).toEqual({ kind: 'wrong-revision', actual: 0 });
      expect(await everything(log())).toHaveLength(1);
    });

    it('does not store the same id in a second stream', async () => {
      await log().append('s', 'none', someEvents('a', 1));
      expect(await log().append('t', 'none', someEvents('a', 1))).toEqual({ kind: 'wrong-revision', actual: 'none' });
      expect(await log().readStream('t', 0)).toEqual([]);
    });

    it('refuses a batch of which a part is stored', async () => {
      const [one, two, three] = [anEvent('1'), anEvent('2'), anEvent('3')];
      await log().append('s', 'none', [one, two]);
      expect(await log().append('s', 'none', [one, two, three])).toEqual({ kind: 'wrong-revision', actual: 1 });
      expect(await log().append('s', 1, [three, two])).toEqual({ kind: 'wrong-revision', actual: 1 });
      expect(await log().append('s', 'none', [two, one])).toEqual({ kind: 'wrong-revision', actual: 1 });
      expect(await log().append('s', 'none', [one, three])).toEqual({ kind: 'wrong-revision', actual: 1 });
      expect(idsOf(await everything(log()))).toEqual(['1', '2']);
    });
  });
}

function limits(log: () => EventLog, largest: number): void {
  describe('limits', () => {
    it('stores 500 events or 1 MB in one append, and refuses more without writing', async () => {
      expect(appended(await log().append('s', 'none', someEvents('a', 500))).revision).toBe(499);
      expect(appended(await log().append('big', 'none', [anEvent('big', largest)])).revision).toBe(0);
      expect((await log().readStream('big', 0))[0]?.bytes.length).toBe(largest);
      const head = await log().head();
      await expect(log().append('t', 'none', someEvents('b', 501))).rejects.toMatchObject({ code: 'too-many' });
      await expect(log().append('t', 'none', [anEvent('c', largest + 1)])).rejects.toMatchObject({ code: 'too-large' });
      const halves = [anEvent('d', 600_000), anEvent('e', 600_000)];
      await expect(log().append('t', 'none', halves)).rejects.toMatchObject({ code: 'too-large' });
      expect(await log().head()).toBe(head);
    });

    it('refuses what has no meaning: nothing, the same id twice, no stream, a revision that is none', async () => {
      await expect(log().append('s', 'none', [])).rejects.toMatchObject({ code: 'empty' });
      await expect(log().append('s', 'none', [anEvent('1'), anEvent('1')])).rejects.toMatchObject({
        code: 'duplicate-id',
      });
      await expect(log().append('', 'none', [anEvent('1')])).rejects.toMatchObject({ code: 'no-stream' });
      for (const revision of [-1, 0.5, Number.NaN]) {
        await expect(log().append('s', revision, [anEvent('1')])).rejects.toMatchObject({ code: 'bad-revision' });
      }
      expect(await log().head()).toBeUndefined();
    });
  });
}

function reading(log: () => EventLog): void {
  describe('reading', () => {
    it('answers empty for what is not there', async () => {
      expect(await log().head()).toBeUndefined();
      expect(await log().readStream('s', 0)).toEqual([]);
      expect(await log().readAll('-1', 10)).toEqual([]);
      expect(await log().at('1')).toBeUndefined();
    });

    it('reads a stream from a revision, in pages of at most 500', async () => {
      await log().append('s', 'none', someEvents('a', 500));
      await log().append('s', 499, someEvents('b', 100));
      expect(await log().readStream('s', 0)).toHaveLength(500);
      expect(await log().readStream('s', 0, 9999)).toHaveLength(500);
      expect(idsOf(await log().readStream('s', 498, 3))).toEqual(['a-498', 'a-499', 'b-0']);
      expect(await log().readStream('s', 600)).toEqual([]);
      expect(await log().readAll('-1', 9999)).toHaveLength(500);
    });

    it('reads the whole log in order of positions, whatever the page, with positions as text', async () => {
      for (let n = 0; n < 12; n++)
        await log().append(`s${n % 3}`, n < 3 ? 'none' : Math.floor(n / 3) - 1, [anEvent(`e${n}`)]);
      const all = await everything(log(), 5);
      expect(idsOf(all)).toEqual(Array.from({ length: 12 }, (_, n) => `e${n}`));
      expect(all.every((e) => /^\d+$/.test(e.position))).toBe(true);
      all.slice(1).forEach((e, index) => expect(comparePositions(e.position, all[index]?.position ?? '')).toBe(1));
      expect(await log().head()).toBe(all.at(-1)?.position);
      expect(await log().readAll('99999999999999999999', 10)).toEqual([]);
    });

    it('finds the event at a position', async () => {
      const { position } = appended(await log().append('s', 'none', someEvents('a', 2)));
      expect((await log().at(position))?.id).toBe('a-1');
      expect(await log().at(String(BigInt(position) + 1000n))).toBeUndefined();
      expect(await log().at('99999999999999999999')).toBeUndefined();
    });
  });
}

function checkpoints(log: () => EventLog): void {
  describe('checkpoints', () => {
    it('accepts a log that holds what the projections saw, and refuses any other', async () => {
      await expect(checkNotBehind(log(), [{ position: '1', id: 'a-0' }])).rejects.toThrow(LogBehind);
      const { position } = appended(await log().append('s', 'none', someEvents('a', 2)));
      await log().append('s', 1, someEvents('b', 1));
      await checkNotBehind(log(), [{ position, id: 'a-1' }]);
      await expect(checkNotBehind(log(), [{ position, id: 'other' }])).rejects.toThrow(LogBehind);
      const beyond = String(BigInt(position) + 1000n);
      await expect(
        checkNotBehind(log(), [
          { position, id: 'a-1' },
          { position: beyond, id: 'c' },
        ]),
      ).rejects.toThrow(LogBehind);
    });
  });
}

function closing(log: () => EventLog): void {
  describe('closing', () => {
    it('finishes what was being appended and takes nothing after it', async () => {
      const results = Promise.all(['a', 'b'].map((s) => log().append(s, 'none', someEvents(s, 1))));
      expect(log().health()).toEqual({ state: 'open' });
      await Promise.resolve();
      await log().close();
      expect((await results).map((r) => r.kind)).toEqual(['appended', 'appended']);
      expect(log().health()).toEqual({ state: 'closed' });
      await expect(log().append('c', 'none', someEvents('c', 1))).rejects.toThrow(LogUnavailable);
      await expect(log().readAll('-1', 1)).rejects.toThrow(LogUnavailable);
    });
  });
}
