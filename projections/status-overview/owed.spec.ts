// The order in which owed acts are asked: by age, and by what matters most; and pages that hold every line once.
import { describe, expect, it } from '@jest/globals';
import { OOSTERKOOG, personOf, World } from '../../test/support/kern/world.js';
import { REGISTRATION } from '../../test/support/projecting/story.js';
import { Stage } from '../../test/support/projecting/stage.js';
import { idOf } from '../../workflows/kit/ids.js';
import { kern } from '../../workflows/registry.js';
import { statusOverview } from './status-overview.projection.js';
import type { OwedView } from './views.js';

const GRANTS = ['processCoordinator', 'approver', 'archivist', 'client', 'projectLeader'].map((role) => ({
  role,
  municipalityId: OOSTERKOOG,
}));
/** Everything in these tests has begun by then. */
const DAY = '2026-06-30';

/** A trajectory of its own that is registered on that day. */
function registered(name: string, on: string): World {
  const world = new World(kern);
  const id = idOf('owed', name);
  Object.assign(world.trajectory, { id, stream: `trajectory-${id}` });
  while (world.today < on) world.pass(1);
  world.must('processCoordinator', 'RegisterTrajectory', { ...REGISTRATION, title: name, startOn: on });
  return world;
}

/** One trajectory of each kind; the less urgent, the older. */
function worlds(): World[] {
  const stopped = registered('gestopt', '2026-04-07');
  stopped.must('client', 'CancelTrajectory', { reason: 'geen geld', messagePlannedOn: stopped.today });
  const paused = registered('ligt stil', '2026-05-01');
  paused.must('client', 'PauseTrajectory', { reason: 'vakantie', participantsTold: false });
  const older = registered('loopt langer', '2026-05-20');
  const running = registered('loopt', '2026-06-01');
  const late = registered('signaal', '2026-06-05');
  late.must('processCoordinator', 'MakeEstimate', {
    totalHours: 20,
    totalCents: 25_000,
    startOn: late.today,
    endOn: '2026-09-01',
  });
  late.must('processCoordinator', 'RequestApproval', { approverRef: personOf('approver') });
  const begun = registered('zonder akkoord', '2026-06-20');
  begun.must('processCoordinator', 'BookHours', { hours: 1, phase: 'conversations' });
  return [stopped, paused, older, running, late, begun];
}

async function asked(made: readonly World[]) {
  const stage = new Stage();
  for (const { events } of made) await stage.record(events);
  const runner = await stage.projected({ projections: [statusOverview] });
  const owed = (order: 'age' | 'urgency', page = 1, pageSize = 200) =>
    runner.ask(statusOverview).owed(GRANTS, personOf('nobody'), { day: DAY, order, page, pageSize });
  return { runner, owed };
}
const titles = (acts: readonly OwedView[]): string[] => [...new Set(acts.map(({ title }) => title))];

describe('what is owed', () => {
  it('by urgency: final signals, other signals, what runs, what lies still, and last what is over', async () => {
    const { runner, owed } = await asked(worlds());
    expect(titles(owed('urgency').items)).toEqual([
      'zonder akkoord',
      'signaal',
      'loopt langer',
      'loopt',
      'ligt stil',
      'gestopt',
    ]);
    expect(owed('urgency').items[0]?.signal).toMatchObject({ code: 'START_WITHOUT_APPROVAL', severity: 'final' });
    await runner.stop();
  });

  it('by age: the oldest first, whatever it is', async () => {
    const { runner, owed } = await asked(worlds());
    const ages = owed('age').items.map(({ ageDays }) => ageDays);
    expect(titles(owed('age').items)[0]).toBe('gestopt');
    expect(ages).toEqual([...ages].sort((a, b) => b - a));
    await runner.stop();
  });

  it.each(['age', 'urgency'] as const)('by %s: every line on one page, and no page too long', async (order) => {
    // Given more trajectories of one coordinator than agreed, so that a line over trajectories stands among the others
    const { runner, owed } = await asked([
      ...worlds(),
      registered('een', '2026-06-02'),
      registered('twee', '2026-06-03'),
    ]);
    const whole = owed(order).items;
    expect(whole.map(({ signal }) => signal?.code)).toContain('CAPACITY_SINGLE_POINT');
    // When it is asked in pages of every size
    for (const size of [1, 2, 3, 5]) {
      const pages = Array.from(
        { length: Math.ceil(whole.length / size) },
        (_page, nr) => owed(order, nr + 1, size).items,
      );
      // Then the pages are the list
      expect(pages.flat()).toEqual(whole);
      expect(Math.max(...pages.map(({ length }) => length))).toBe(size);
    }
    expect(owed(order).total).toBe(whole.length);
    await runner.stop();
  });
});
