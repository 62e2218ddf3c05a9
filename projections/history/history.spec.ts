// The history: on every past day what was shown then, and what was so then, however late it was recorded and however the log was cut.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { playExample } from '../../test/golden/example.js';
import { active } from '../../test/support/kern/routes.js';
import { freshDirectory } from '../../test/support/log/directory.js';
import { inPieces } from '../../test/support/projecting/logs.js';
import { named, setting } from '../../test/support/projecting/organisation.js';
import { answers, daysOf, freshBy, keptRows, toldRows } from '../../test/support/projecting/past.js';
import { eventsOf, inOrder, inTime, run } from '../../test/support/projecting/runs.js';
import { asAnother, rowsOf, Stage } from '../../test/support/projecting/stage.js';
import { addDays, happenedOf, localDay } from '../../workflows/kit/time.js';
import type { LocalDate, Recorded } from '../../workflows/kit/types.js';
import { history } from './history.projection.js';
import type { Axis } from './versions.js';

async function kept(recorded: readonly Recorded[], sizes?: readonly number[]) {
  const stage = new Stage();
  await stage.record(recorded);
  const directory = freshDirectory();
  const log = sizes ? inPieces(stage.log, sizes, 1) : stage.log;
  const runner = await stage.projected({ directory, log, projections: [history] });
  const on = (axis: Axis, day: LocalDate): unknown => answers(runner.ask(history).on(axis, day), day);
  return { stage, directory, runner, on };
}

/** Two trajectories and the organisation in one log, each event in the order in which it was recorded. */
function mixed(one: readonly Recorded[], two: readonly Recorded[]): Recorded[] {
  const events = inOrder([...one, ...asAnother(two, 2)]);
  const [first = ''] = daysOf(events);
  const last = events.at(-1)?.meta.recordedAt ?? '';
  const fifth = events[4]?.meta.recordedAt ?? last;
  return [
    named(0, `${addDays(first, -1)}T08:00:00.000Z`, 'Oosterkoog'),
    ...events.slice(0, 5),
    setting(1, fifth, 'norm.FEEDBACK_OVERDUE.target', 21),
    ...events.slice(5),
    setting(2, last, 'norm.CONTRIBUTION_UNANSWERED.target', 1),
    named(3, last, 'Oosterkoog aan Zee'),
  ];
}

describe('what was known', () => {
  it('is on every day what a fresh projection makes of the events recorded by then', async () => {
    await fc.assert(
      fc.asyncProperty(run, run, async (one, two) => {
        const events = mixed(eventsOf(one), eventsOf(two));
        const { stage, runner, on } = await kept(events);
        for (const day of daysOf(events)) expect([day, on('known', day)]).toEqual([day, await freshBy(stage, day)]);
        await runner.stop();
      }),
      { numRuns: 4 },
    );
  });

  it('is nothing before the first event, and on a day to come what is known now', async () => {
    const events = eventsOf({ start: active, moves: [], shifts: [] });
    const { stage, runner, on } = await kept(events);
    const [first = ''] = daysOf(events);
    expect(on('known', addDays(first, -1))).toMatchObject({ list: { total: 0 }, counts: { total: 0 }, details: [] });
    expect(on('known', '2126-01-01')).toEqual(await freshBy(stage, '2126-01-01'));
    await runner.stop();
  });
});

describe('what was so', () => {
  it('is on every day the trajectory told again from all its events', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (one) => {
        const events = eventsOf(one);
        const { directory, runner } = await kept(events);
        await runner.stop();
        for (const day of daysOf(events))
          expect([day, keptRows(directory, 'world', day)]).toEqual([day, toldRows(events, day)]);
      }),
      { numRuns: 12 },
    );
  });

  it('is on every day what was known, where nothing was recorded late and nothing corrected', async () => {
    await fc.assert(
      fc.asyncProperty(inTime, async (one) => {
        const events = eventsOf(one);
        // What the clock does is dated on the day it was due, and recorded late when nobody looked in between.
        fc.pre(events.every((event) => happenedOf(event).on === localDay(event.meta.recordedAt)));
        const { directory, runner } = await kept(events);
        await runner.stop();
        for (const day of daysOf(events))
          expect([day, keptRows(directory, 'world', day)]).toEqual([day, keptRows(directory, 'known', day)]);
      }),
      { numRuns: 8 },
    );
  });

  it('ends as it stands now', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (one) => {
        const events = eventsOf(one);
        const { directory, runner } = await kept(events);
        await runner.stop();
        expect(keptRows(directory, 'world', '2126-01-01')).toEqual(keptRows(directory, 'known', '2126-01-01'));
      }),
      { numRuns: 5 },
    );
  });
});

describe('the copies', () => {
  it('are the same however the log is cut into batches', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(run, run, sizes, async (one, two, cut) => {
        const events = mixed(eventsOf(one), eventsOf(two));
        const whole = await kept(events);
        const pieces = await kept(events, cut);
        await Promise.all([whole.runner.stop(), pieces.runner.stop()]);
        expect(rowsOf(pieces.directory, history)).toEqual(rowsOf(whole.directory, history));
      }),
      { numRuns: 5 },
    );
  });
});

describe('example 9.4', () => {
  it('had 19 people attend on 9 May, of whom 21 were known that day', async () => {
    const { stage, events } = await playExample();
    const runner = await stage.projected({ projections: [history] });
    const attended = (axis: Axis, day: LocalDate): number | undefined =>
      runner
        .ask(history)
        .on(axis, day)
        .one('all', events[0]?.meta.stream.slice(11) ?? '', day)?.groups[0]?.reached;
    expect(attended('world', '2026-05-09')).toBe(19);
    expect(attended('known', '2026-05-09')).toBe(21);
    expect([attended('known', '2026-05-10'), attended('known', '2026-05-11')]).toEqual([21, 19]);
    expect([attended('world', '2026-04-27'), attended('world', '2026-04-28')]).toEqual([0, 19]);
    expect(attended('world', '2026-04-06')).toBeUndefined();
    await runner.stop();
  });
});
