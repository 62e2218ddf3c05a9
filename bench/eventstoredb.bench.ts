// G9: the adapter against the bare client on the same path (per call, bytes), appends at 1 and 32 clients and catching up with everything;
// paired rounds. On the fake in a process of its own, and on a real server when EVENTSTORE_TEST_URL names one.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { openLog } from '../src/event-log/open-log.js';
import type { EventLog, StoredEvent } from '../src/event-log/event-log.js';
import { chainOf, ZERO_CHAIN } from '../src/event-log/chain.js';
import { idOf } from '../workflows/kit/ids.js';
import { goal, median, note, report, ROUNDS, scratch, sizeOf, timed, type Measured } from './support.js';
import { storedTwelve } from './twelve.js';

const TRAJECTORIES = sizeOf('ESDB_TRAJECTORIES', 40);
/** Without credentials the client would take its batch path, which is another one than the adapter's. */
const NOBODY = { username: 'bench', password: 'bench' };
const run = process.hrtime.bigint().toString(36);
let copies = 0;

/** The same events under ids that the server has not seen. */
function fresh(samples: readonly StoredEvent[][]): StoredEvent[][] {
  const nr = (copies += 1);
  return samples.map((events, index) => {
    const stream = `trajectory-${idOf('bench-esdb', run, nr, index)}`;
    return events.map((event, revision) => ({ ...event, stream, revision, id: idOf(stream, revision) }));
  });
}

async function each<T>(list: readonly T[], clients: number, work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    for (let mine = next++; mine < list.length; mine = next++) {
      const one = list[mine];
      if (one !== undefined) await work(one);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

const viaAdapter = (log: EventLog, streams: StoredEvent[][], clients: number): Promise<Measured> =>
  timed(streams.flat().length, () =>
    each(streams, clients, async (events) => {
      for (const [index, event] of events.entries()) {
        const result = await log.append(event.stream, index === 0 ? 'none' : index - 1, [event]);
        if (result.kind !== 'appended') throw new Error(JSON.stringify(result));
      }
    }),
  );

const viaClient = (
  client: EventStoreDBClient,
  credentials: typeof NOBODY,
  streams: StoredEvent[][],
  clients: number,
): Promise<Measured> =>
  timed(streams.flat().length, () =>
    each(streams, clients, async (events) => {
      for (const [index, { stream, id, type, bytes, chain, crc }] of events.entries()) {
        const event = {
          id,
          type,
          contentType: 'application/octet-stream' as const,
          data: bytes,
          metadata: { chain, crc },
        };
        const expectedRevision = index === 0 ? ('no_stream' as const) : BigInt(index - 1);
        await client.appendToStream(stream, [event], { expectedRevision, credentials });
      }
    }),
  );

/** Follows from the beginning until everything that is there has been seen. */
async function adapterCatchesUp(log: EventLog): Promise<Measured> {
  const head = BigInt((await log.head()) ?? '-1');
  let seen = 0;
  const start = process.hrtime.bigint();
  await new Promise<void>((done, failed) => {
    const subscription = log.subscribe(
      '-1',
      async (events) => {
        seen += events.length;
        if (BigInt(events.at(-1)?.position ?? '-1') >= head)
          queueMicrotask(() => void subscription.stop().then(done, failed));
      },
      failed,
    );
  });
  return { operations: seen, ms: Number(process.hrtime.bigint() - start) / 1e6 };
}

async function clientCatchesUp(
  client: EventStoreDBClient,
  credentials: typeof NOBODY,
  expected: number,
): Promise<Measured> {
  let seen = 0;
  const start = process.hrtime.bigint();
  const filter = streamNameFilter({ prefixes: ['trajectory-', 'organisation-'] });
  const subscription = client.subscribeToAll({ fromPosition: START, filter, credentials });
  await new Promise<void>((done, failed) => {
    subscription.on('error', failed);
    subscription.on('data', () => {
      seen += 1;
      if (seen >= expected) done();
    });
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  await subscription.unsubscribe();
  return { operations: seen, ms };
}

async function measure(where: string, url: string, samples: StoredEvent[][]): Promise<void> {
  const place = scratch();
  const log = await openLog({ kind: 'eventstoredb', url }, place.directory);
  const [, account] = /^esdb(?:\+discover)?:\/\/(?:([^@/?]*)@)?/.exec(url) ?? [];
  const [username = NOBODY.username, password = NOBODY.password] = (account ?? '')
    .split(':')
    .filter(Boolean)
    .map(decodeURIComponent);
  const credentials = { username, password };
  const client = EventStoreDBClient.connectionString(url);
  const rates: Record<string, number[]> = {};
  const keep = (who: string, { operations, ms }: Measured): void =>
    void (rates[who] ??= []).push((operations / ms) * 1_000);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const clients of [1, 32]) {
      const bare = await viaClient(client, credentials, fresh(samples), clients);
      const ours = await viaAdapter(log, fresh(samples), clients);
      if (round < 0) continue;
      keep(`bare client, appends, ${clients} clients`, bare);
      keep(`Rode Draad, appends, ${clients} clients`, ours);
    }
  }
  for (let round = -1; round < ROUNDS; round += 1) {
    const ours = await adapterCatchesUp(log);
    const bare = await clientCatchesUp(client, credentials, ours.operations);
    if (round < 0) continue;
    keep('bare client, filtered subscription from the start', bare);
    keep('Rode Draad, catching up from the start', ours);
  }
  report(`G9: EventStoreDB, ${where}`, rates, 'bare client, appends, 1 clients', ' events/s');
  const paired = (ours: string, bare: string): number =>
    median((rates[ours] ?? []).map((rate, index) => rate / (rates[bare]?.[index] ?? 1)));
  for (const clients of [1, 32])
    goal(
      'G9',
      `${where}: appends at ${clients} clients to the bare client`,
      paired(`Rode Draad, appends, ${clients} clients`, `bare client, appends, ${clients} clients`),
      0.9,
    );
  goal(
    'G9',
    `${where}: catching up to the bare subscription`,
    paired('Rode Draad, catching up from the start', 'bare client, filtered subscription from the start'),
    0.8,
  );
  await client.dispose();
  await log.close();
  place.remove();
}

/** As the recorder makes them: chained within their stream. */
function chained(samples: StoredEvent[][]): StoredEvent[][] {
  return samples.map((events) => {
    let chain = ZERO_CHAIN;
    return events.map((event) => ({ ...event, chain: (chain = chainOf(event.bytes, chain)) }));
  });
}

const samples = chained(await storedTwelve(TRAJECTORIES));
const child = fork(join(import.meta.dirname, 'fake-server.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
const { url } = await new Promise<{ url: string }>((told) =>
  child.once('message', (message) => told(message as { url: string })),
);
await measure('on the fake', url, samples);
child.disconnect();
const real = process.env.EVENTSTORE_TEST_URL;
if (real === undefined) note('G9 was not run on a real EventStoreDB: EVENTSTORE_TEST_URL is not set.');
else await measure('on a real server', real, samples);
