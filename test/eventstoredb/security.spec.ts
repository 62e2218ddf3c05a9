// Passwords, certificates and rights, as the bare client meets them on a secured server.
import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { selfSigned } from '../support/eventstoredb/certificate.js';
import { freshDirectory } from '../support/log/directory.js';
import { event, failing, Talk } from './talk.js';

const open: { close(): unknown }[] = [];
const talking = (url: string): Talk => {
  const talk = new Talk(url);
  open.push(talk);
  return talk;
};
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

describe('a secured server', () => {
  const accounts = { admin: { password: 'secret', admin: true }, app: { password: 'geheim' } };
  const secured = async () => {
    const certificate = selfSigned(freshDirectory());
    const fake = await FakeEventStore.start({ certificate, accounts });
    open.push({ close: () => fake.stop() });
    return { fake, as: (account: string) => talking(fake.urlFor(account)) };
  };

  it('a wrong password: AccessDeniedError code 16; no credentials: code 7; both on append and read', async () => {
    const { fake, as } = await secured();
    const wrong = as('app:fout');
    expect(await failing(wrong.append('s-1', [event('a')], 'no_stream'))).toMatchObject({
      code: 16,
      type: 'access-denied',
    });
    expect(await failing(wrong.read('s-1'))).toMatchObject({ code: 16, type: 'access-denied' });
    const nobody = talking(fake.urlFor());
    expect(await failing(nobody.read('s-1'))).toMatchObject({ code: 7, type: 'access-denied' });
  });

  it('no CA file: code 14, the certificate cannot be verified; no TLS: code 14', async () => {
    const { fake } = await secured();
    const unknown = talking(fake.urlFor('app:geheim', { tlsCAFile: selfSigned(freshDirectory()).caFile }));
    expect(await failing(unknown.read('s-1'))).toMatchObject({
      ...{ code: 14, message: expect.stringMatching(/self-signed|verify|certificate/) },
    });
    const plain = talking(`esdb://app:geheim@127.0.0.1:${fake.port}?tls=false`);
    expect(await failing(plain.read('s-1'))).toMatchObject({ code: 14 });
  });

  it('an ordinary account may append, not read $all; with the rights of operations.md it may read, and not delete', async () => {
    const { as } = await secured();
    const [app, admin] = [as('app:geheim'), as('admin:secret')];
    const stream = app.stream();
    await app.append(stream, [event('a')], 'no_stream');
    const first = () => app.client.readAll({ maxCount: 1 })[Symbol.asyncIterator]().next();
    expect(await failing(first())).toMatchObject({ code: 7, type: 'access-denied' });
    const settings = {
      $systemStreamAcl: { $r: ['$admins', 'app'], $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
      $userStreamAcl: { $r: ['$admins', 'app'], $w: 'app', $d: '$admins', $mr: '$admins', $mw: '$admins' },
    };
    await admin.append('$settings', [event(JSON.stringify(settings))], 'no_stream');
    expect((await first()).done).toBe(false);
    expect(await failing(app.client.deleteStream(stream))).toMatchObject({ code: 7, type: 'access-denied' });
    expect(await failing(app.append('$settings', [event('{}')], 0n))).toMatchObject({ code: 7 });
  });
});
