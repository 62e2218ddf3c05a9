// The status overview: given these events, these rows.
import { describe, expect, it } from '@jest/globals';
import { OOSTERKOOG, ORGANISATION, personOf, World } from '../../test/support/kern/world.js';
import { asAnother, caughtUp, Stage } from '../../test/support/projecting/stage.js';
import { erasureOf, REGISTRATION, RESIDENT, story } from '../../test/support/projecting/story.js';
import { idOf } from '../../workflows/kit/ids.js';
import type { Recorded } from '../../workflows/kit/types.js';
import { kern } from '../../workflows/registry.js';
import { plannedPhase } from '../kit/plan.js';
import { statusOverview } from './status-overview.projection.js';
import type { StatusDetail } from './views.js';

const ELSEWHERE = '00000000-0000-4000-8000-000000000000';

async function askAfter(events: readonly Recorded[]) {
  const stage = new Stage();
  await stage.record(events);
  const runner = await stage.projected({ projections: [statusOverview] });
  return { stage, runner, ask: () => runner.ask(statusOverview) };
}

async function detailOf(world: World, today: string): Promise<StatusDetail> {
  const { ask, runner } = await askAfter(world.events);
  const detail = ask().one('all', world.trajectory.id, today);
  await runner.stop();
  if (!detail) throw new Error('The trajectory has no row.');
  return detail;
}

/** An event of the organisation's own stream. */
function ofOrganisation(type: string, data: Record<string, unknown>, revision: number): Recorded {
  const { meta } = erasureOf(RESIDENT);
  const decided = { decidedBy: { role: 'admin', function: 'beheer' }, decidedOn: '2026-04-01' };
  return {
    type,
    version: 1,
    data: { ...data, ...decided },
    meta: {
      ...meta,
      id: idOf(type, revision),
      stream: `organisation-${ORGANISATION}`,
      revision,
      correlationId: idOf(type, revision, 'request'),
    },
  };
}

/** From registration to the approval of 20 hours and € 250. */
function approved(): World {
  const world = new World(kern);
  world.must('processCoordinator', 'RegisterTrajectory', REGISTRATION);
  world.must('processCoordinator', 'MakeEstimate', {
    totalHours: 20,
    totalCents: 25_000,
    startOn: '2026-04-07',
    endOn: '2026-06-19',
  });
  world.must('processCoordinator', 'RequestApproval', { approverRef: personOf('approver') });
  return world;
}

describe('planned dates', () => {
  it('split start to end over the phases of kern by their norms, as in example 9.4', () => {
    const span = { startOn: '2026-04-07', endOn: '2026-06-19' };
    const ends = ['approval', 'organisation', 'conversations', 'interpreting', 'feedback'].map(
      (phase) => plannedPhase(phase, span)?.endOn,
    );
    expect(ends).toEqual(['2026-04-16', '2026-04-26', '2026-05-11', '2026-05-30', '2026-06-19']);
    expect(plannedPhase('conversations', span)?.startOn).toBe('2026-04-26');
    expect(plannedPhase('evaluation', span)).toBeUndefined();
    expect(plannedPhase('approval', undefined)).toBeUndefined();
  });
});

describe('a trajectory that waits for approval', () => {
  it('says so, in the four words and exactly, and what comes next', async () => {
    const detail = await detailOf(approved(), '2026-04-10');
    expect(detail.state).toMatchObject({ value: 'active', word: 'bezig' });
    expect(detail.phases[0]).toMatchObject({
      phase: 'approval',
      state: { value: 'submitted', word: 'wacht op', label: { nl: 'Ingediend' }, who: { nl: 'budgethouder' } },
      planned: { startOn: '2026-04-07', endOn: '2026-04-16', by: 'norm' },
      startedOn: '2026-04-07',
    });
    expect(detail.phases.slice(1).map(({ state, startedOn }) => [state.word, startedOn])).toEqual(
      Array.from({ length: 4 }, () => ['nog niet', undefined]),
    );
    expect(detail).toMatchObject({
      hours: { booked: 0 },
      cents: { booked: 0 },
      overrides: 0,
      plannedEndOn: '2026-06-19',
    });
    expect(detail.hours).not.toHaveProperty('approved');
    expect(detail.deadlines.map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-04-16', 'phaseEnd'],
      ['2026-04-21', 'approval'],
      ['2026-04-26', 'phaseEnd'],
    ]);
  });

  it('is owed by the approver, in days, and by nobody of another municipality', async () => {
    const world = approved();
    const { ask, runner } = await askAfter(world.events);
    const grant = { role: 'approver', municipalityId: OOSTERKOOG };
    const owed = ask().owed([grant], personOf('approver'), { day: '2026-04-10' });
    expect(owed).toMatchObject({
      total: 1,
      items: [{ command: 'ApproveTimeAndMoney', address: { phase: 'approval' }, ageDays: 3, missing: [] }],
    });
    expect(ask().owed([{ role: 'approver' }], personOf('approver'), { day: '2026-04-10' }).total).toBe(1);
    expect(
      ask().owed([{ ...grant, municipalityId: ELSEWHERE }], personOf('approver'), { day: '2026-04-10' }).total,
    ).toBe(0);
    expect(ask().owed([{ role: 'analyst' }], personOf('analyst'), { day: '2026-04-10' }).total).toBe(0);
    await runner.stop();
  });

  it('is approved with its hours, and the phase is done on that day', async () => {
    const world = approved().pass(2);
    world.must('approver', 'ApproveTimeAndMoney', {});
    world.must('processCoordinator', 'BookHours', { hours: 3.5, phase: 'approval' });
    const detail = await detailOf(world, '2026-04-10');
    expect(detail.phases[0]).toMatchObject({
      state: { value: 'approved', word: 'klaar' },
      completedOn: '2026-04-09',
      hours: { booked: 3.5 },
    });
    expect(detail.phases[1]).toMatchObject({
      phase: 'organisation',
      startedOn: '2026-04-09',
      state: { word: 'bezig' },
    });
    expect(detail).toMatchObject({ hours: { approved: 20, booked: 3.5 }, cents: { approved: 25_000, booked: 0 } });
  });
});

describe('a round in which people were heard', () => {
  it('counts groups, contributions and agreements, and runs its clock', async () => {
    const { world, groupId, ideaId } = story();
    world.must('projectLeader', 'AdoptContribution', {
      contributionIds: [ideaId],
      how: 'bankje 3 komt bij de speelplek',
    });
    const round = [...world.facts.rounds.keys()][0] ?? '';
    const detail = await detailOf(world, '2026-05-01');
    expect(detail.groups).toMatchObject([{ groupId, name: 'bewoners Kersenlaan', min: 10, target: 20, reached: 21 }]);
    expect(detail.contributions).toEqual([
      { round: '', state: 'received', count: 1, told: 0 },
      { round, state: 'adopted', count: 1, told: 0 },
    ]);
    expect(detail.agreements).toMatchObject([{ nr: 1, state: 'open', dueOn: '2026-06-19', public: true }]);
    expect(detail.clocks).toEqual([
      {
        about: round,
        startOn: '2026-04-28',
        targetOn: '2026-05-26',
        finalOn: '2026-06-09',
        openContributions: 1,
        owed: [],
      },
    ]);
    expect(detail.phases[2]).toMatchObject({ firstEventOn: '2026-04-28', startedOn: '2026-04-28', roundNr: 1 });
    expect(JSON.stringify(detail)).not.toMatch(/heup|speelplek/);
  });

  it('takes its target and final day from the norms in force, also for clocks that run', async () => {
    const { world } = story();
    const { ask, runner, stage } = await askAfter(world.events);
    await stage.record([
      ofOrganisation('MunicipalityRegistered', { municipalityId: OOSTERKOOG, name: 'Oosterkoog' }, 0),
      ofOrganisation(
        'SettingChanged',
        { key: 'norm.FEEDBACK_OVERDUE.target', before: 28, after: 14, from: '2026-05-01' },
        1,
      ),
    ]);
    await caughtUp(runner, stage.log);
    const detail = ask().one([OOSTERKOOG], world.trajectory.id, '2026-05-01');
    expect(detail?.clocks[0]).toMatchObject({ targetOn: '2026-05-12', finalOn: '2026-06-09' });
    expect(detail?.municipalities).toEqual([{ id: OOSTERKOOG, name: 'Oosterkoog' }]);
    await runner.stop();
  });
});

describe('the list', () => {
  it('filters by phase, state, municipality, level and words, and sorts', async () => {
    const { world } = story();
    const waiting = asAnother(approved().events, 7).map((event) =>
      event.type === 'TrajectoryRegistered'
        ? { ...event, data: { ...event.data, title: 'Aanpak plein', level: 'advise' } }
        : event,
    );
    const { ask, runner } = await askAfter([...world.events, ...waiting]);
    const titles = (filter: Parameters<ReturnType<typeof ask>['list']>[1]): string[] =>
      ask()
        .list('all', filter)
        .items.map(({ title }) => title);
    const [plein, bankjes] = ['Aanpak plein', 'Vijf bankjes in de Kersenlaan'];
    expect(titles({ sort: 'title' })).toEqual([plein, bankjes]);
    expect(titles({ sort: '-title' })).toEqual([bankjes, plein]);
    expect(titles({ phase: 'feedback' })).toEqual([bankjes]);
    expect(titles({ phase: 'approval', state: 'wacht op' })).toEqual([plein]);
    expect(titles({ state: 'klaar' })).toEqual([]);
    expect(titles({ state: 'active', level: 'advise' })).toEqual([plein]);
    expect(titles({ q: 'kersenLAAN' })).toEqual([bankjes]);
    expect(titles({ q: '%' })).toEqual([]);
    expect(ask().list([ELSEWHERE], {}).total).toBe(0);
    expect(ask().list([OOSTERKOOG, ELSEWHERE], { sort: 'title', page: 2, pageSize: 1 })).toMatchObject({
      total: 2,
      items: [{ title: bankjes }],
    });
    expect(ask().one([ELSEWHERE], world.trajectory.id, '2026-05-01')).toBeUndefined();
    await runner.stop();
  });

  it('counts a trajectory once, per state and per phase and word', async () => {
    const { world } = story();
    const { ask, runner } = await askAfter([...world.events, ...asAnother(world.events, 7)]);
    expect(ask().counts('all')).toMatchObject({ total: 2, states: [{ value: 'active', count: 2 }] });
    expect(ask().counts([OOSTERKOOG]).phases).toContainEqual({ phase: 'organisation', word: 'nog niet', count: 2 });
    expect(ask().counts([ELSEWHERE]).total).toBe(0);
    await runner.stop();
  });
});
