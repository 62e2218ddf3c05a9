// Signals in rows: a query for any day, one line per cause, what was let wait, the decision that a signal stands for, and other norms for
// rows that exist already.
import { describe, expect, it } from '@jest/globals';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { idOf } from '../workflows/kit/ids.js';
import { addDays } from '../workflows/kit/time.js';
import type { Recorded } from '../workflows/kit/types.js';
import { kern } from '../workflows/registry.js';
import { playExample } from './golden/example.js';
import { held, submitted, take } from './support/kern/routes.js';
import { OOSTERKOOG, personOf } from './support/kern/world.js';
import { ofOrganisation, setting } from './support/projecting/settings.js';
import { Stage } from './support/projecting/stage.js';

async function projected(...parts: readonly (readonly Recorded[])[]) {
  const stage = new Stage();
  for (const events of parts) await stage.record(events);
  const runner = await stage.projected({ projections: [statusOverview] });
  const status = () => runner.ask(statusOverview);
  const raised = (code: string) =>
    status()
      .signalHistory([...ids(parts)][0] ?? '', '2030-01-01')
      .filter((one) => one.code === code)
      .map(({ severity, raisedOn }) => [severity, raisedOn]);
  return { stage, runner, status, raised };
}
const ids = (parts: readonly (readonly Recorded[])[]): Set<string> =>
  new Set(
    parts.flatMap((events) =>
      events.flatMap(({ meta }) =>
        meta.stream.startsWith('trajectory-') ? [meta.stream.slice('trajectory-'.length)] : [],
      ),
    ),
  );

describe('the rows of signals', () => {
  it('answer for any day: not before the first, as a line of its highest urgency, and no longer once cleared', async () => {
    const world = held(kern);
    const from = world.today;
    world.pass(50);
    take(world, 'SendFeedback', { answered: [world.id('contributionId'), world.id('otherId')] });
    const { status, runner } = await projected(world.events);
    const on = (days: number) =>
      status()
        .signals([OOSTERKOOG], { day: addDays(from, days), code: 'FEEDBACK_OVERDUE' })
        .items.map(({ severity, ageDays }) => [severity, ageDays]);
    expect([28, 29, 42, 43, 49, 50].map(on)).toEqual([
      [],
      [['target', 0]],
      [['target', 13]],
      [['final', 0]],
      [['final', 6]],
      [],
    ]);
    expect(status().signals([idOf('elsewhere')], { day: addDays(from, 45) }).total).toBe(0);
    await runner.stop();
  });

  it('show nothing raised before signals count', async () => {
    const world = held(kern);
    const { status, runner } = await projected(world.events);
    const day = addDays(world.today, 45);
    const first = addDays(world.today, 43);
    const finals = (since: string) =>
      status()
        .signals('all', { day, from: since, code: 'FEEDBACK_OVERDUE' })
        .items.map(({ severity }) => severity);
    expect([finals(first), finals(addDays(first, 1))]).toEqual([['final'], []]);
    await runner.stop();
  });

  it('let a signal wait until its day, and show it again when it becomes final', async () => {
    const world = held(kern);
    const from = world.today;
    const round = world.id('roundId');
    world.pass(30);
    const ack = { code: 'FEEDBACK_OVERDUE', subjectId: round, reason: 'de brief ligt bij de drukker' };
    world.must('processCoordinator', 'AcknowledgeSignal', { ...ack, snoozeUntil: addDays(world.today, 30) });
    const { status, runner } = await projected(world.events);
    const on = (days: number, snoozed?: 'only') =>
      status().signals('all', { day: addDays(from, days), code: ack.code, ...(snoozed ? { snoozed } : {}) }).items;
    expect(on(29)).toHaveLength(1);
    expect(on(31)).toEqual([]);
    expect(on(31, 'only')).toMatchObject([{ severity: 'target', snoozed: { until: addDays(from, 60) } }]);
    expect(on(43)).toMatchObject([{ severity: 'final' }]);
    world.pass(14);
    const refused = world.send('processCoordinator', 'AcknowledgeSignal', {
      ...ack,
      snoozeUntil: addDays(world.today, 15),
    });
    expect(refused).toMatchObject({ kind: 'refused', refused: [{ code: 'SNOOZE_LIMIT', hard: true }] });
    world.must('processCoordinator', 'AcknowledgeSignal', { ...ack, snoozeUntil: addDays(world.today, 14) });
    expect(world.send('processCoordinator', 'AcknowledgeSignal', { ...ack, snoozeUntil: world.today })).toMatchObject({
      kind: 'rejected',
    });
    await runner.stop();
  });

  it('take the place of the decision that clears them, for the same roles', async () => {
    const world = submitted(kern);
    const { status, runner } = await projected(world.events);
    const owed = (days: number) =>
      status()
        .owed([{ role: 'approver', municipalityId: OOSTERKOOG }], personOf('approver'), {
          day: addDays(world.today, days),
        })
        .items.map(({ command, signal, ageDays }) => [command, signal?.code, ageDays]);
    expect(owed(14)).toEqual([['ApproveTimeAndMoney', undefined, 14]]);
    expect(owed(15)).toEqual([['ApproveTimeAndMoney', 'APPROVAL_LATE', 0]]);
    await runner.stop();
  });
});

describe('other norms', () => {
  const world = () => {
    const made = held(kern);
    return { made, events: [...made.events], on: made.today, later: addDays(made.today, 5) };
  };

  it('make the rows of trajectories that exist anew, live as a rebuild does', async () => {
    const { made, events, on, later } = world();
    const changes = [
      setting('norm.FEEDBACK_OVERDUE.target', 10, 0, later),
      setting('norm.FEEDBACK_OVERDUE.final', 20, 1, later),
      setting('norm.FEEDBACK_OVERDUE.final', 12, 2, later, OOSTERKOOG),
      ofOrganisation(
        'CalendarSet',
        { periods: [{ from: later, to: addDays(later, 6), name: 'meivakantie' }] },
        3,
        later,
      ),
    ];
    const stage = new Stage();
    await stage.record(events);
    const runner = await stage.projected({ projections: [statusOverview] });
    const status = () => runner.ask(statusOverview);
    const id = [...ids([events])][0]!;
    const raised = () =>
      status()
        .signalHistory(id, '2030-01-01')
        .filter(({ code }) => code === 'FEEDBACK_OVERDUE')
        .map(({ severity, raisedOn }) => [severity, raisedOn]);
    expect(raised()).toEqual([
      ['target', addDays(on, 29)],
      ['final', addDays(on, 43)],
    ]);
    await stage.record(changes);
    await runner.waitFor((await stage.log.head()) ?? '-1', 5_000);
    expect(raised()).toEqual([
      ['target', addDays(on, 11)],
      ['final', addDays(on, 13)],
    ]);
    // Then a rebuild of all rows gives the same
    const live = status().signalHistory(id, '2030-01-01');
    await runner.rebuild('status-overview');
    expect(status().signalHistory(id, '2030-01-01')).toEqual(live);
    // And a municipality that takes its own number back has that of the organisation again
    await stage.record([setting('norm.FEEDBACK_OVERDUE.final', null, 4, later, OOSTERKOOG)]);
    await runner.waitFor((await stage.log.head()) ?? '-1', 5_000);
    expect(raised().at(-1)).toEqual(['final', addDays(on, 21)]);
    // What happens afterwards is settled by the new norms, also where the rows were remembered by the old ones
    made.pass(30);
    take(made, 'SendFeedback', { answered: [made.id('contributionId'), made.id('otherId')] });
    await stage.record(made.events.slice(events.length));
    await runner.waitFor((await stage.log.head()) ?? '-1', 5_000);
    expect(
      status()
        .signalHistory(id, '2030-01-01')
        .filter(({ code }) => code === 'FEEDBACK_OVERDUE'),
    ).toMatchObject([
      { severity: 'target', raisedOn: addDays(on, 11), clearedOn: made.today },
      { severity: 'final', raisedOn: addDays(on, 21), clearedOn: made.today },
    ]);
    const after = status().signalHistory(id, '2030-01-01');
    await runner.rebuild('status-overview');
    expect(status().signalHistory(id, '2030-01-01')).toEqual(after);
    await runner.stop();
  });

  it('count officials’ days without recess, and people’s days with it', async () => {
    const made = submitted(kern);
    const calendar = ofOrganisation(
      'CalendarSet',
      { periods: [{ from: addDays(made.today, 3), to: addDays(made.today, 9), name: 'meivakantie' }] },
      0,
      made.today,
    );
    const { raised, runner } = await projected([calendar], made.events);
    expect(raised('APPROVAL_LATE')).toEqual([['target', addDays(made.today, 15 + 7)]]);
    await runner.stop();
    const heard = held(kern);
    const other = await projected([calendar], heard.events);
    expect(other.raised('FEEDBACK_OVERDUE')[0]).toEqual(['target', addDays(heard.today, 29)]);
    await other.runner.stop();
  });
});

describe('example 9.4', () => {
  it('raises nothing on any day of its history', async () => {
    const { events } = await playExample();
    const { status, runner } = await projected(events);
    const last = events.at(-1)!.meta.recordedAt.slice(0, 10);
    for (let day = '2026-04-01'; day <= addDays(last, 1); day = addDays(day, 1))
      expect([
        day,
        status()
          .signals('all', { day, snoozed: 'too' })
          .items.map(({ code }) => code),
      ]).toEqual([day, []]);
    expect(status().signalHistory([...ids([events])][0]!, '2030-01-01')).toEqual([]);
    await runner.stop();
  });
});
