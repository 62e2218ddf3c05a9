// CAPACITY_SINGLE_POINT: one coordinator leads more active trajectories than agreed, from which day on, and what it leads back to.
import { describe, expect, it } from '@jest/globals';
import { OOSTERKOOG, personOf, World } from '../../../test/support/kern/world.js';
import { Stage } from '../../../test/support/projecting/stage.js';
import { idOf } from '../../../workflows/kit/ids.js';
import { addDays } from '../../../workflows/kit/time.js';
import { kern } from '../../../workflows/registry.js';
import { statusOverview } from '../status-overview.projection.js';

/** A trajectory that starts so many days later, led by the coordinator. */
function led(nr: number): World {
  const world = new World(kern);
  Object.assign(world.trajectory, { id: idOf('led', nr), stream: `trajectory-${idOf('led', nr)}` });
  world.pass(nr);
  world.must('processCoordinator', 'RegisterTrajectory', {
    title: `Traject ${nr}`,
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [OOSTERKOOG],
    startOn: world.today,
    clientRef: personOf('client'),
    coordinatorRef: personOf('processCoordinator'),
  });
  return world;
}

async function projected(worlds: readonly World[]) {
  const stage = new Stage();
  for (const { events } of worlds) await stage.record(events);
  const runner = await stage.projected({ projections: [statusOverview] });
  const status = () => runner.ask(statusOverview);
  /** The day on which it was raised and how many are led, as the signal stands on a day. */
  const on = (day: string) =>
    status()
      .signals('all', { day, code: 'CAPACITY_SINGLE_POINT' })
      .items.map(({ raisedOn, subject }) => [raisedOn, subject]);
  return { runner, status, on };
}

describe('the signal over trajectories', () => {
  it('says that a coordinator leads too many trajectories, since the day it became too many', async () => {
    const worlds = [1, 2, 3, 4, 5].map(led);
    const fifth = worlds.at(-1)!;
    fifth.pass(10);
    fifth.must('client', 'PauseTrajectory', { reason: 'vakantie', participantsTold: false });
    const { runner, status, on } = await projected(worlds);
    const raised = addDays('2026-04-07', 5);
    expect([on(addDays(raised, -1)), on(raised), on(addDays(raised, 9)), on(addDays(raised, 10))]).toEqual([
      [],
      [[raised, '5']],
      [[raised, '5']],
      [],
    ]);
    expect(status().list('all', { signal: 'CAPACITY_SINGLE_POINT', asked: { day: raised } }).total).toBe(5);
    // The events that named the coordinator and set each trajectory going, and the list of those that are led.
    const [line] = status().signals('all', { day: raised, code: 'CAPACITY_SINGLE_POINT' }).items;
    const began = worlds.flatMap(({ events }) =>
      ['TrajectoryRegistered', 'PhaseStarted'].map((type) => events.find((event) => event.type === type)?.meta.id),
    );
    expect([...line!.raisedBy].sort()).toEqual(began.sort());
    expect([...line!.trajectoryIds!].sort()).toEqual(worlds.map(({ trajectory }) => trajectory.id).sort());
    const list = { coordinator: line!.subjectId, signal: line!.code, asked: { day: raised } };
    expect(status().list('all', list).total).toBe(5);
    expect(status().list('all', { ...list, coordinator: personOf('client') }).total).toBe(0);
    expect(status().signals([idOf('elsewhere')], { day: raised, code: 'CAPACITY_SINGLE_POINT' }).items).toEqual([]);
    const owed = status().owed([{ role: 'management' }], personOf('management'), { day: raised });
    expect(owed.items.map(({ signal }) => signal?.code)).toContain('CAPACITY_SINGLE_POINT');
    await runner.stop();
  });

  it('ends on the day on which a colleague takes over the process of one of them', async () => {
    const worlds = [1, 2, 3, 4, 5].map(led);
    const fifth = worlds.at(-1)!;
    fifth.pass(10);
    const [colleague, taken] = [idOf('colleague'), fifth.today];
    const process = { role: 'processCoordinator', department: 'participatie', responsibility: 'process' };
    fifth.must('processCoordinator', 'AssignRole', { ...process, assigneeRef: colleague, accepted: true });
    const { runner, status, on } = await projected(worlds);
    expect([on(addDays(taken, -1)), on(taken)]).toEqual([[[addDays('2026-04-07', 5), '5']], []]);
    const ofColleague = status().list('all', { coordinator: colleague }).items;
    expect(ofColleague.map(({ trajectoryId }) => trajectoryId)).toEqual([fifth.trajectory.id]);
    await runner.stop();
  });

  it('counts whoever took over too many', async () => {
    const colleague = idOf('colleague');
    const worlds = [1, 2, 3, 4, 5].map(led);
    const process = { role: 'processCoordinator', department: 'participatie', responsibility: 'process' };
    for (const world of worlds) {
      world.pass(10);
      world.must('processCoordinator', 'AssignRole', { ...process, assigneeRef: colleague, accepted: true });
    }
    const fifth = worlds.at(-1)!;
    const { runner, status } = await projected(worlds);
    const lines = (day: string) => status().signals('all', { day, code: 'CAPACITY_SINGLE_POINT' }).items;
    const [line, ...others] = lines(fifth.today);
    expect([line?.subjectId, line?.raisedOn, others]).toEqual([colleague, fifth.today, []]);
    const taking = worlds.map(({ events }) => events.find(({ type }) => type === 'RoleAssigned')?.meta.id);
    expect(line?.raisedBy).toEqual(expect.arrayContaining(taking));
    const one = status().one('all', fifth.trajectory.id, fifth.today);
    expect(one?.signals.map(({ code, subjectId }) => [code, subjectId])).toContainEqual([line?.code, colleague]);
    await runner.stop();
  });
});
