// Starting with the log on a server: the organisation is looked for in it, an empty log is filled only when asked, a log that is not the one
// that was followed is refused, and what others left in it stops nothing.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../src/clock/clock.js';
import { DEMO_ORGANISATION } from '../../src/demo/demo-organisation.js';
import { LogBehind, LogRefused, StreamDeleted } from '../../src/event-log/errors.js';
import { openOrganisation } from '../../src/first-start.js';
import { Runtime } from '../../src/runtime.js';
import { organisationStream } from '../../src/trajectories/settings-book.js';
import { idOf } from '../../workflows/kit/ids.js';
import { workflowFor } from '../../workflows/registry.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { freshDirectory } from '../support/log/directory.js';

let fake: FakeEventStore;
let directory: string;
const opened: Runtime[] = [];

beforeEach(async () => {
  fake = await FakeEventStore.start();
  directory = freshDirectory();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((runtime) => runtime.close()));
  await fake.stop();
});

async function open(): Promise<Runtime> {
  const eventLog = { kind: 'eventstoredb', url: fake.url } as const;
  const runtime = await Runtime.open({ directory, clock: systemClock, demo: false, eventLog });
  opened.push(runtime);
  return runtime;
}

async function close(runtime: Runtime): Promise<void> {
  opened.splice(opened.indexOf(runtime), 1);
  await runtime.close();
}

/** What a start does; answers what it said and how many logins it made. */
async function start(runtime: Runtime, empty: boolean): Promise<{ said: string[]; logins: number }> {
  const said: string[] = [];
  const options = { empty, name: 'Gemeente Voorbeeld' };
  const eventLog = { kind: 'eventstoredb', url: fake.url } as const;
  const logins = await openOrganisation(runtime, { eventLog }, options, (text) => said.push(text));
  return { said, logins: logins.length };
}

async function register(runtime: Runtime, organisationId: string, name: string) {
  return runtime.executor.execute({
    stream: organisationStream(organisationId),
    opens: workflowFor('organisation'),
    commands: [{ type: 'RegisterMunicipality', payload: { name } }],
    key: name,
    caller: { kind: 'person', ref: idOf('admin'), organisationId, grants: [{ role: 'admin' }] },
    arrivedAt: runtime.around.elapsed(),
  });
}

/** Puts something into the log that the product did not write. */
function foreign(stream: string, text: string): void {
  const data = Buffer.from(text);
  fake.store.append(stream, 'any', [
    { id: randomUUID(), type: 'OrderPlaced', contentType: 'application/json', data, metadata: new Uint8Array() },
  ]);
}

describe('a start on a log of the server', () => {
  it('refuses an empty one and names both ways on, and fills it when asked', async () => {
    foreign('order-1', '{"not":"ours"}');
    const runtime = await open();
    const refusal = start(runtime, false);
    await expect(refusal).rejects.toThrow(LogRefused);
    await expect(refusal).rejects.toThrow(/--empty .*npx rode-draad demo/);
    expect(await runtime.log.head()).toBeUndefined();
    expect(await start(runtime, true)).toEqual({ said: [], logins: 1 });
    expect(await runtime.log.head()).toBeDefined();
  });

  it('refuses one that holds something else under our names', async () => {
    foreign(`trajectory-${randomUUID()}`, '{broken');
    const runtime = await open();
    await expect(start(runtime, true)).rejects.toThrow('begint niet met een organisatie');
  });

  it('opens the organisation that it finds, and says when the data directory is not the one that belongs to it', async () => {
    const first = await open();
    await start(first, true);
    const organisation = await first.organisation();
    await close(first);
    const again = await open();
    expect(await start(again, true)).toEqual({ said: [expect.stringContaining('al een organisatie')], logins: 0 });
    await close(again);
    directory = freshDirectory();
    const elsewhere = await open();
    expect(await start(elsewhere, false)).toEqual({ said: [expect.stringContaining('geen accounts')], logins: 0 });
    expect(await elsewhere.organisation()).toBe(organisation);
    expect(elsewhere.options.demo).toBe(false);
  });

  it('knows a demo by its organisation, and does not write a second one', async () => {
    const first = await open();
    await register(first, DEMO_ORGANISATION, 'Oosterkoog');
    await close(first);
    const again = await open();
    expect(again.options.demo).toBe(true);
    const head = await again.log.head();
    await start(again, false);
    expect(await again.log.head()).toBe(head);
  });

  it('refuses a log that was put back to before what the rows have seen', async () => {
    const runtime = await open();
    await start(runtime, true);
    const kept = fake.store.all.length;
    const organisation = (await runtime.organisation()) ?? '';
    await register(runtime, organisation, 'Oosterkoog');
    await runtime.start();
    expect(await runtime.runner.waitFor((await runtime.log.head()) ?? '', 10_000)).toBe(true);
    await close(runtime);
    fake.store.cutTo(kept);
    const again = await open();
    await expect(again.start()).rejects.toThrow(LogBehind);
  });

  it('keeps a second process off the data directory', async () => {
    await open();
    await expect(open()).rejects.toThrow('al in gebruik door een ander proces');
  });
});

describe('what others do in the same database', () => {
  it('does not stop the rows: foreign streams are passed by, and rubbish under our names is set aside', async () => {
    const runtime = await open();
    await start(runtime, true);
    await runtime.start();
    const organisation = (await runtime.organisation()) ?? '';
    const rubbish = `trajectory-${randomUUID()}`;
    foreign(rubbish, '{broken');
    for (let n = 0; n < 40; n++) foreign('order-1', `{"n":${n}}`);
    const answer = await register(runtime, organisation, 'Oosterkoog');
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    expect(await runtime.runner.waitFor(answer.position, 10_000)).toBe(true);
    for (const { parked, trouble } of await runtime.runner.health()) {
      expect(trouble).toBeUndefined();
      expect(parked.map(({ stream, code }) => ({ stream, code }))).toContainEqual({ stream: rubbish, code: 'damaged' });
    }
  });

  it('a deleted stream of ours is named and takes no commands, now and after another start; a foreign one is ignored', async () => {
    const runtime = await open();
    await start(runtime, true);
    await runtime.start();
    const organisation = (await runtime.organisation()) ?? '';
    const stream = organisationStream(organisation);
    foreign('order-1', '{}');
    fake.store.softDelete('order-1', 'any');
    fake.store.softDelete(stream, 'any');
    while (runtime.log.details?.().deletedStreams.length === 0) await new Promise(setImmediate);
    expect(runtime.log.details?.().deletedStreams).toEqual([stream]);
    await expect(register(runtime, organisation, 'Oosterkoog')).rejects.toThrow(StreamDeleted);
    const events = fake.store.all.length;
    await close(runtime);
    const again = await open();
    expect(again.log.details?.().deletedStreams).toEqual([stream]);
    await expect(register(again, organisation, 'Westerkoog')).rejects.toThrow(StreamDeleted);
    expect(fake.store.all).toHaveLength(events);
  });
});
