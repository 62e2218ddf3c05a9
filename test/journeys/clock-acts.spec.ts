// Everything that the domain gives to the system, as its tables list it: done once and dated at its moment, with ids that follow from nothing but
// what is done, so that a second copy or a second server makes the same and the log holds it once.
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import type { LogChoice } from '../../src/event-log/open-log.js';
import { readPage } from '../../src/projecting/log-pages.js';
import { idOf } from '../../workflows/kit/ids.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Id, Instant, LocalDate, Recorded } from '../../workflows/kit/types.js';
import { ClockPlace, LEADS_TO } from '../support/clock-places.js';
import { systemActs } from '../support/domain/index.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { faultsOf } from '../support/kill/log-file.js';
import { freshDirectory } from '../support/log/directory.js';
import type { StoredEvent } from '../../src/event-log/event-log.js';

const START: LocalDate = '2027-02-01';
const SQLITE: LogChoice = { kind: 'sqlite' };

const open: ClockPlace[] = [];
const servers: FakeEventStore[] = [];
async function place(directory: string, at: Instant, log: LogChoice): Promise<ClockPlace> {
  const opened = await ClockPlace.open(directory, at, log);
  open.push(opened);
  return opened;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.runtime.close();
});
afterAll(async () => {
  for (const server of servers) await server.stop();
});

/** A place in which the act is awaited, closed again, and the moment at which it falls due. */
async function awaiting(act: string, log: LogChoice): Promise<{ directory: string; id: Id; due: Instant }> {
  const lead = LEADS_TO[act];
  if (!lead) throw new Error(`The domain gives ${act} to the system, and no clock test leads to it.`);
  const directory = freshDirectory();
  const first = await place(directory, atLocal(START, '09:00'), log);
  const id = idOf('clock acts', act);
  const due = await lead(first, id, START);
  await first.follow();
  await open.pop()?.runtime.close();
  return { directory, id, due };
}

/** Everything that was done by itself after the trajectory was made to wait for it. */
const done = (events: readonly Recorded[], after: number): Recorded[] =>
  events.filter(({ meta }) => meta.revision >= after);
const identity = ({ type, data, meta }: Recorded) => {
  const { id, revision, commandId, correlationId, causationId, occurredAt, actor } = meta;
  return { type, data, id, revision, commandId, correlationId, causationId, occurredAt, actor };
};

it('are found in the domain', () => {
  expect(systemActs.map(({ name }) => name)).toEqual(expect.arrayContaining(['CloseFeedback', 'PhaseStarted']));
});

describe.each(systemActs)('$name', ({ name, event }) => {
  it('is not done before its moment, and then once, dated at it, however late the clock runs', async () => {
    const { directory, id, due } = await awaiting(name, SQLITE);
    const before = new Date(Date.parse(due) - 1).toISOString();
    const here = await place(directory, before, SQLITE);
    const { length } = await here.eventsOf(id);
    expect(await here.service.tick()).toBe(0);
    here.clock.moveTo(atLocal(addDays(START, 300)));
    expect(await here.service.tick()).toBeGreaterThan(0);
    expect(await here.service.tick()).toBe(0);
    await here.follow();
    expect(await here.service.tick()).toBe(0);
    const stored = done(await here.eventsOf(id), length);
    expect(stored.filter(({ type }) => type === event)).toMatchObject([
      { meta: { occurredAt: due, recordedAt: here.clock.now(), actor: { kind: 'system', role: 'system' } } },
    ]);
  });

  it('has the same ids in a second copy of the log', async () => {
    const { directory, id, due } = await awaiting(name, SQLITE);
    const copy = freshDirectory();
    cpSync(directory, copy, { recursive: true });
    const [one, two] = [
      await place(directory, due, SQLITE),
      await place(copy, atLocal(addDays(START, 200), '11:11'), SQLITE),
    ];
    const { length } = await one.eventsOf(id);
    await one.service.tick();
    await two.service.tick();
    const made = done(await one.eventsOf(id), length).map(identity);
    expect(made.map(({ type }) => type)).toContain(event);
    expect(done(await two.eventsOf(id), length).map(identity)).toEqual(made);
  });

  it('is stored once when two servers on one log do it at the same time, and both go on from there', async () => {
    const server = await FakeEventStore.start();
    servers.push(server);
    const log: LogChoice = { kind: 'eventstoredb', url: server.url };
    const { directory, id, due } = await awaiting(name, log);
    const copy = freshDirectory();
    cpSync(directory, copy, { recursive: true });
    // A second apart, so that what they write differs in when it was recorded.
    const one = await place(directory, due, log);
    const two = await place(copy, new Date(Date.parse(due) + 1_000).toISOString(), log);
    const { length } = await one.eventsOf(id);
    await Promise.all([one.service.tick(), two.service.tick()]);
    const [stored, ...others] = done(await one.eventsOf(id), length).filter(({ type }) => type === event);
    expect(others).toEqual([]);
    // Each has the state and the chain of the log, not of what it meant to write: the one that came second goes first.
    const [first, second] = stored?.meta.recordedAt === due ? [one, two] : [two, one];
    for (const [index, here] of [second, first, second].entries()) {
      here.clock.moveTo(new Date(Date.parse(due) + 10_000 + index).toISOString());
      await here.send(`trajectory-${id}`, 'processCoordinator', 'WriteLogEntry', {
        happenedOn: START,
        discussed: `gesprek ${index}`,
        yield: 'niets',
        withWhom: [],
      });
    }
    expect(faultsOf(await allOf(one))).toEqual([]);
  });
});

async function allOf({ runtime }: ClockPlace): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (;;) {
    const page = await readPage(runtime.log, found.at(-1)?.position ?? '-1', 500);
    if (page.length === 0) return found;
    found.push(...(page as StoredEvent[]));
  }
}
