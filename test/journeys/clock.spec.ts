// What happens by itself: a trajectory opens on its first day, dated on that day however late the clock runs, and only once.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { idOf } from '../../workflows/kit/ids.js';
import type { Id, LocalDate, Recorded } from '../../workflows/kit/types.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import { TestApp } from '../support/app.js';
import { playKersenlaan } from '../support/play-kersenlaan.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start('2026-04-07T08:00:00.000Z');
});
afterAll(() => app.stop());

describe('the first day of a trajectory', () => {
  it('opens its first phase by the calendar, once, also when the clock runs days later', async () => {
    const token = app.token('processCoordinator', 'Oosterkoog');
    const payload = {
      title: 'Bankjes',
      workflow: 'kern',
      municipalityIds: [app.municipalities.Oosterkoog],
      theme: 'groen',
      policyStage: 'execution',
      startOn: '2026-04-10',
      clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11',
    };
    const answer = await app.send('/api/v1/trajectories', token, { type: 'RegisterTrajectory', payload });
    const path = answer.headers.get('location') ?? '';
    expect((await app.ask(path, { token })).body).toMatchObject({ state: 'registered', root: { state: 'registered' } });

    expect(await app.clockService.tick()).toBe(0);
    app.clock.moveTo('2026-04-12T06:00:00.000Z');
    expect(await app.clockService.tick()).toBe(1);
    expect(await app.clockService.tick()).toBe(0);

    const { body } = await app.ask(`${path}/events`, { token });
    const started = (body.items as { type: string; data: object; meta: object }[]).filter(
      ({ type }) => type === 'PhaseStarted',
    );
    expect(started).toMatchObject([
      {
        data: { phase: 'approval' },
        meta: {
          occurredAt: '2026-04-09T22:00:00.000Z',
          recordedAt: '2026-04-12T06:00:00.000Z',
          actor: { kind: 'system', role: 'system' },
        },
      },
    ]);
    const position = (await app.head()) ?? '';
    expect((await app.ask(path, { token, headers: { 'x-min-position': position } })).body).toMatchObject({
      state: 'active',
    });
  });
});

/** Example 9.4 until its feedback was sent, on day 31; people may react for seven days after that. */
const answered = (id: Id, start: LocalDate): Promise<void> =>
  playKersenlaan(app, { id, town: 'Middelkoog', start, until: 34 });

const closings = async (id: Id): Promise<Recorded[]> =>
  (await app.runtime.store.events(`trajectory-${id}`, 0)).filter(({ type }) => type === 'FeedbackCompleted');

describe('the end of the days to react', () => {
  it('closes the feedback at the end of its last day, however late the clock runs, and only once', async () => {
    const id = idOf('clock journey');
    const start = '2026-02-02';
    await answered(id, start);
    app.clock.moveTo('2026-04-20T06:00:00.000Z');

    expect(await app.clockService.tick()).toBeGreaterThan(0);
    expect(await app.clockService.tick()).toBe(0);
    expect(await closings(id)).toMatchObject([
      {
        meta: {
          occurredAt: atLocal(addDays(start, 31 + 8)),
          recordedAt: '2026-04-20T06:00:00.000Z',
          actor: { kind: 'system' },
        },
      },
    ]);
  });

  it.each([
    ['the night in which summer time begins', '2027-02-17', '2027-03-27T23:00:00.000Z'],
    ['the night in which summer time ends', '2027-09-22', '2027-10-30T22:00:00.000Z'],
    ['the leap day', '2028-01-21', '2028-02-28T23:00:00.000Z'],
  ])('is local midnight in %s, also after three months without a clock', async (_night, start, midnight) => {
    const id = idOf('clock journey', start);
    await answered(id, start);
    app.clock.moveTo(atLocal(addDays(start, 130)));
    expect(await app.clockService.tick()).toBeGreaterThan(0);
    expect(await app.clockService.tick()).toBe(0);
    expect((await closings(id)).map(({ meta }) => meta.occurredAt)).toEqual([midnight]);
  });
});

describe('a clock that is set', () => {
  const HOURS = 3_600_000;
  const DAYS = 24 * HOURS;
  const token = (): string => app.token('processCoordinator', 'Oosterkoog');
  const register = (payload: object) =>
    app.send('/api/v1/trajectories', token(), {
      type: 'RegisterTrajectory',
      payload: {
        workflow: 'kern',
        municipalityIds: [app.municipalities.Oosterkoog],
        theme: 'groen',
        clientRef: idOf('client'),
        ...payload,
      },
    });
  const figure = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name} (.+)$`, 'm').exec((await app.ask('/api/v1/metrics')).text)?.[1]);
  const health = async () => {
    const { status, body } = await app.ask('/api/v1/health/ready');
    return { status, warnings: body.warnings };
  };

  it('two hours back, thirty days ahead and back loses no command, doubles nothing, and never records backwards', async () => {
    const now = app.clock.now();
    const at = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
    const opened = await register({ title: 'Bankjes' });
    const path = opened.headers.get('location') ?? '';
    const book = () =>
      app.send(`${path}/commands`, token(), { type: 'BookHours', payload: { hours: 1, on: '2026-04-07' } });
    // Opens by the calendar on a day inside the jump ahead.
    const later = await register({ title: 'Later', startOn: at(10 * DAYS).slice(0, 10) });
    expect(later.status).toBe(201);
    await app.runtime.runner.waitFor((await app.head()) ?? '', 20_000);
    await app.clockService.tick();
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const due: number[] = [];
    for (const jump of [-2 * HOURS, 30 * DAYS, 0]) {
      app.clock.jumpTo(at(jump));
      expect((await book()).status).toBe(201);
      due.push(await app.clockService.tick());
      expect(await app.clockService.tick()).toBe(0);
    }
    const sentences = warned.mock.calls.map(([text]) => String(text));
    warned.mockRestore();
    // What fell due in the jump ahead is done once, and not again after going back.
    expect(due).toEqual([0, 1, 0]);
    expect(sentences.map((text) => /went (back|ahead) \d+/.exec(text)?.[0])).toEqual([
      'went back 120',
      `went ahead ${30 * 1_440 + 120}`,
      `went back ${30 * 1_440}`,
    ]);
    const { body } = await app.ask(`${path}/events`, { token: token() });
    const recorded = (body.items as { meta: { recordedAt: string } }[]).map(({ meta }) => meta.recordedAt);
    expect(recorded).toEqual([...recorded].sort());
    expect((body.items as { type: string }[]).filter(({ type }) => type === 'HoursBooked')).toHaveLength(3);
  });

  it.each([
    ['two hours back', -2 * HOURS, 'went back 120 minutes'],
    ['thirty days ahead', 30 * DAYS, `went ahead ${30 * 1_440} minutes`],
    ['thirty days back', -30 * DAYS, `went back ${30 * 1_440} minutes`],
  ])('%s stands in health and in the figures for a day, and the product stays ready', async (_how, jump, said) => {
    // A day without a jump: nothing is left of the one before.
    app.clock.moveTo(new Date(Date.parse(app.clock.now()) + DAYS).toISOString());
    expect(await health()).toEqual({ status: 200, warnings: [] });
    expect(await figure('rode_draad_clock_jumped_seconds')).toBe(0);
    const jumps = await figure('rode_draad_clock_jumps');
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const since = new Date(Date.parse(app.clock.now()) + jump).toISOString();
    app.clock.jumpTo(since);
    const warning = {
      code: 'clock-jumped',
      since,
      seconds: jump / 1_000,
      detail: expect.stringMatching(`${said}.*Check the time service`) as unknown,
    };
    expect(await health()).toEqual({ status: 200, warnings: [warning] });
    app.clock.moveTo(new Date(Date.parse(since) + DAYS - 1).toISOString());
    await app.clockService.tick();
    expect(await health()).toEqual({ status: 200, warnings: [warning] });
    expect(await figure('rode_draad_clock_jumped_seconds')).toBe(jump / 1_000);
    expect(await figure('rode_draad_clock_jumps')).toBe(jumps + 1);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
    app.clock.moveTo(new Date(Date.parse(since) + DAYS).toISOString());
    expect(await health()).toEqual({ status: 200, warnings: [] });
  });
});
