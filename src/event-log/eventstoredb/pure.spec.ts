// The parts of the adapter that decide without a server: reading back, errors, ids, deletions, and the ring of the newest events.
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@eventstore/db-client';
import { anEvent } from '../../../test/support/log/events.js';
import type { StoredEvent } from '../event-log.js';
import { DeletedStreams } from './deleted-streams.js';
import { definiteOf, isConnectionLost, isInvalidPosition, leaderOf, TimedOut } from './faults.js';
import { RecentIds } from './recent-ids.js';
import { Ring } from './ring.js';
import { describedBy, isOurs } from './streams.js';
import { compareTail } from './tail.js';
import { backOff, systemTiming } from './timing.js';

const UUID = '0b7f3f5c-2b8b-5d2f-9b53-0c5a6d0f5a11';
const OURS = `trajectory-${UUID}`;
const at = (event: ReturnType<typeof anEvent>, revision: number): StoredEvent => ({
  ...event,
  stream: OURS,
  revision,
  position: String(1_000 + revision),
});

describe('reading back', () => {
  const asked = [anEvent('a'), anEvent('b')];
  const [a, b] = [at(anEvent('a'), 3), at(anEvent('b'), 4)];
  it.each([
    ['ours when all stand there', [a, b], 'ours'],
    ['nothing when nothing stands there', [], 'nothing'],
    ["others' when another id stands there", [at(anEvent('x'), 3)], 'others'],
    ['an earlier try when the bytes differ', [a, at(anEvent('b', 'other'), 4)], 'earlier-try'],
    ['an earlier try when it had fewer events', [a], 'earlier-try'],
    ['an earlier try when the type differs', [{ ...a, type: 'Other' }, b], 'earlier-try'],
    ["others' when it stands at another revision", [at(anEvent('a'), 5)], 'others'],
  ])('is %s', (_what, found, tail) => {
    expect(compareTail(3, asked, found)).toBe(tail);
  });
});

describe('an error of the client', () => {
  it.each([
    ['wrong-expected-version', 'wrong-revision'],
    ['maximum-append-size-exceeded', 'too-large'],
    ['stream-deleted', 'deleted'],
    ['access-denied', 'denied'],
  ])('of type %s is certain', (type, kind) => {
    expect(definiteOf(Object.assign(new Error(''), { type }))).toBe(kind);
  });

  it.each([
    ['unavailable', { type: 'unavailable', code: 14 }],
    ['a time-out of the commit', { type: 'timeout', code: 10 }],
    ['a plain one without a type', { code: 14 }],
    ['unknown', { type: 'unknown', code: 2 }],
    ['not the leader', { type: 'not-leader', code: 5 }],
  ])('that is %s says nothing about what was written', (_what, properties) => {
    expect(definiteOf(Object.assign(new Error(''), properties))).toBeUndefined();
  });

  it('asks for a fresh connection when this one seems dead, and only then', () => {
    expect(isConnectionLost(new TimedOut('an append', 5_000))).toBe(true);
    expect(isConnectionLost(new Error('Failed to discover after 10 attempts.'))).toBe(true);
    for (const code of [1, 4, 10, 13, 14]) expect(isConnectionLost(Object.assign(new Error(''), { code }))).toBe(true);
    for (const code of [2, 3, 7, 16]) expect(isConnectionLost(Object.assign(new Error(''), { code }))).toBe(false);
    expect(isConnectionLost(Object.assign(new Error(''), { type: 'stream-not-found' }))).toBe(false);
  });

  it('names the leader, or a position that this log does not have', () => {
    const leader = { address: 'node2', port: 2_113 };
    expect(leaderOf({ type: 'not-leader', leader })).toEqual(leader);
    expect(leaderOf({ type: 'unavailable', leader })).toBeUndefined();
    expect(isInvalidPosition(new Error('Unexpected ReadAllResult: InvalidPosition'))).toBe(true);
    expect(isInvalidPosition(new Error('other'))).toBe(false);
  });
});

describe('what is ours', () => {
  it('has one of our names with a UUID, nothing else', () => {
    expect(isOurs(OURS)).toBe(true);
    for (const other of ['trajectory-1', `order-${UUID}`, `$$${OURS}`, `x${OURS}`, `${OURS}-2`])
      expect(isOurs(other)).toBe(false);
    expect(describedBy(`$$${OURS}`)).toBe(OURS);
    expect(describedBy('$$order-1')).toBeUndefined();
  });

  it('is known as deleted from what the server notes about it, and no longer when it is taken back', () => {
    const deleted = new DeletedStreams();
    const note = (streamId: string, type: string, data: unknown): void =>
      deleted.learn({ streamId, type, data } as RecordedEvent);
    note(`$$${OURS}`, '$metadata', { $tb: Number.MAX_SAFE_INTEGER });
    note('$$order-1', '$metadata', { $tb: 9 });
    note('order-1', '$streamDeleted', {});
    expect(deleted.names()).toEqual([OURS]);
    note(`$$${OURS}`, '$metadata', {});
    expect(deleted.names()).toEqual([]);
    note(OURS, '$streamDeleted', {});
    expect(deleted.has(OURS)).toBe(true);
  });

  it('is not stored again elsewhere while its id is remembered', () => {
    const ids = new RecentIds();
    ids.note('a', OURS, 3);
    expect(ids.isElsewhere('a', OURS, 3)).toBe(false);
    expect(ids.isElsewhere('a', OURS, 4)).toBe(true);
    expect(ids.isElsewhere('a', `woo-${UUID}`, 3)).toBe(true);
    expect(ids.isElsewhere('b', OURS, 4)).toBe(false);
    for (let n = 0; n < 110_000; n++) ids.note(`n${n}`, OURS, n);
    expect(ids.isElsewhere('a', OURS, 4)).toBe(false);
  });
});

describe('the ring', () => {
  const item = (n: number, size = 1): { position: string; event: StoredEvent } => ({
    position: String(n),
    event: { ...at(anEvent(`e${n}`, size), n), position: String(n) },
  });

  it('covers what came after its beginning, in order, a page at a time', () => {
    const ring = new Ring();
    expect(ring.covers('10')).toBe(false);
    ring.begin('9');
    for (let n = 10; n < 700; n++) ring.add(item(n));
    expect(ring.covers('8')).toBe(false);
    expect(ring.after('9')).toHaveLength(500);
    expect(ring.after('698').map(({ position }) => position)).toEqual(['699']);
    expect(ring.after('699')).toEqual([]);
  });

  it('lets go of the oldest and says so, by number and by size', () => {
    const ring = new Ring();
    ring.begin('0');
    for (let n = 1; n <= 10_000; n++) ring.add(item(n));
    expect(ring.covers('0')).toBe(false);
    const floor = Array.from({ length: 10_000 }, (_, n) => n).find((n) => ring.covers(String(n))) ?? 0;
    expect(10_000 - floor).toBeLessThan(4_700);
    expect(ring.after(String(floor))[0]?.position).toBe(String(floor + 1));
    const heavy = new Ring();
    heavy.begin('0');
    for (let n = 1; n <= 40; n++) heavy.add(item(n, 1_000_000));
    expect(heavy.after('0').length).toBeLessThan(17);
    expect(heavy.after('39').map(({ position }) => position)).toEqual(['40']);
  });

  it('wakes who waits, once', () => {
    const ring = new Ring();
    ring.begin('0');
    let woken = 0;
    ring.onNext(() => (woken += 1));
    ring.onNext(() => (woken += 10))();
    ring.add(item(1));
    ring.add(item(2));
    expect(woken).toBe(1);
  });
});

describe('waiting before another try', () => {
  it('doubles up to a second, and differs from caller to caller', () => {
    const timing = (random: number) => ({ ...systemTiming, random: () => random });
    expect([1, 2, 3, 6, 50].map((failures) => backOff(timing(1), failures))).toEqual([50, 100, 200, 1_000, 1_000]);
    expect([1, 50].map((failures) => backOff(timing(0), failures))).toEqual([25, 500]);
  });
});
