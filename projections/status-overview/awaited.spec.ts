// The index of the clock: at every moment it names the trajectories for which the calendar has brought something, and no others.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { move, play, type Move } from '../../test/support/kern/random.js';
import { active, answered, registered, sent } from '../../test/support/kern/routes.js';
import { OOSTERKOOG, SETTINGS, type World } from '../../test/support/kern/world.js';
import { inPieces } from '../../test/support/projecting/logs.js';
import { setting } from '../../test/support/projecting/settings.js';
import { asAnother, Stage } from '../../test/support/projecting/stage.js';
import { emptyTrajectory, evolve } from '../../workflows/kit/evolve.js';
import { addDays, atLocal, localDay } from '../../workflows/kit/time.js';
import type { Id, Instant, Recorded, Settings } from '../../workflows/kit/types.js';
import { kern } from '../../workflows/registry.js';
import { statusOverview } from './status-overview.projection.js';

const KEY = 'feedback.reactionDays';

async function indexOf(events: readonly Recorded[], sizes: readonly number[] = [500]) {
  const stage = new Stage();
  await stage.record(events);
  const runner = await stage.projected({ log: inPieces(stage.log, sizes, 1), projections: [statusOverview] });
  const dueAt = (at: Instant) => runner.ask(statusOverview).dueAt(at);
  return { dueAt, ids: (at: Instant): Id[] => dueAt(at).map(({ trajectoryId }) => trajectoryId), runner };
}

/** One millisecond before. */
const justBefore = (at: Instant): Instant => new Date(Date.parse(at) - 1).toISOString();

/** The only moment at which something of it falls due, by the index. */
async function momentOf(events: readonly Recorded[]): Promise<Instant | undefined> {
  const { dueAt, runner } = await indexOf(events);
  const [one, ...others] = dueAt('9999-12-31T00:00:00.000Z');
  expect(others).toEqual([]);
  if (one) {
    expect(one.first).toBe(one.last);
    expect(dueAt(one.first)).toEqual([one]);
    expect(dueAt(justBefore(one.first))).toEqual([]);
  }
  await runner.stop();
  return one?.first;
}

/** Feedback that was sent, and the day on which. */
function feedbackSent(): { world: World; on: string } {
  const world = sent(kern);
  return { world, on: localDay(world.now) };
}

describe('the first day', () => {
  it('is when a registered trajectory opens; one that runs awaits nothing', async () => {
    const world = registered(kern);
    expect(await momentOf(world.events)).toBe(atLocal(world.facts.startOn));
    expect(await momentOf(active(kern).events)).toBeUndefined();
  });
});

describe('the days to react', () => {
  it('end seven days after the last sending, and move with a correction of its day', async () => {
    const { world, on } = feedbackSent();
    expect(await momentOf(world.events)).toBe(atLocal(addDays(on, 8)));
    world.pass(3);
    const sending = world.events.findLast(({ type }) => type === 'FeedbackSent');
    world.must('processCoordinator', 'CorrectFact', {
      eventId: sending?.meta.id,
      field: '/on',
      before: on,
      after: addDays(on, 2),
      reason: 'twee dagen later',
    });
    expect(await momentOf(world.events)).toBe(atLocal(addDays(on, 10)));
  });

  it('do not end by the calendar while an answer is owed', async () => {
    const { world } = feedbackSent();
    world.pass(1).must('processCoordinator', 'HoldConversation', { attendance: [] });
    expect(await momentOf(world.events)).toBeUndefined();
  });

  it('stay as they were told when another term counts from a later day', async () => {
    const { world, on } = feedbackSent();
    const later = setting(KEY, 20, 0, addDays(on, 1));
    expect(await momentOf([...world.events, later])).toBe(atLocal(addDays(on, 8)));
    expect(await momentOf([later, ...world.events])).toBe(atLocal(addDays(on, 8)));
  });

  it.each([
    ['of the organisation', undefined],
    ['of its municipality', OOSTERKOOG],
  ])('move with the setting %s, and back when that is taken back', async (_of, municipalityId) => {
    const { world, on } = feedbackSent();
    const begun = setting(KEY, 5, 0, on);
    const moved = setting(KEY, 20, 1, on, municipalityId);
    const taken = setting(KEY, null, 2, on, municipalityId);
    expect(await momentOf([begun, ...world.events])).toBe(atLocal(addDays(on, 6)));
    expect(await momentOf([begun, ...world.events, moved])).toBe(atLocal(addDays(on, 21)));
    const standard = municipalityId === undefined ? 7 : 5;
    expect(await momentOf([begun, ...world.events, moved, taken])).toBe(atLocal(addDays(on, standard + 1)));
    world.must('processCoordinator', 'BookHours', { hours: 1, phase: 'feedback' });
    expect(await momentOf([begun, ...world.events.slice(0, -1), moved, ...world.events.slice(-1)])).toBe(
      atLocal(addDays(on, 21)),
    );
  });
});

const run = fc.record({
  start: fc.constantFrom(registered, sent, answered),
  moves: fc.array(move, { maxLength: 15 }),
});

function lived({ start, moves }: { start: (workflow: typeof kern) => World; moves: Move[] }): Recorded[] {
  const world = start(kern);
  for (const one of moves) play(world, one);
  return world.events;
}

/** Asked of each trajectory, by its own events: what is due then, and what is but for something that stands in its way. */
function asked(events: readonly Recorded[], settings: Settings, at: Instant): { due: Id[]; held: Id[] } {
  const streams = [...new Set(events.map(({ meta }) => meta.stream))];
  const found = streams.map((stream) => {
    const trajectory = emptyTrajectory(kern, stream);
    for (const event of events) if (event.meta.stream === stream) evolve(kern, trajectory, event);
    return { id: trajectory.id, come: kern.awaits(trajectory, settings).filter((one) => one.at <= at) };
  });
  const due = found.filter(({ come }) => come.some(({ isHeld }) => !isHeld)).map(({ id }) => id);
  return { due, held: found.filter(({ id, come }) => come.length > 0 && !due.includes(id)).map(({ id }) => id) };
}

describe('on random runs', () => {
  it('names whom the clock would have found by asking every trajectory, however the log was cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        run,
        run,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (one, two, sizes) => {
          const events = [...lived(one), ...asAnother(lived(two), 2)];
          const { ids, runner } = await indexOf(events, sizes);
          for (let day = '2026-04-01'; day < '2026-12-01'; day = addDays(day, 5)) {
            const at = atLocal(day);
            expect([day, ids(at).sort()]).toEqual([day, asked(events, SETTINGS, at).due.sort()]);
          }
          await runner.stop();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('after another term also those held up on their new last day, and nobody is left out', async () => {
    await fc.assert(
      fc.asyncProperty(run, fc.integer({ min: 0, max: 40 }), fc.nat(), async (one, days, place) => {
        const events = lived(one);
        const cut = place % events.length;
        const all = [...events.slice(0, cut), setting(KEY, days, 0, '2026-04-01'), ...events.slice(cut)];
        const { ids, runner } = await indexOf(all);
        const settings = { ...SETTINGS, numbers: new Map([[KEY, days]]) };
        for (let day = '2026-04-01'; day < '2026-12-01'; day = addDays(day, 5)) {
          const { due, held } = asked(events, settings, atLocal(day));
          const named = ids(atLocal(day));
          expect(named).toEqual(expect.arrayContaining(due));
          expect([...due, ...held]).toEqual(expect.arrayContaining(named));
        }
        await runner.stop();
      }),
      { numRuns: 15 },
    );
  });
});
