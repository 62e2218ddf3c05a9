// Where the clock looks: each tick reads only what the calendar has brought, after downtime, other settings and late answers too.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Recorded } from '../../workflows/kit/types.js';
import { TestApp } from '../support/app.js';
import { playKersenlaan } from '../support/play-kersenlaan.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start('2028-06-05T07:00:00.000Z');
});
afterAll(() => app.stop());

/** Example 9.4 until its feedback was sent, on day 31; people may react for seven days after that. */
const answered = (id: Id, start: LocalDate): Promise<void> =>
  playKersenlaan(app, { id, town: 'Middelkoog', start, until: 34 });

const closings = async (id: Id): Promise<Recorded[]> =>
  (await app.runtime.store.events(`trajectory-${id}`, 0)).filter(({ type }) => type === 'FeedbackCompleted');

describe('a tick', () => {
  /** The trajectories that were read while this ran. */
  async function readBy(act: () => Promise<unknown>): Promise<Id[]> {
    const read = jest.spyOn(app.runtime.log, 'readStream');
    await act();
    const streams = new Set(read.mock.calls.map(([stream]) => stream));
    read.mockRestore();
    return [...streams].filter((stream) => stream.startsWith('trajectory-')).map((stream) => stream.slice(11));
  }
  const follow = async (): Promise<unknown> => app.runtime.runner.waitFor((await app.head()) ?? '', 60_000);
  const changeTerm = (after: number | null, from: LocalDate) =>
    app.send(`/api/v1/organisations/${app.organisationId}/commands`, app.token('admin'), {
      type: 'ChangeSetting',
      payload: { key: 'feedback.reactionDays', municipalityId: app.municipalities.Middelkoog, after, from },
    });

  it('reads only the trajectories for which the calendar has brought something', async () => {
    const today = '2028-06-05';
    const token = app.token('processCoordinator', 'Oosterkoog');
    const ids: Id[] = [];
    for (const days of [3, 1, 30, 300]) {
      const payload = {
        title: `Over ${days} dagen`,
        workflow: 'kern',
        municipalityIds: [app.municipalities.Oosterkoog],
        theme: 'groen',
        startOn: addDays(today, days),
        clientRef: idOf('client'),
      };
      const { headers } = await app.send('/api/v1/trajectories', token, { type: 'RegisterTrajectory', payload });
      ids.push((headers.get('location') ?? '').split('/').at(-1) ?? '');
    }
    await answered(idOf('a tick'), today);
    app.clock.moveTo(atLocal(addDays(today, 4)));
    // Nothing is folded any more, and days of downtime have passed.
    await app.restart();
    await follow();
    expect(await readBy(() => app.clockService.tick())).toEqual([ids[1], ids[0]]);
    await follow();
    expect(await readBy(() => app.clockService.tick())).toEqual([]);
  });

  it('follows a setting that moves the moment, there and back, and closes on the day that then counts', async () => {
    const id = idOf('a term that moves');
    const start = '2028-08-07';
    const sentOn = addDays(start, 31);
    await answered(id, start);
    app.clock.moveTo(atLocal(addDays(start, 34)));
    await app.clockService.tick();
    await follow();
    app.clock.moveTo(atLocal(addDays(start, 31 + 9)));
    expect((await changeTerm(20, sentOn)).status).toBe(201);
    await follow();
    expect(await app.clockService.tick()).toBe(0);
    app.clock.moveTo(atLocal(addDays(start, 31 + 12)));
    expect((await changeTerm(10, sentOn)).status).toBe(201);
    await follow();
    expect(await app.clockService.tick()).toBeGreaterThan(0);
    expect(await closings(id)).toMatchObject([{ meta: { occurredAt: atLocal(addDays(start, 31 + 11)) } }]);
    expect((await changeTerm(null, sentOn)).status).toBe(201);
    await follow();
    expect(await app.clockService.tick()).toBe(0);
  });

  it('tries once what a setting brings forward to a day on which an answer is still owed', async () => {
    const id = idOf('owed on the new day');
    const start = '2028-10-02';
    expect((await changeTerm(30, start)).status).toBe(201);
    await answered(id, start);
    app.clock.moveTo(atLocal(addDays(start, 36), '10:00'));
    const caller = app.token('processCoordinator', 'Middelkoog');
    const asked = await app.send(`/api/v1/trajectories/${id}/commands`, caller, {
      type: 'HoldConversation',
      payload: { attendance: [] },
    });
    expect(asked.status).toBe(201);
    app.clock.moveTo(atLocal(addDays(start, 45)));
    expect((await changeTerm(7, start)).status).toBe(201);
    await app.restart();
    await follow();
    expect(await readBy(() => app.clockService.tick())).toEqual([id]);
    app.runtime.store.drop(`trajectory-${id}`);
    expect(await readBy(() => app.clockService.tick())).toEqual([]);
    expect(await closings(id)).toEqual([]);
    // Another day, another try: the settings of a process may have been behind.
    app.clock.moveTo(atLocal(addDays(start, 46)));
    expect(await readBy(() => app.clockService.tick())).toEqual([id]);
  });
});
