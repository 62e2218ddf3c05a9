// What a start says to whom: each reason why the server cannot be used has its own sentence, and only what may pass is waited for.
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { selfSigned } from '../../../test/support/eventstoredb/certificate.js';
import { FakeEventStore, type FakeOptions } from '../../../test/support/eventstoredb/fake-event-store.js';
import { skippingPauses } from '../../../test/support/eventstoredb/skipping-pauses.js';
import { freshDirectory } from '../../../test/support/log/directory.js';
import { LogRefused } from '../errors.js';
import { EventStoreDbEventLog } from './eventstoredb.event-log.js';

const fakes: FakeEventStore[] = [];
const servers: Server[] = [];
const sockets: Socket[] = [];
const started = async (options: FakeOptions = {}): Promise<FakeEventStore> => {
  const fake = await FakeEventStore.start(options);
  fakes.push(fake);
  return fake;
};
afterEach(async () => {
  await Promise.all(fakes.splice(0).map((fake) => fake.stop()));
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Why the start was refused, and what was said while waiting. */
async function refused(
  url: string,
  timing = skippingPauses(),
): Promise<{ code: string; sentence: string; waited: string[] }> {
  const waited: string[] = [];
  const opening = EventStoreDbEventLog.open({ url, timing, waiting: (sentence) => waited.push(sentence) });
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LogRefused)) throw new Error(`Not refused: ${String(error)}`);
  return { code: error.code, sentence: error.message, waited };
}

/** A server that takes connections and never says a word. */
async function silent(): Promise<string> {
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`;
}

const ACCOUNTS = { app: { password: 'geheim' }, admin: { password: 'admin', admin: true } };
const secured = (): Promise<FakeEventStore> =>
  started({ accounts: ACCOUNTS, certificate: selfSigned(freshDirectory()) });

describe('a server that is not there', () => {
  it('is waited for, said once, and then refused', async () => {
    const fake = await started();
    await fake.stop();
    const { code, sentence, waited } = await refused(fake.url);
    expect(code).toBe('unreachable');
    expect(sentence).toMatch(/^EventStoreDB is niet bereikbaar of geeft geen antwoord \(.*ECONNREFUSED/);
    expect(waited).toHaveLength(1);
    expect(waited[0]).toContain('30 seconden');
  });

  it('is refused when it takes connections and never answers', async () => {
    // Nothing ever comes, so how long is waited for it makes no difference.
    const { code, sentence } = await refused(await silent(), skippingPauses(200));
    expect(code).toBe('unreachable');
    expect(sentence).toContain('did not answer a read within 5000 ms');
  });

  it('is refused when a cluster cannot be found', async () => {
    const fake = await started();
    await fake.stop();
    const settings = { maxDiscoverAttempts: '1', discoveryInterval: '1' };
    const url = fake.urlFor('', settings).replace('esdb:', 'esdb+discover:');
    expect(await refused(url)).toMatchObject({ code: 'unreachable' });
  });

  it('is opened when it comes in time', async () => {
    const fake = await started();
    fake.become({ state: 'not-ready' });
    const waited: string[] = [];
    const waiting = (sentence: string): void => {
      waited.push(sentence);
      fake.become({ state: 'ready' });
    };
    const log = await EventStoreDbEventLog.open({ url: fake.url, timing: skippingPauses(), waiting });
    expect(await log.head()).toBeUndefined();
    expect(waited).toEqual([expect.stringContaining('nog niet klaar voor gebruik')]);
    await log.close();
  });

  it('is refused when it never gets ready', async () => {
    const fake = await started();
    fake.become({ state: 'not-ready' });
    expect(await refused(fake.url)).toMatchObject({ code: 'not-ready' });
  });
});

describe('a server that says no is not waited for', () => {
  it('because its certificate is not known', async () => {
    const fake = await secured();
    const url = `esdb://app:geheim@127.0.0.1:${fake.port}?tls=true`;
    const { code, sentence, waited } = await refused(url);
    expect({ code, waited }).toEqual({ code: 'certificate', waited: [] });
    expect(sentence).toContain('tlsCAFile');
  });

  it('because the file with the certificate is not there', async () => {
    const fake = await secured();
    const url = fake.urlFor('app:geheim', { tlsCAFile: '/nowhere/ca.crt' });
    expect(await refused(url)).toMatchObject({ code: 'certificate', waited: [] });
  });

  it('because the password is wrong, or there is none', async () => {
    const fake = await secured();
    for (const account of ['app:fout', '']) {
      const { code, sentence } = await refused(fake.urlFor(account));
      expect(code).toBe('password');
      expect(sentence).not.toContain('fout');
    }
  });

  it('because the account may not read everything: the right is named', async () => {
    const fake = await secured();
    const { code, sentence } = await refused(fake.urlFor('app:geheim'));
    expect(code).toBe('right');
    expect(sentence).toContain('alles lezen ($all)');
  });

  it('because the account may not append: the right is named, and nothing was written', async () => {
    const fake = await secured();
    const acl = { $systemStreamAcl: { $r: ['$admins', 'app'] }, $userStreamAcl: { $w: ['other'] } };
    const data = Buffer.from(JSON.stringify(acl));
    fake.store.append('$settings', 'any', [
      {
        id: 'f0000000-0000-4000-8000-000000000000',
        type: '$settings',
        contentType: 'application/json',
        data,
        metadata: data,
      },
    ]);
    const before = fake.store.all.length;
    const { code, sentence } = await refused(fake.urlFor('app:geheim'));
    expect(code).toBe('right');
    expect(sentence).toContain('toevoegen aan stromen');
    expect(fake.store.all).toHaveLength(before);
  });
});

describe('an account with the rights that it needs and no more', () => {
  it('opens, and leaves no trace in the log', async () => {
    const fake = await secured();
    const acl = {
      $systemStreamAcl: { $r: ['$admins', 'app'] },
      $userStreamAcl: { $r: '$all', $w: ['app'], $d: '$admins', $mr: '$admins', $mw: '$admins' },
    };
    const data = Buffer.from(JSON.stringify(acl));
    fake.store.append('$settings', 'any', [
      {
        id: 'f0000000-0000-4000-8000-000000000001',
        type: '$settings',
        contentType: 'application/json',
        data,
        metadata: data,
      },
    ]);
    const before = fake.store.all.length;
    const log = await EventStoreDbEventLog.open({ url: fake.urlFor('app:geheim') });
    expect(fake.store.all).toHaveLength(before);
    await log.close();
  });
});
