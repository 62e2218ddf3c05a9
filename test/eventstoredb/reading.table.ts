// What a server answers to reads, as measured on a real one: one test is one row.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadPosition } from '@eventstore/db-client';
import { event, failing, Talk } from './talk.js';

interface Placed {
  stream: string;
  type: string;
  at: bigint;
  created: Date;
}

export function readingTable(url: () => string): void {
  describe('reading', () => {
    let talk: Talk;
    let start: bigint;
    beforeAll(async () => {
      talk = new Talk(url());
      const { position } = await talk.append(talk.stream(), [event('mark')], 'no_stream');
      start = position?.commit ?? 0n;
    });
    afterAll(() => talk.close());
    streamRows(() => talk);
    allRows(
      () => talk,
      () => start,
    );
  });
}

const at = (position: bigint): { commit: bigint; prepare: bigint } => ({ commit: position, prepare: position });

/** Everything of `$all` from there. */
async function all(talk: Talk, fromPosition: ReadPosition, backwards = false, maxCount = 1000): Promise<Placed[]> {
  const found: Placed[] = [];
  const direction = backwards ? 'backwards' : 'forwards';
  for await (const { event: each } of talk.client.readAll({ fromPosition, direction, maxCount })) {
    if (!each) continue;
    found.push({ stream: each.streamId, type: each.type, at: each.position.commit, created: each.created });
  }
  return found;
}

function streamRows(talk: () => Talk): void {
  it('a missing stream: StreamNotFoundError on the first iteration, not on the call', async () => {
    const stream = talk().stream();
    const reading = talk().client.readStream(stream);
    const first = reading[Symbol.asyncIterator]().next();
    expect(await failing(first)).toMatchObject({ class: 'StreamNotFoundError', type: 'stream-not-found' });
  });

  it('a soft-deleted stream: the same', async () => {
    const stream = talk().stream();
    await talk().append(stream, [event('a')], 'no_stream');
    await talk().client.deleteStream(stream);
    const first = talk().client.readStream(stream)[Symbol.asyncIterator]().next();
    expect(await failing(first)).toMatchObject({ class: 'StreamNotFoundError' });
  });

  it('from a revision; from beyond the end: empty; backwards from the end', async () => {
    const stream = talk().stream();
    await talk().append(stream, [event('a'), event('b'), event('c')], 'no_stream');
    expect((await talk().read(stream, 1n)).map(({ text }) => text)).toEqual(['b', 'c']);
    expect(await talk().read(stream, 7n)).toEqual([]);
    const last: bigint[] = [];
    const options = { direction: 'backwards', fromRevision: 'end', maxCount: 2 } as const;
    for await (const { event: each } of talk().client.readStream(stream, options)) last.push(each?.revision ?? -1n);
    expect(last).toEqual([2n, 1n]);
  });

  it('bytes come back as a Uint8Array, not as JSON', async () => {
    const stream = talk().stream();
    await talk().append(stream, [event('{"a":1}')], 'no_stream');
    for await (const { event: each } of talk().client.readStream(stream)) {
      expect(each?.isJson).toBe(false);
      expect(each?.data).toBeInstanceOf(Uint8Array);
      expect(Buffer.from(each?.data as Uint8Array).toString()).toBe('{"a":1}');
    }
  });

  it('a deadline on a read is overwritten: a read that takes longer than it goes on', async () => {
    const stream = talk().stream();
    await talk().append(stream, [event('a')], 'no_stream');
    const found: string[] = [];
    for await (const { event: each } of talk().client.readStream(stream, { deadline: 1 })) found.push(each?.type ?? '');
    expect(found).toEqual(['Happened']);
  });
}

function allRows(talk: () => Talk, start: () => bigint): void {
  it('from a position: includes the event there; backwards: leaves it out', async () => {
    const stream = talk().stream();
    const { position } = await talk().append(stream, [event('a'), event('b')], 'no_stream');
    const place = position?.commit ?? 0n;
    expect((await all(talk(), at(place)))[0]).toMatchObject({ stream, at: place });
    expect((await all(talk(), at(place), true, 1))[0]?.at).toBeLessThan(place);
  });

  it('positions rise with big gaps, three events of one append have three, and were created at one moment', async () => {
    const stream = talk().stream();
    await talk().append(stream, [event('a'), event('b'), event('c')], 'no_stream');
    const mine = (await all(talk(), at(start()))).filter((each) => each.stream === stream);
    expect(new Set(mine.map((each) => each.created.getTime())).size).toBe(1);
    const gaps = mine.slice(1).map((each, index) => each.at - (mine[index]?.at ?? 0n));
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) expect(gap).toBeGreaterThan(20n);
  });

  it('from a position that is no event’s: UnknownError code 2, InvalidPosition', async () => {
    const { position } = await talk().append(talk().stream(), [event('a')], 'no_stream');
    await talk().append(talk().stream(), [event('b')], 'no_stream');
    expect(await failing(all(talk(), at((position?.commit ?? 0n) + 1n)))).toMatchObject({
      ...{ class: 'UnknownError', code: 2 },
      message: expect.stringContaining('Unexpected ReadAllResult: InvalidPosition'),
    });
  });

  it('from beyond the end: empty', async () => {
    expect(await all(talk(), at(2n ** 62n))).toEqual([]);
  });

  it('a filter is ignored by this client', async () => {
    const stream = talk().stream();
    await talk().append(stream, [event('a')], 'no_stream');
    const filtered: object = { fromPosition: at(start()), filter: { filterOn: 'streamName', prefixes: ['none-'] } };
    const seen: string[] = [];
    for await (const { event: each } of talk().client.readAll(filtered)) seen.push(each?.streamId ?? '');
    expect(seen).toContain(stream);
  });

  it('holds system streams too: metadata of a soft delete, and a tombstone', async () => {
    const [soft, hard] = [talk().stream(), talk().stream()];
    for (const stream of [soft, hard]) await talk().append(stream, [event('a')], 'no_stream');
    await talk().client.deleteStream(soft);
    await talk().client.tombstoneStream(hard);
    const found = (await all(talk(), at(start()))).map(({ stream, type }) => `${stream} ${type}`);
    expect(found).toEqual(expect.arrayContaining([`$$${soft} $metadata`, `${hard} $streamDeleted`]));
  });

  it('disposing while a read runs ends it cleanly, truncated', async () => {
    const stream = talk().stream();
    for (let n = 0; n < 10; n++) {
      const events = Array.from({ length: 200 }, () => event(2_000));
      await talk().append(stream, events, n === 0 ? 'no_stream' : BigInt(n * 200 - 1));
    }
    const reader = new Talk(talk().url);
    let count = 0;
    for await (const _ of reader.client.readStream(stream)) {
      count += 1;
      if (count === 1) await reader.client.dispose();
    }
    expect(count).toBeLessThan(2_000);
    await reader.close();
  });
}
