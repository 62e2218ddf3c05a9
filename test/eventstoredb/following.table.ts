// What a server answers to a subscription to `$all`, as measured on a real one: one test is one row.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamNameFilter, type AllStreamSubscription, type ReadPosition } from '@eventstore/db-client';
import { event, Talk } from './talk.js';

/** One subscription and all that it says, in the order in which it came. */
class Listener {
  readonly said: string[] = [];
  readonly checkpoints: bigint[] = [];
  readonly streams: string[] = [];
  private waiting: { until: () => boolean; resolve: () => void } | undefined;
  private readonly subscription: AllStreamSubscription;

  constructor(talk: Talk, fromPosition: ReadPosition, prefix?: string) {
    const checkpointReached = (_: unknown, { commit }: { commit: bigint }): Promise<void> => {
      this.checkpoints.push(commit);
      this.note('checkpoint');
      return Promise.resolve();
    };
    const filter = prefix === undefined ? undefined : streamNameFilter({ prefixes: [prefix], checkpointReached });
    this.subscription = talk.client.subscribeToAll({ fromPosition, filter });
    this.subscription.on('error', (error: Error & { code?: number }) =>
      this.note(`error ${error.constructor.name} ${error.code}`),
    );
    for (const name of ['confirmation', 'caughtUp'] as const) this.subscription.on(name, () => this.note(name));
    this.subscription.on('data', ({ event: each }) => {
      this.streams.push(each?.streamId ?? '');
      this.note('data');
    });
    this.subscription.on('close', () => this.note('close'));
  }

  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      this.waiting = { until: condition, resolve };
    });
  }

  has = (what: string) => (): boolean => this.said.some((each) => each.startsWith(what));
  stop = (): Promise<void> => this.subscription.unsubscribe();

  private note(what: string): void {
    this.said.push(what);
    if (this.waiting?.until()) this.waiting.resolve();
  }
}

const at = (position: bigint): { commit: bigint; prepare: bigint } => ({ commit: position, prepare: position });

export function followingTable(url: () => string): void {
  describe('following', () => {
    let talk: Talk;
    beforeAll(() => {
      talk = new Talk(url());
    });
    afterAll(() => talk.close());
    const append = async (stream: string, count: number, expected: bigint | 'no_stream' = 'no_stream') => {
      const events = Array.from({ length: count }, (_, n) => event(`e${n}`));
      const { position } = await talk.append(stream, events, expected);
      return position?.commit ?? 0n;
    };
    positionRows(() => talk, append);
    checkpointRows(() => talk, append);
  });
}

type Append = (stream: string, count: number, expected?: bigint | 'no_stream') => Promise<bigint>;

function positionRows(talk: () => Talk, append: Append): void {
  it('says confirmation, what is there, caughtUp, what comes; and after unsubscribe that it is over', async () => {
    const prefix = talk().stream();
    const before = await append(`${prefix}-mark`, 1);
    await append(`${prefix}-a`, 2);
    const listener = new Listener(talk(), at(before), prefix);
    await listener.until(listener.has('caughtUp'));
    expect(listener.said.filter((each) => each !== 'checkpoint')).toEqual([
      ...['confirmation', 'data', 'data', 'caughtUp'],
    ]);
    await append(`${prefix}-b`, 1);
    await listener.until(() => listener.streams.length === 3);
    expect(listener.streams).toEqual([`${prefix}-a`, `${prefix}-a`, `${prefix}-b`]);
    await listener.stop();
    await listener.until(listener.has('close'));
    expect(listener.said.filter((each) => each.startsWith('error'))).toEqual([]);
  });

  it('from a position that is no event’s: confirmation first, then UnknownError code 3', async () => {
    const place = await append(talk().stream(), 1);
    await append(talk().stream(), 1);
    const listener = new Listener(talk(), at(place + 1n), talk().stream());
    await listener.until(listener.has('error'));
    expect(listener.said.slice(0, 2)).toEqual(['confirmation', 'error UnknownError 3']);
  });

  it('from beyond the end: confirmation, caughtUp, and then silence while new events go by', async () => {
    const prefix = talk().stream();
    const beyond = new Listener(talk(), at(2n ** 60n), prefix);
    await beyond.until(beyond.has('caughtUp'));
    const witness = new Listener(talk(), 'end', prefix);
    await witness.until(witness.has('caughtUp'));
    await append(`${prefix}-a`, 1);
    await witness.until(() => witness.streams.length === 1);
    expect(beyond.streams).toEqual([]);
    expect(beyond.said.filter((each) => each !== 'checkpoint')).toEqual(['confirmation', 'caughtUp']);
    await Promise.all([beyond.stop(), witness.stop()]);
  });
}

function checkpointRows(talk: () => Talk, append: Append): void {
  it('300 events of others: a checkpoint for every 32 that were looked at, also when none matched', async () => {
    const prefix = talk().stream();
    const listener = new Listener(talk(), 'end', prefix);
    await listener.until(listener.has('caughtUp'));
    const before = listener.checkpoints.length;
    await append(talk().stream('other'), 300);
    await listener.until(() => listener.checkpoints.length >= before + 9);
    expect(listener.streams).toEqual([]);
    await listener.stop();
  });

  it('a subscription resumes well at each checkpoint that the server gave', async () => {
    const prefix = talk().stream();
    const start = await append(`${prefix}-a`, 1);
    for (let n = 0; n < 4; n++) await append(`${prefix}-more${n}`, 20);
    const first = new Listener(talk(), at(start), prefix);
    await first.until(first.has('caughtUp'));
    await first.stop();
    expect(first.checkpoints.length).toBeGreaterThanOrEqual(2);
    for (const checkpoint of first.checkpoints) {
      const again = new Listener(talk(), at(checkpoint), prefix);
      await again.until(again.has('caughtUp'));
      expect(again.said.filter((each) => each.startsWith('error'))).toEqual([]);
      expect(again.streams).toEqual(first.streams.slice(first.streams.length - again.streams.length));
      await again.stop();
    }
  });

  it('a slow reader is not dropped: everything arrives, in order', async () => {
    const prefix = talk().stream();
    const start = await append(`${prefix}-mark`, 1);
    for (let n = 0; n < 5; n++) await append(`${prefix}-a${n}`, 200);
    const filter = streamNameFilter({ prefixes: [`${prefix}-a`] });
    const subscription = talk().client.subscribeToAll({ fromPosition: at(start), filter });
    subscription.on('error', () => undefined);
    const seen: bigint[] = [];
    for await (const { event: each } of subscription) {
      seen.push(each?.position.commit ?? 0n);
      if (seen.length % 10 === 0) await new Promise(setImmediate);
      if (seen.length === 1000) break;
    }
    expect(seen).toEqual([...seen].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(seen).size).toBe(1000);
  });
}
