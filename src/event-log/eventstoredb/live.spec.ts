// Following through breaks and restarts, and its end when the log was exchanged under it.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Proposed } from '../../../test/support/eventstoredb/events.js';
import { ChaosProxy } from '../../../test/support/eventstoredb/chaos-proxy.js';
import { FakeEventStore } from '../../../test/support/eventstoredb/fake-event-store.js';
import { skippingPauses } from '../../../test/support/eventstoredb/skipping-pauses.js';
import { anEvent, appended, idsOf } from '../../../test/support/log/events.js';
import { LogBehind } from '../errors.js';
import type { EventToAppend } from '../event-log.js';
import { EventStoreDbEventLog } from './eventstoredb.event-log.js';

let fake: FakeEventStore;
const logs: EventStoreDbEventLog[] = [];
const open = async (): Promise<EventStoreDbEventLog> => {
  const log = await EventStoreDbEventLog.open({ url: fake.url });
  logs.push(log);
  return log;
};
const event = (): EventToAppend => anEvent(randomUUID());
const streamName = (): string => `trajectory-${randomUUID()}`;

beforeEach(async () => {
  fake = await FakeEventStore.start();
});
afterEach(async () => {
  for (const log of logs.splice(0)) await log.close();
  await fake.stop();
});

describe('following', () => {
  it('goes on through breaks and restarts, with everything once and in order', async () => {
    const log = await open();
    const seen: string[] = [];
    const failed: unknown[] = [];
    const take = (events: { id: string }[]): Promise<void> => Promise.resolve(void seen.push(...idsOf(events)));
    const following = log.subscribe('-1', take, (error) => failed.push(error));
    const [stream, asked] = [streamName(), Array.from({ length: 30 }, event)];
    for (const [index, one] of asked.entries()) {
      if (index % 10 === 3) fake.cutAll();
      if (index % 10 === 6) await fake.restart();
      await log.append(stream, index === 0 ? 'none' : index - 1, [one]);
    }
    while (seen.length < asked.length) await new Promise(setImmediate);
    await following.stop();
    expect(seen).toEqual(idsOf(asked));
    expect(failed).toEqual([]);
    expect(log.details().resumed).toBeGreaterThan(0);
  });

  it('goes on from its own last event when the server no longer takes the place that it gave to resume from', async () => {
    const log = await open();
    const seen: string[] = [];
    const take = (events: { id: string }[]): Promise<void> => Promise.resolve(void seen.push(...idsOf(events)));
    const following = log.subscribe('-1', take, () => undefined);
    const [stream, one, two, three] = [streamName(), event(), event(), event()];
    const until = async (condition: () => boolean): Promise<void> => {
      const end = performance.now() + 10_000;
      while (!condition() && performance.now() < end) await new Promise(setImmediate);
    };
    await until(() => log.details().following === 'following');
    await log.append(stream, 'none', [one]);
    const none = new Uint8Array();
    const other = (): Proposed => ({ id: randomUUID(), type: 'Other', contentType: '', data: none, metadata: none });
    // Enough of others for a checkpoint behind our own last event; what follows it shows that it arrived.
    fake.store.append('order-1', 'any', Array.from({ length: 64 }, other));
    await log.append(stream, 0, [two]);
    fake.store.append('order-1', 'any', Array.from({ length: 64 }, other));
    await until(() => seen.includes(two.id));
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    fake.store.knowsCheckpoints = false;
    fake.cutAll();
    await log.append(stream, 1, [three]);
    await until(() => seen.includes(three.id));
    await following.stop();
    expect(seen).toEqual(idsOf([one, two, three]));
  });

  it('catches up through a network that swallows everything in the middle of a long read', async () => {
    const direct = await open();
    const asked = Array.from({ length: 2_000 }, event);
    for (let from = 0; from < asked.length; from += 500)
      await direct.append(streamName(), 'none', asked.slice(from, from + 500));
    const proxy = await ChaosProxy.start(fake.port);
    const log = await EventStoreDbEventLog.open({ url: proxy.through(fake.url), timing: skippingPauses(1_000) });
    const seen: string[] = [];
    const heal = (): void => void (proxy.weather = { kind: 'fine' });
    const everything = new Promise((resolve) => {
      const following = log.subscribe('-1', async (events) => {
        // From the first page on nothing passes, until somebody comes with a connection of its own.
        if (seen.length === 0) {
          proxy.weather = { kind: 'black-hole' };
          proxy.onConnection = heal;
        }
        seen.push(...idsOf(events));
        if (seen.length >= asked.length) resolve(following);
      });
    });
    await everything;
    await log.close();
    await proxy.stop();
    expect(seen).toEqual(idsOf(asked));
  });

  it('ends when the log was put back to before what was seen, and nothing more is written', async () => {
    const log = await open();
    const stream = streamName();
    const failure = new Promise((resolve) => {
      log.subscribe('-1', () => Promise.resolve(), resolve);
    });
    await log.append(stream, 'none', [event()]);
    while (log.details().following !== 'following') await new Promise(setImmediate);
    const count = fake.store.all.length;
    const { position } = appended(await log.append(stream, 0, [event()]));
    await new Promise(
      (resolve) => log.subscribe(position, () => Promise.resolve(), resolve) && setTimeout(resolve, 50),
    );
    fake.store.cutTo(count);
    fake.cutAll();
    expect(await failure).toBeInstanceOf(LogBehind);
    expect(log.health().state).toBe('stopped');
    await expect(log.append(stream, 0, [event()])).rejects.toMatchObject({ code: 'stopped' });
  });

  it('refuses to begin at a place that the log does not have', async () => {
    const log = await open();
    await log.append(streamName(), 'none', [event()]);
    for (const place of ['1400', '999999999']) {
      const failure = new Promise((resolve) => log.subscribe(place, () => Promise.resolve(), resolve));
      expect(await failure).toBeInstanceOf(LogBehind);
    }
  });
});
