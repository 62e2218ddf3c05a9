// The history: on every past day what was shown then, and what was so then, however late it was recorded and however the log was cut.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { playExample } from '../../test/golden/example.js';
import { move, play, type Move } from '../../test/support/kern/random.js';
import { active, answered, held, sent } from '../../test/support/kern/routes.js';
import { World } from '../../test/support/kern/world.js';
import { REGISTRATION } from '../../test/support/projecting/story.js';
import { freshDirectory } from '../../test/support/log/directory.js';
import { inPieces } from '../../test/support/projecting/logs.js';
import { named, setting } from '../../test/support/projecting/organisation.js';
import { answers, daysOf, freshBy, keptRows, toldRows } from '../../test/support/projecting/past.js';
import { asAnother, rowsOf, Stage } from '../../test/support/projecting/stage.js';
import { addDays, happenedOf, localDay } from '../../workflows/kit/time.js';
import type { LocalDate, Recorded } from '../../workflows/kit/types.js';
import { kern } from '../../workflows/registry.js';
import { history } from './history.projection.js';
import type { Axis } from './versions.js';

/** Runs of commands of which many are dated back and some correct what was said before. */
const begun = (workflow: typeof kern): World => {
  const world = new World(workflow);
  world.must('processCoordinator', 'RegisterTrajectory', REGISTRATION);
  return world;
};
const starts = [begun, active, held, sent, answered];
const late = fc
  .tuple(move, fc.integer({ min: -40, max: -1 }))
  .map(([one, days]) => ({ ...one, days, damage: undefined, role: undefined }));
const moves = fc.array(fc.oneof({ weight: 5, arbitrary: move }, { weight: 3, arbitrary: late }), {
  minLength: 3,
  maxLength: 25,
});
/** Days by which the date of a fact is corrected afterwards, one after the other. */
const shifts = fc.array(fc.integer({ min: -9, max: 3 }), { maxLength: 4 });
const run = fc.record({ start: fc.constantFrom(...starts), moves, shifts });
const inTime = run.map(({ start, moves: any }) => ({
  start,
  moves: any.filter(({ command }) => command !== 'CorrectFact').map((one) => ({ ...one, days: 0 })),
  shifts: [],
}));

interface Run {
  start: (workflow: typeof kern) => World;
  moves: Move[];
  shifts: number[];
}

function eventsOf({ start, moves: all, shifts: days }: Run): Recorded[] {
  const world = start(kern);
  for (const one of all) play(world, one);
  if (days.length > 0) world.send('processCoordinator', 'BookHours', { hours: 4, phase: 'conversations' });
  days.forEach((shift, index) => shiftOne(world, shift, index));
  return world.events;
}

/** Corrects the day of one of the facts that say theirs. */
function shiftOne(world: World, days: number, index: number): void {
  world.pass(index + 1);
  const dated = [...world.trajectory.events.values()].filter(
    ({ type, data }) => typeof data.on === 'string' && kern.events.get(type)?.kind === 'fact',
  );
  // A trajectory that was put away in the archive takes no hours any more, so there may be none.
  const fact = dated[(index * 7) % dated.length];
  if (!fact) return;
  const { meta, data } = fact;
  const [before, after] = [String(data.on), addDays(String(data.on), days)];
  const payload = { eventId: meta.id, field: '/on', before, after, reason: 'andere dag' };
  if (after !== before) world.send('processCoordinator', 'CorrectFact', payload);
}

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

const inOrder = (events: readonly Recorded[]): Recorded[] =>
  [...events].sort((one, other) =>
    one.meta.recordedAt < other.meta.recordedAt ? -1 : Number(one.meta.recordedAt > other.meta.recordedAt),
  );

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
