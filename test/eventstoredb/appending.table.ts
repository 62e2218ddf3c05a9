// What a server answers to appends, as measured on a real one: one test is one row. Both paths of the client, except where they differ.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { event, failing, Talk, type Expected, type Path } from './talk.js';

export function appendingTable(url: () => string): void {
  for (const path of ['per call', 'batch'] as const) {
    describe(`appending, ${path}`, () => {
      let talk: Talk;
      beforeAll(() => {
        talk = new Talk(url(), path);
      });
      afterAll(() => talk.close());
      repeatRows(() => talk);
      refusalRows(() => talk);
      sizeRows(() => talk, path);
      badInputRows(() => talk, path);
      deletedRows(() => talk);
    });
  }
}

/** A stream with [a,b] at `no_stream`, then [d,e] at 1. */
async function stored(talk: Talk) {
  const stream = talk.stream();
  const [a, b, d, e] = ['a', 'b', 'd', 'e'].map((name) => event(name));
  if (!a || !b || !d || !e) throw new Error('No events');
  const first = await talk.append(stream, [a, b], 'no_stream');
  const second = await talk.append(stream, [d, e], 1n);
  return { stream, a, b, d, e, first, second };
}

const texts = async (talk: Talk, stream: string): Promise<string> =>
  (await talk.read(stream)).map(({ text }) => text).join(' ');

function repeatRows(talk: () => Talk): void {
  it('[a,b] at no_stream: success, revision 1, the position of the last, commit = prepare', async () => {
    const { stream, first } = await stored(talk());
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(first.position?.commit).toBe(first.position?.prepare);
    const positions: bigint[] = [];
    for await (const { event: found } of talk().client.readStream(stream)) {
      positions.push((found as unknown as { position: { commit: bigint } }).position.commit);
    }
    expect(positions[1]).toBe(first.position?.commit);
  });

  it('the same again, also after more events: the same success, nothing written', async () => {
    const { stream, a, b, first } = await stored(talk());
    expect(await talk().append(stream, [a, b], 'no_stream')).toEqual(first);
    expect(await texts(talk(), stream)).toBe('a b d e');
  });

  it('[d,e] at 1 again: the same success', async () => {
    const { stream, d, e, second } = await stored(talk());
    expect(await talk().append(stream, [d, e], 1n)).toEqual(second);
    expect(await texts(talk(), stream)).toBe('a b d e');
  });

  it('only [d] at 1, a prefix of what is there: success with revision 2, looking like a fresh append', async () => {
    const { stream, d } = await stored(talk());
    const answer = await talk().append(stream, [d], 1n);
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(answer.position).toBeDefined();
    expect(await texts(talk(), stream)).toBe('a b d e');
  });

  it('[d,e,f] at 1, longer than what is there: refused, f not written', async () => {
    const { stream, d, e } = await stored(talk());
    const refusal = await failing(talk().append(stream, [d, e, event('f')], 1n));
    expect(refusal).toMatchObject({ type: 'wrong-expected-version', actualVersion: 3n });
    expect(await texts(talk(), stream)).toBe('a b d e');
  });

  it('[e] at 2: success with revision 3', async () => {
    const { stream, e } = await stored(talk());
    expect(await talk().append(stream, [e], 2n)).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect(await texts(talk(), stream)).toBe('a b d e');
  });

  it('[d,e] at 3, the current revision: written a second time', async () => {
    const { stream, d, e } = await stored(talk());
    expect(await talk().append(stream, [d, e], 3n)).toMatchObject({ success: true, nextExpectedRevision: 5n });
    expect(await texts(talk(), stream)).toBe('a b d e d e');
  });

  it('the same id with another type and data at the same revision: success, the old content stays', async () => {
    const { stream, d, e } = await stored(talk());
    const answer = await talk().append(stream, [event('other', d.id, 'Other'), e], 1n);
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect((await talk().read(stream))[2]).toMatchObject({ type: 'Happened', text: 'd' });
  });

  it('the id of an event of another stream: written', async () => {
    const { a } = await stored(talk());
    const stream = talk().stream();
    expect(await talk().append(stream, [a], 'no_stream')).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await texts(talk(), stream)).toBe('a');
  });

  it('the same id twice in one append: both written', async () => {
    const [stream, id] = [talk().stream(), randomUUID()];
    await talk().append(stream, [event('one', id), event('two', id)], 'no_stream');
    expect(await texts(talk(), stream)).toBe('one two');
  });

  it('nothing at no_stream: success with revision 0 and a position, but there is no stream', async () => {
    const stream = talk().stream();
    const answer = await talk().append(stream, [], 'no_stream');
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(answer.position).toBeDefined();
    expect(await failing(firstOf(talk(), stream))).toMatchObject({ type: 'stream-not-found' });
  });
}

async function firstOf(talk: Talk, stream: string): Promise<unknown> {
  for await (const found of talk.client.readStream(stream)) return found;
  return undefined;
}

function refusalRows(talk: () => Talk): void {
  it.each<[string, Expected]>([
    ['a stale revision', 1n],
    ['a future revision', 9n],
    ['no_stream', 'no_stream'],
  ])('a new id at %s: WrongExpectedVersionError with the actual revision and no message', async (_, expected) => {
    const { stream } = await stored(talk());
    expect(await failing(talk().append(stream, [event('x')], expected))).toMatchObject({
      class: 'WrongExpectedVersionError',
      ...{ type: 'wrong-expected-version', message: '', streamName: stream },
      ...{ expectedVersion: expected, actualVersion: 3n },
    });
    expect(await texts(talk(), stream)).toBe('a b d e');
  });

  it('a revision on a missing stream: the same, actual no_stream', async () => {
    const stream = talk().stream();
    expect(await failing(talk().append(stream, [event('x')], 4n))).toMatchObject({
      ...{ type: 'wrong-expected-version', expectedVersion: 4n, actualVersion: 'no_stream' },
    });
  });

  it('ten writers at one revision: one wins, nine are refused', async () => {
    const { stream } = await stored(talk());
    const calls = Array.from({ length: 10 }, (_, n) => talk().append(stream, [event(`w${n}`)], 3n));
    const outcomes = await Promise.allSettled(calls);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const outcome of refused) expect(outcome).toMatchObject({ reason: { type: 'wrong-expected-version' } });
    expect(await talk().read(stream)).toHaveLength(5);
  });
}

function sizeRows(talk: () => Talk, path: Path): void {
  it.each([
    ['200 small events', 200, 20],
    ['50 of 20 kB', 50, 20_000],
    ['one of 1 MiB less 200 bytes', 1, 1_048_576 - 200],
  ])('%s: success, as one', async (_, count, size) => {
    const stream = talk().stream();
    const events = Array.from({ length: count }, () => event(size));
    const revision = BigInt(count - 1);
    expect(await talk().append(stream, events, 'no_stream')).toMatchObject({ nextExpectedRevision: revision });
    expect(await talk().read(stream)).toHaveLength(count);
  });

  it.each([
    ['one event', [1_048_577]],
    ['one append', [600_000, 600_000]],
  ])('more than 1,048,576 bytes in %s: MaxAppendSizeExceededError', async (_, sizes) => {
    const stream = talk().stream();
    const events = sizes.map((size) => event(size));
    expect(await failing(talk().append(stream, events, 'no_stream'))).toMatchObject({
      ...{ class: 'MaxAppendSizeExceededError', type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 },
      ...(path === 'per call' ? { code: 3 } : {}),
    });
    expect(await talk().read(stream)).toEqual([]);
  });

  it('20 MB: UnknownError code 8', async () => {
    const refusal = await failing(talk().append(talk().stream(), [event(20_000_000)], 'no_stream'));
    expect(refusal).toMatchObject({ class: 'UnknownError', code: 8 });
  });
}

function badInputRows(talk: () => Talk, path: Path): void {
  const threw =
    path === 'per call'
      ? { code: 2, message: expect.stringContaining('Exception was thrown by handler.') }
      : { message: 'Could not recognize BadRequest' };
  it.each([
    ['an empty type', 'x', event('x', randomUUID(), '')],
    ['an id that is no UUID', 'x', event('x', 'no-uuid')],
    ['an empty stream name', '', event('x')],
  ])('%s: UnknownError', async (_, name, bad) => {
    const stream = name === '' ? '' : talk().stream();
    expect(await failing(talk().append(stream, [bad], 'no_stream'))).toMatchObject({ class: 'UnknownError', ...threw });
  });

  it('a name with spaces, accents, slashes, 300 characters: accepted', async () => {
    const stream = talk().stream(`één / ${'lang'.repeat(75)}`);
    await talk().append(stream, [event('x')], 'no_stream');
    expect(await texts(talk(), stream)).toBe('x');
  });
}

function deletedRows(talk: () => Talk): void {
  it('a soft-deleted stream at no_stream: success, and the revisions go on', async () => {
    const { stream } = await stored(talk());
    await talk().client.deleteStream(stream);
    expect(await talk().read(stream)).toEqual([]);
    const answer = await talk().append(stream, [event('again')], 'no_stream');
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 4n });
    expect((await talk().read(stream)).map(({ revision, text }) => [revision, text])).toEqual([[4n, 'again']]);
  });

  it('... and the old [a,b] at no_stream again: "success", revision 1, no position, nothing written', async () => {
    const { stream, a, b } = await stored(talk());
    await talk().client.deleteStream(stream);
    const answer = await talk().append(stream, [a, b], 'no_stream');
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(answer.position).toBeUndefined();
    expect(await talk().read(stream)).toEqual([]);
  });

  it('a tombstoned stream: StreamDeletedError for ever', async () => {
    const { stream } = await stored(talk());
    await talk().client.tombstoneStream(stream);
    for (const expected of ['no_stream', 3n] as const) {
      const refusal = await failing(talk().append(stream, [event('x')], expected));
      expect(refusal).toMatchObject({ class: 'StreamDeletedError', type: 'stream-deleted', streamName: stream });
    }
    expect(await failing(talk().read(stream))).toMatchObject({ class: 'StreamDeletedError', code: 9 });
  });
}
