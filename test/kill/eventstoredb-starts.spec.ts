// Starting the product on an EventStoreDB that cannot be used, or that holds what others left there: one clear sentence each, and nothing
// half done.
import { afterEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { createServer, type AddressInfo } from 'node:net';
import { selfSigned } from '../support/eventstoredb/certificate.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { Product } from '../support/kill/product.js';
import { setUpTown } from '../support/kill/town.js';
import { ask, wireTo } from '../support/kill/wire.js';
import { freshDirectory } from '../support/log/directory.js';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
const environment = (url: string) => ({ EVENT_LOG: 'eventstoredb', EVENTSTORE_URL: url });

/** Starts a fake that is stopped after the test. */
async function serving(options: Parameters<typeof FakeEventStore.start>[0] = {}): Promise<FakeEventStore> {
  const fake = await FakeEventStore.start(options);
  open.push(() => fake.stop());
  return fake;
}

async function started(directory: string, url: string): Promise<Product> {
  const product = await Product.start(directory, environment(url));
  open.push(async () => {
    product.kill();
    await product.ended;
  });
  return product;
}

/** What a start that must fail says; without a stack, and with exit code 1. */
async function refusal(url: string, directory = freshDirectory()): Promise<string> {
  const { code, errors } = await Product.refused(directory, environment(url));
  expect({ code, stack: errors.match(/^ {4}at .*$/m), errors }).toMatchObject({ code: 1, stack: null });
  return errors;
}

describe('a start on EventStoreDB is refused in words that say what to do', () => {
  it('for an address that is none', async () => {
    expect(await refusal('http://localhost:2113')).toMatch(/EVENTSTORE_URL/);
    expect(await refusal('esdb://localhost:2113?tsl=false')).toMatch(/onbekende instelling 'tsl'/);
  });

  it('for a wrong password, a missing right and an unknown certificate, without repeating the password', async () => {
    const certificate = selfSigned(freshDirectory());
    const fake = await serving({ certificate, accounts: { app: { password: 'geheim' } } });
    const said = await Promise.all([
      refusal(fake.urlFor('app:verkeerd')),
      refusal(fake.urlFor('app:geheim')),
      refusal(fake.urlFor('app:geheim', { tlsCAFile: selfSigned(freshDirectory()).caFile })),
    ]);
    expect(said[0]).toMatch(/kent dit account of wachtwoord niet/);
    expect(said[1]).toMatch(/mag dit niet op EventStoreDB: alles lezen \(\$all\)/);
    expect(said[2]).toMatch(/certificaat van EventStoreDB wordt niet vertrouwd.*tlsCAFile/);
    expect(said.join('\n')).not.toMatch(/verkeerd|geheim/);
  });

  it('for a server that is not there, and one that takes connections and never answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    open.push(() => silent.close());
    const gone = await serving();
    await gone.stop();
    const said = await Promise.all([gone.url, `esdb://127.0.0.1:${port}?tls=false`].map((url) => refusal(url)));
    for (const each of said) expect(each).toMatch(/EventStoreDB is niet bereikbaar of geeft geen antwoord/);
  });

  it('for a log that was put back from an older backup, and nothing is written to it', async () => {
    const [directory, fake] = [freshDirectory(), await serving()];
    const first = await started(directory, fake.url);
    const backup = fake.store.all.length;
    await setUpTown(first, directory, ['Oosterkoog']);
    expect((await first.terminate()).code).toBe(0);
    fake.store.cutTo(backup);
    expect(await refusal(fake.url, directory)).toMatch(/hoort niet bij de overzichten.*Zet het juiste logboek terug/);
    expect(fake.store.all.length).toBe(backup);
  });
});

describe('a server that others use too', () => {
  it('is used beside foreign streams, deleted ones and broken JSON; a stream of ours that was deleted is named', async () => {
    const [directory, fake] = [freshDirectory(), await serving()];
    const client = EventStoreDBClient.connectionString(fake.url);
    const foreign = jsonEvent({ type: 'Ordered', data: { a: 1 } });
    await client.appendToStream('orders-1', foreign);
    await client.appendToStream('trajectory-of-others', { ...foreign, contentType: 'application/json' });
    await client.appendToStream('orders-2', foreign);
    await client.deleteStream('orders-2');
    fake.store.append('orders-3', 'no_stream', [
      {
        ...{ id: foreign.id, type: 'Broken', contentType: 'application/json' },
        ...{ data: Buffer.from('{"half'), metadata: Buffer.from('{') },
      },
    ]);
    const product = await started(directory, fake.url);
    const [town] = await setUpTown(product, directory, ['Oosterkoog']);
    const wire = wireTo(product.url);
    const token = town?.people.processCoordinator.token ?? '';
    const register = (key: string) =>
      ask(wire, '/api/v1/trajectories', token, {
        key,
        body: JSON.stringify({
          type: 'RegisterTrajectory',
          payload: {
            ...{ title: key, theme: 'groen', workflow: 'kern' },
            ...{ municipalityIds: [town?.id], clientRef: town?.people.approver.ref },
          },
        }),
      });
    expect((await register('een')).status).toBe(201);
    const stream = fake.store.all.findLast((event) => /^trajectory-[0-9a-f-]{36}$/.test(event.stream))?.stream ?? '';
    await client.deleteStream(stream);
    expect((await register('twee')).status).toBe(201);
    // The server tells of it over the subscription, a moment later.
    const health = async () => (await ask(wire, '/api/v1/health/ready')).text;
    for (const end = performance.now() + 20_000; performance.now() < end && !(await health()).includes(stream););
    expect(await health()).toContain(stream);
    const payload = { name: 'bewoners', required: true, size: 400, min: 20, target: 40 };
    const command = { key: 'drie', body: JSON.stringify({ type: 'AddPublicGroup', payload }) };
    const path = `/api/v1/trajectories/${stream.slice('trajectory-'.length)}/commands`;
    const refused = await ask(wire, path, token, command);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([503, { code: 'stream-deleted' }]);
    wire.agent.destroy();
    await client.dispose();
  });
});
