// From an event to bytes and back nothing changes but the position; destroyed text shows the placeholder; damage is named.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRecorded } from '../../../test/support/log/recorded.js';
import type { Recorded } from '../../../workflows/kit/types.js';
import { MemoryVault } from '../../vault/memory.vault.js';
import { keysOf } from '../../vault/sealing.js';
import { ERASED_TEXT } from '../../vault/vault.js';
import { chainOf, ZERO_CHAIN } from '../chain.js';
import { crc32c } from '../crc32c.js';
import { LogCorrupt } from '../errors.js';
import type { EventToAppend, StoredEvent } from '../event-log.js';
import { canonicalJson } from './canonical-json.js';
import { decode, decodeSealed, encode, prepare } from './codec.js';

const stored = (event: EventToAppend, revision = 0): StoredEvent => ({
  ...event,
  stream: 'trajectory-1',
  revision,
  position: '7',
});
const atPosition = (event: Recorded): Recorded => ({ ...event, meta: { ...event.meta, position: '7' } });
const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Data as events have it: texts that may be personal, and a part that never is. */
const anyData = fc.record({
  texts: fc.dictionary(
    fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__'),
    fc.string({ unit: 'binary' }),
    { noNullPrototype: true },
  ),
  rest: fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('"__proto__":')),
});

describe('the codec', () => {
  it('gives back what was recorded, and the placeholder for exactly the fields whose key was destroyed', async () => {
    await fc.assert(
      fc.asyncProperty(anyData, fc.boolean(), async (data, byPerson) => {
        const vault = new MemoryVault();
        const event = aRecorded(data);
        const names = Object.keys(data.texts);
        const fields = names.map((name) => ({
          pointer: `/texts/${escape(name)}`,
          subject: byPerson ? 'p' : undefined,
        }));
        const [ready] = await prepare([event], () => fields, ZERO_CHAIN, vault);
        if (!ready) throw new Error('one event');
        const there = JSON.parse(JSON.stringify(atPosition(event))) as Recorded;
        expect(decode(stored(ready), vault)).toEqual(there);
        if (byPerson) vault.destroySubject('p');
        else vault.destroyEntry(event.meta.id, keysOf(decodeSealed(stored(ready))));
        const erased = { ...data, texts: Object.fromEntries(names.map((name) => [name, ERASED_TEXT])) };
        expect(decode(stored(ready), vault)).toEqual({ ...there, data: JSON.parse(JSON.stringify(erased)) as unknown });
      }),
      { numRuns: 200 },
    );
  });

  it('chains consecutive events over their bytes, ciphertext included', async () => {
    const vault = new MemoryVault();
    const events = [aRecorded({ text: 'a' }, 4), aRecorded({ text: 'b' }, 5)];
    const before = chainOf(Buffer.from('earlier'), ZERO_CHAIN);
    const [one, two] = await prepare(events, () => [{ pointer: '/text' }], before, vault);
    expect(one?.chain).toBe(chainOf(one?.bytes ?? new Uint8Array(), before));
    expect(two?.chain).toBe(chainOf(two?.bytes ?? new Uint8Array(), one?.chain ?? ''));
    expect(one?.crc).toBe(crc32c(one?.bytes ?? new Uint8Array()));
    expect(Buffer.from(one?.bytes ?? []).toString()).toContain('sealed:v1:');
  });

  it('leaves the position out of the bytes and takes it from the log', () => {
    const event = aRecorded({ n: 1 });
    const bytes = (position: string) =>
      encode({ recorded: { ...event, meta: { ...event.meta, position } }, sealed: [] }, ZERO_CHAIN).bytes;
    expect(Buffer.from(bytes('')).equals(bytes('12'))).toBe(true);
  });

  it('has the same bytes whatever the order of the fields', () => {
    const bytes = (data: Record<string, unknown>) => canonicalJson({ data });
    expect(bytes({ a: 1, b: { c: 2, d: 3 } })).toBe(bytes({ b: { d: 3, c: 2 }, a: 1 }));
    expect(bytes({ a: undefined, b: -0 })).toBe('{"data":{"b":0}}');
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Infinity, 1n, () => 1, [undefined], JSON.parse('{"__proto__":1}') as unknown]) {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    }
  });

  it('names the place of bytes that are no event or stand in the wrong place', () => {
    const event = stored(encode({ recorded: aRecorded({ n: 1 }), sealed: [] }, ZERO_CHAIN));
    const other = (text: string): StoredEvent => ({ ...event, bytes: Buffer.from(text) });
    const text = Buffer.from(event.bytes).toString();
    const broken = [
      { ...event, type: 'Other' },
      { ...event, id: 'other' },
      { ...event, stream: 'trajectory-2' },
      { ...event, revision: 1 },
      ...[
        '',
        '{',
        '[]',
        'null',
        '{}',
        text.replace('"n":1', '"__proto__":1'),
        text.replace('"data":{"n":1}', '"data":[]'),
      ].map(other),
    ];
    for (const damaged of broken) expect(() => decode(damaged, new MemoryVault())).toThrow(LogCorrupt);
    expect(() => decode(other('{'), new MemoryVault())).toThrow(/stream trajectory-1, revision 0, position 7/);
    expect(decode(event, new MemoryVault()).data).toEqual({ n: 1 });
  });

  it('treats text that looks like a key of a prototype or a sealed text as text', async () => {
    const vault = new MemoryVault();
    const data = { a: '"__proto__":', b: 'sealed:v1:x:y', c: '__proto__' };
    const [ready] = await prepare([aRecorded(data)], () => [{ pointer: '/c' }], ZERO_CHAIN, vault);
    expect(ready && decode(stored(ready), vault).data).toEqual(data);
  });
});
