// What goes wrong on purpose, as the bare client sees it: the errors of a real server by name and code, and what was written all the same.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { ChaosProxy } from '../support/eventstoredb/chaos-proxy.js';
import { FakeCluster } from '../support/eventstoredb/fake-cluster.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { failures } from '../support/eventstoredb/answers.js';
import { freshDirectory } from '../support/log/directory.js';
import { event, failing, Talk } from './talk.js';

const open: { close(): unknown }[] = [];
const opened = <T extends { close(): unknown } | { stop(): unknown }>(thing: T): T => {
  open.push('close' in thing ? thing : { close: () => thing.stop() });
  return thing;
};
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

describe('an append that goes wrong', () => {
  let fake: FakeEventStore;
  let talk: Talk;
  beforeEach(async () => {
    fake = opened(await FakeEventStore.start());
    talk = opened(new Talk(fake.url));
    await talk.append(talk.stream(), [event('first')], 'no_stream');
  });
  const written = async (stream: string): Promise<number> => (await talk.read(stream)).length;

  it('cut before it arrived: unavailable, nothing written', async () => {
    const stream = talk.stream();
    fake.inject({ kind: 'cut-before' });
    expect(await failing(talk.append(stream, [event('a')], 'no_stream'))).toMatchObject({ code: 14 });
    expect(await written(stream)).toBe(0);
  });

  it('cut after it arrived: unavailable, and written later', async () => {
    const stream = talk.stream();
    fake.inject({ kind: 'cut-after', landsAfterMs: 20 });
    expect(await failing(talk.append(stream, [event('a')], 'no_stream'))).toMatchObject({ code: 14 });
    await new Promise<void>((resolve) => {
      const stop = fake.store.onAppended(() => {
        stop();
        resolve();
      });
    });
    expect(await written(stream)).toBe(1);
  });

  it('the answer lost: unavailable, but written', async () => {
    const stream = talk.stream();
    fake.inject({ kind: 'answer-lost' });
    expect(await failing(talk.append(stream, [event('a')], 'no_stream'))).toMatchObject({ code: 14 });
    expect(await written(stream)).toBe(1);
    expect(await talk.append(stream, [event('b')], 0n)).toMatchObject({ nextExpectedRevision: 1n });
  });

  it('never answered: the deadline of the client ends it', async () => {
    const stream = talk.stream();
    fake.inject({ kind: 'never', written: true });
    const options = { expectedRevision: 'no_stream', credentials: { username: 'x', password: 'x' }, deadline: 200 };
    const call = talk.client.appendToStream(stream, [event('a')], options as never);
    expect(await failing(call)).toMatchObject({ class: 'DeadlineExceededError', code: 4 });
    expect(await written(stream)).toBe(1);
  });

  it('no quorum: TimeoutError code 10, reads still answered, and every second one written when it is back', async () => {
    const streams = [talk.stream(), talk.stream()];
    fake.become({ hasQuorum: false, quorumTimeoutMs: 10 });
    for (const stream of streams) {
      expect(await failing(talk.append(stream, [event('a')], 'no_stream'))).toMatchObject({
        ...{ class: 'TimeoutError', code: 10, message: expect.stringContaining('Commit phase timeout') },
      });
      expect(await written(stream)).toBe(0);
    }
    fake.node.regainQuorum();
    expect(await Promise.all(streams.map(written))).toEqual([1, 0]);
  });

  it('a node that is not ready: UnavailableError code 14', async () => {
    fake.become({ state: 'not-ready' });
    expect(await failing(talk.append(talk.stream(), [event('a')], 'no_stream'))).toMatchObject({
      ...{ class: 'UnavailableError', code: 14, message: expect.stringContaining('Server Is Not Ready') },
    });
    expect(await failing(talk.read(talk.stream()))).toMatchObject({ class: 'UnavailableError' });
  });

  it('hits the appends it is aimed at, in the order asked for, and counts', async () => {
    const [aimed, other] = [talk.stream(), talk.stream()];
    fake.inject({ kind: 'error', error: failures.notReady() }, (stream) => stream === aimed);
    await talk.append(other, [event('a')], 'no_stream');
    expect(fake.faults.left).toBe(1);
    await failing(talk.append(aimed, [event('a')], 'no_stream'));
    expect([fake.faults.left, fake.faults.struck.get('error')]).toEqual([0, 1]);
  });
});

describe('a server that goes away and comes back', () => {
  it('refuses connections while it is away, with a plain error before there ever was one, and has everything back', async () => {
    const fake = opened(await FakeEventStore.start());
    const talk = opened(new Talk(fake.url));
    const [stream, events] = [talk.stream(), [event('a'), event('b')]];
    const first = await talk.append(stream, events, 'no_stream');
    await fake.stop();
    expect(await failing(talk.append(stream, [event('c')], 1n))).toMatchObject({ code: 14 });
    const newcomer = opened(new Talk(fake.url, 'batch'));
    expect((await failing(newcomer.append(stream, [event('c')], 1n))).type).toBeUndefined();
    await fake.start();
    expect(await newcomer.append(stream, events, 'no_stream')).toEqual(first);
  });

  it('has everything back from its file after the death of its process, but for an append that was torn', async () => {
    const journal = `${freshDirectory()}/journal`;
    const before = await FakeEventStore.start({ journal });
    const talk = opened(new Talk(before.url));
    const stream = talk.stream();
    await talk.append(stream, [event('a'), event('b')], 'no_stream');
    await before.stop();
    const { appendFileSync } = await import('node:fs');
    appendFileSync(journal, '[{"stream":"torn');
    const after = opened(await FakeEventStore.start({ journal }));
    const again = opened(new Talk(after.url));
    expect((await again.read(stream)).map(({ text }) => text)).toEqual(['a', 'b']);
    await again.append(stream, [event('c')], 1n);
    await after.stop();
    const third = opened(await FakeEventStore.start({ journal }));
    expect(await opened(new Talk(third.url)).read(stream)).toHaveLength(3);
  });
});

describe('a cluster', () => {
  it('takes what a client sends to a follower, but names the leader where the leader was asked for', async () => {
    const cluster = opened(await FakeCluster.start());
    const follower = cluster.nodes[1] as FakeEventStore;
    const talk = opened(new Talk(follower.url));
    const stream = talk.stream();
    expect(await talk.append(stream, [event('a')], 'no_stream')).toMatchObject({ success: true });
    const options = { requiresLeader: true, expectedRevision: 0n, credentials: { username: 'x', password: 'x' } };
    expect(await failing(talk.client.appendToStream(stream, event('b'), options))).toMatchObject({
      ...{ class: 'NotLeaderError', code: 5 },
      leader: { address: '127.0.0.1', port: cluster.leading.port },
    });
  });

  it('is found by gossip, also after the leader was killed', async () => {
    const cluster = opened(await FakeCluster.start());
    const talk = opened(new Talk(cluster.url));
    const [stream, first] = [talk.stream(), event('a')];
    await talk.append(stream, [first], 'no_stream');
    const killed = await cluster.killLeader();
    expect(await failing(talk.append(stream, [event('b')], 0n))).toMatchObject({ code: 14 });
    const again = opened(new Talk(cluster.url));
    expect(await again.append(stream, [first], 'no_stream')).toMatchObject({ nextExpectedRevision: 0n });
    await cluster.revive(killed);
  });

  it('without a leader is not found: a plain error after ten attempts', async () => {
    const fake = opened(await FakeEventStore.start({ members: () => [] }));
    const client = EventStoreDBClient.connectionString(
      `esdb+discover://127.0.0.1:${fake.port}?tls=false&discoveryInterval=1`,
    );
    const call = client.appendToStream('s-1', [event('a')], { credentials: { username: 'x', password: 'x' } });
    expect((await failing(call)).message).toBe('Failed to discover after 10 attempts.');
  });
});

describe('a bad network', () => {
  const through = async (): Promise<{ fake: FakeEventStore; proxy: ChaosProxy; talk: Talk }> => {
    const fake = opened(await FakeEventStore.start());
    const proxy = opened(await ChaosProxy.start(fake.port));
    const talk = opened(new Talk(proxy.through(fake.url)));
    await talk.append(talk.stream(), [event('first')], 'no_stream');
    return { fake, proxy, talk };
  };
  const short = {
    expectedRevision: 'no_stream',
    credentials: { username: 'x', password: 'x' },
    deadline: 300,
  } as const;

  it('cut in the middle of a frame: unavailable, nothing written', async () => {
    const { fake, proxy, talk } = await through();
    const stream = talk.stream();
    proxy.weather = { kind: 'cut', afterBytes: 3_000 };
    expect(await failing(talk.append(stream, [event(20_000)], 'no_stream'))).toMatchObject({ code: 14 });
    expect(fake.store.stream(stream)).toBeUndefined();
  });

  it('cut between two events of one append: nothing written, not even the one that arrived whole', async () => {
    const { fake, proxy, talk } = await through();
    const direct = opened(new Talk(fake.url));
    const stream = talk.stream();
    proxy.weather = { kind: 'cut', afterBytes: 3_000 };
    const both = [event('arrives whole'), event(20_000)];
    expect(await failing(talk.append(stream, both, 'no_stream'))).toMatchObject({ code: 14 });
    // By the time that this is answered the server has seen the break.
    for (let turn = 0; turn < 5; turn += 1) await direct.append(direct.stream(), [event('after')], 'no_stream');
    expect(fake.store.stream(stream)).toBeUndefined();
  });

  it('a black hole: nothing arrives; half-open: it arrives, the answer does not', async () => {
    const { fake, proxy, talk } = await through();
    const [lost, kept] = [talk.stream(), talk.stream()];
    proxy.weather = { kind: 'black-hole' };
    expect(await failing(talk.client.appendToStream(lost, event('a'), short))).toMatchObject({ code: 4 });
    proxy.cutAll();
    proxy.weather = { kind: 'fine' };
    // Clients with the same options would share the connection that is just breaking.
    const again = opened(new Talk(`${talk.url}&keepAliveInterval=10001`));
    await again.append(again.stream(), [event('a')], 'no_stream');
    proxy.weather = { kind: 'half-open' };
    expect(await failing(again.client.appendToStream(kept, event('a'), short))).toMatchObject({ code: 4 });
    expect([fake.store.stream(lost), fake.store.stream(kept)?.events.length]).toEqual([undefined, 1]);
  });

  it('slow: later, but whole', async () => {
    const { proxy, talk } = await through();
    proxy.weather = { kind: 'slow', ms: 20 };
    const stream = talk.stream();
    expect(await talk.append(stream, [event(20_000)], 'no_stream')).toMatchObject({ success: true });
  });
});
