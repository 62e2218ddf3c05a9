// The adapter when things go wrong: what it answers to an append of unknown outcome, and what it does with
// connections, deleted streams and a server that falls silent.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { FakeEventStore } from '../../../test/support/eventstoredb/fake-event-store.js';
import { skippingPauses } from '../../../test/support/eventstoredb/skipping-pauses.js';
import { anEvent, appended, idsOf } from '../../../test/support/log/events.js';
import { LogUnavailable, StreamDeleted } from '../errors.js';
import type { EventToAppend } from '../event-log.js';
import { addressOf } from './address.js';
import { Calls } from './calls.js';
import { clientsFor, Connections } from './connections.js';
import { DeletedStreams } from './deleted-streams.js';
import { EventStoreDbEventLog } from './eventstoredb.event-log.js';
import { TimedOut } from './faults.js';
import { findDeleted } from './find-deleted.js';
import { Reader } from './reader.js';
import { RecentIds } from './recent-ids.js';
import type { Timing } from './timing.js';
import { Watchdog } from './watchdog.js';

let fake: FakeEventStore;
const logs: EventStoreDbEventLog[] = [];
const open = async (timing?: Timing): Promise<EventStoreDbEventLog> => {
  const log = await EventStoreDbEventLog.open({ url: fake.url, timing });
  logs.push(log);
  return log;
};
const event = (): EventToAppend => anEvent(randomUUID());
const streamName = (): string => `trajectory-${randomUUID()}`;

beforeEach(async () => {
  fake = await FakeEventStore.start();
});
afterEach(async () => {
  await fake.start();
  fake.become({ state: 'ready', hasQuorum: true });
  for (const log of logs.splice(0)) await log.close();
  await fake.stop();
});

/** As another process would: the ids are ours, the bytes are not. */
function storeOther(stream: string, events: readonly EventToAppend[]): void {
  const none = new Uint8Array();
  const proposed = events.map(({ id, type }) => ({
    id,
    type,
    contentType: 'application/octet-stream',
    data: none,
    metadata: none,
  }));
  fake.store.append(stream, 'no_stream', proposed);
}

describe('an append of unknown outcome', () => {
  it.each([
    ['cut before it arrived', { kind: 'cut-before' }],
    ['cut after it arrived, written later', { kind: 'cut-after', landsAfterMs: 20 }],
    ['cut after it arrived, never written', { kind: 'cut-after' }],
    ['its answer lost', { kind: 'answer-lost' }],
    ['without a quorum, written later', { kind: 'no-quorum', ms: 5, landsAfterMs: 200 }],
    ['without a quorum, never written', { kind: 'no-quorum', ms: 5 }],
    ['never answered but written', { kind: 'never', written: true }],
    ['never answered nor written', { kind: 'never', written: false }],
  ] as const)('%s: is stored once and answered as such', async (_what, fault) => {
    const log = await open(skippingPauses(1_000));
    const [stream, events] = [streamName(), [event(), event()]];
    fake.inject(fault);
    expect(await log.append(stream, 'none', events)).toMatchObject({ kind: 'appended', revision: 1 });
    await log.append(stream, 1, [event()]);
    expect(idsOf(await log.readStream(stream, 0)).slice(0, 2)).toEqual(idsOf(events));
    expect(await log.readStream(stream, 0)).toHaveLength(3);
  });

  it('stays unknown while nobody answers, in time, and the log goes on when the server does', async () => {
    const timing = skippingPauses(1_000);
    const log = await open(timing);
    fake.become({ state: 'frozen' });
    const began = timing.elapsed();
    const stream = streamName();
    await expect(log.append(stream, 'none', [event()])).rejects.toMatchObject({ code: 'unanswered' });
    expect(timing.elapsed() - began).toBeLessThanOrEqual(14_000);
    expect(log.details().unanswered).toBe(1);
    fake.become({ state: 'ready' });
    expect(appended(await log.append(stream, 'none', [event()])).revision).toBe(0);
  });

  it('is a lost race when another event stands in its place', async () => {
    const log = await open();
    const stream = streamName();
    storeOther(stream, [event()]);
    fake.inject({ kind: 'no-quorum', ms: 1 });
    // What stands there is not ours to read, so this only holds when the place is looked at and not the bytes.
    await expect(log.append(stream, 'none', [event()])).rejects.toThrow(LogUnavailable);
    const whole = streamName();
    const winner = event();
    await log.append(whole, 'none', [winner]);
    fake.inject({ kind: 'no-quorum', ms: 1 });
    expect(await log.append(whole, 'none', [event()])).toEqual({ kind: 'wrong-revision', actual: 0 });
  });

  it('is an earlier try of the same command when the ids stand there with fewer events', async () => {
    const log = await open();
    const [stream, first] = [streamName(), event()];
    await log.append(stream, 'none', [first]);
    fake.inject({ kind: 'no-quorum', ms: 1 });
    const again = await log.append(stream, 'none', [anEvent(first.id, 'other bytes'), event()]);
    expect(again).toMatchObject({ kind: 'appended', revision: 0, earlierTry: true });
  });
});

describe('a stream that was deleted on the server', () => {
  it('takes nothing, also when nobody told of it: the answer shows it', async () => {
    const log = await open();
    const [soft, hard, events] = [streamName(), streamName(), [event(), event()]];
    await log.append(soft, 'none', events);
    await log.append(hard, 'none', [event()]);
    fake.store.softDelete(soft, 'any');
    fake.store.tombstone(hard, 'any');
    await expect(log.append(soft, 'none', events)).rejects.toThrow(StreamDeleted);
    await expect(log.append(soft, 1, [event()])).rejects.toThrow(StreamDeleted);
    await expect(log.readStream(hard, 0)).rejects.toThrow(StreamDeleted);
    expect(log.details().deletedStreams).toEqual([soft, hard].sort());
  });
});

describe('the watchdog', () => {
  const timing = skippingPauses(500);
  const watching = (seen: () => string): Promise<Error> => {
    const connections = new Connections(clientsFor(addressOf(fake.url), 1));
    const calls = new Calls(connections, { username: 'x', password: 'x' }, timing);
    const reader = new Reader(calls, timing, new DeletedStreams(), new RecentIds());
    return new Promise((resolve) => {
      const end = (error: Error): void => {
        clearInterval(patience);
        stop();
        connections.close();
        resolve(error);
      };
      const stop = new Watchdog(calls, reader, timing, seen).watch(end);
      const began = timing.elapsed();
      const patience = setInterval(() => {
        if (timing.elapsed() - began >= 60_000) end(new Error('never barked'));
      }, 1);
    });
  };

  it('barks at an event of ours that was not brought, and not at those of others', async () => {
    const log = await open();
    const none = new Uint8Array();
    const other = { id: randomUUID(), type: 'Other', contentType: 'application/json', data: none, metadata: none };
    fake.store.append('order-1', 'any', [other]);
    expect((await watching(() => '-1')).message).toBe('never barked');
    const { position } = appended(await log.append(streamName(), 'none', [event()]));
    expect((await watching(() => '-1')).message).toContain('left out an event');
    expect((await watching(() => position)).message).toBe('never barked');
  });

  it('barks at a server that does not answer', async () => {
    fake.become({ state: 'frozen' });
    expect(await watching(() => '-1')).toBeInstanceOf(TimedOut);
  });
});

describe('connections', () => {
  const SHUT_DOWN = 4;
  const stateOf = async (client: unknown): Promise<number> => {
    const channel = await (
      client as { getChannel(): Promise<{ getConnectivityState(connect: boolean): number }> }
    ).getChannel();
    try {
      return channel.getConnectivityState(false);
    } catch {
      return SHUT_DOWN;
    }
  };

  it('are renewed once for a whole wave, and the old one is closed after its last call', async () => {
    let made = 0;
    const make = clientsFor(addressOf(fake.url), 0);
    const connections = new Connections((generation) => {
      made += 1;
      return make(generation);
    });
    const [one, two] = [connections.lease(), connections.lease()];
    one.done(new TimedOut('an append', 5_000));
    expect(await stateOf(two.client)).not.toBe(SHUT_DOWN);
    expect(connections.lease().client).not.toBe(two.client);
    two.done(new TimedOut('an append', 5_000));
    await new Promise(setImmediate);
    expect(await stateOf(two.client)).toBe(SHUT_DOWN);
    expect(made).toBe(2);
    connections.close();
  });

  it('are not made any more once they are closed, also not by a call that fails after that', async () => {
    let made = 0;
    const make = clientsFor(addressOf(fake.url), 0);
    const connections = new Connections((generation) => {
      made += 1;
      return make(generation);
    });
    const lease = connections.lease();
    connections.close();
    lease.done(new TimedOut('a read', 5_000));
    await new Promise(setImmediate);
    expect({ made, state: await stateOf(lease.client) }).toEqual({ made: 1, state: SHUT_DOWN });
    expect(() => connections.lease()).toThrow(LogUnavailable);
  });

  it('are let go of when the log is closed while it reads and still looks for deleted streams', async () => {
    const timing = skippingPauses(50);
    const connections = new Connections(clientsFor(addressOf(fake.url), 1));
    const lease = connections.lease();
    lease.done();
    fake.become({ state: 'frozen' });
    const closing = new AbortController();
    await findDeleted(connections, { username: 'x', password: 'x' }, timing, new DeletedStreams(), closing.signal);
    const calls = new Calls(connections, { username: 'x', password: 'x' }, timing);
    const reader = new Reader(calls, timing, new DeletedStreams(), new RecentIds());
    const reading = reader.stream(streamName(), 0);
    closing.abort();
    connections.close();
    await expect(reading).rejects.toMatchObject({ code: 'closed' });
    expect(await stateOf(lease.client)).toBe(SHUT_DOWN);
  });

  it('are kept when the server merely says no', () => {
    const connections = new Connections(clientsFor(addressOf(fake.url), 0));
    const lease = connections.lease();
    lease.done(Object.assign(new Error('no'), { type: 'access-denied', code: 7 }));
    expect(connections.lease().client).toBe(lease.client);
    connections.close();
  });
});
