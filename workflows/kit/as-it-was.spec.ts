// The past as it was in the world: what happened by a day, told with everything that is known now.
import { describe, expect, it } from '@jest/globals';
import { World } from '../../test/support/kern/world.js';
import { REGISTRATION, story } from '../../test/support/projecting/story.js';
import { kern } from '../registry.js';
import { asItWas, type AsItWas, type DatedStep } from './as-it-was.js';
import { emptyTrajectory, evolve, fold } from './evolve.js';
import { happenedOf } from './time.js';
import type { Facts } from '../facts/facts.js';
import type { Recorded, Trajectory } from './types.js';

/** What a projection keeps of every step. */
function stepsOf(events: readonly Recorded[]): DatedStep[] {
  const trajectory = emptyTrajectory(kern, events[0]?.meta.stream ?? '');
  return events.flatMap((event) =>
    evolve(kern, trajectory, event).steps.map(({ key, machine, to, since }) => ({
      key,
      machine,
      to,
      since,
      revision: event.meta.revision,
    })),
  );
}

function was(events: readonly Recorded[], day: string): AsItWas<Facts> | undefined {
  return asItWas(kern, fold(kern, events[0]?.meta.stream ?? '', events), stepsOf(events), day);
}

/** Without `events`, whose corrected values are already in force. */
const shown = ({ events: _events, ...trajectory }: Trajectory<Facts>): unknown => trajectory;

describe('a trajectory in which everything was recorded in time', () => {
  const { events } = story().world;
  const days = [...new Set(events.map((event) => happenedOf(event).on))];

  it('was on every day what the events until then make of it', () => {
    expect(days.length).toBeGreaterThan(1);
    for (const day of days) {
      const until = events.filter((event) => happenedOf(event).on <= day);
      const then = was(events, day);
      expect(then && shown(then.trajectory)).toEqual(shown(fold(kern, events[0]?.meta.stream ?? '', until)));
      expect(then?.last).toEqual(until.at(-1));
    }
  });

  it('did not exist before its first day', () => {
    expect(was(events, '2026-04-06')).toBeUndefined();
    expect(asItWas(kern, emptyTrajectory(kern, 'trajectory-none'), [], '2026-04-07')).toBeUndefined();
  });
});

describe('what was recorded later', () => {
  it('counts from the day on which it happened', () => {
    const { world, groupId } = story();
    world.pass(5);
    world.must('processCoordinator', 'HoldConversation', {
      attendance: [{ groupId, count: 7 }],
      on: '2026-04-20',
    });
    const attended = (day: string): number =>
      [...(was(world.events, day)?.trajectory.facts.conversations.values() ?? [])]
        .flatMap(({ attendance }) => attendance)
        .reduce((sum, { count }) => sum + count, 0);
    expect(['2026-04-19', '2026-04-20', '2026-04-27', '2026-04-28'].map(attended)).toEqual([0, 7, 7, 28]);
  });

  it('steps a machine on its own day, and never before the step it followed', () => {
    const { world } = story();
    const round = [...world.facts.rounds.keys()][0] ?? '';
    const held = world.trajectory.cells.get(`conversations/${round}`)?.context.since;
    const states = (day: string) => was(world.events, day)?.trajectory.cells.get(`conversations/${round}`)?.value;
    expect(held?.slice(0, 10)).toBe('2026-04-28');
    expect(states('2026-04-28')).toBe(world.state(`conversations/${round}`));
    expect(states('2026-04-27')).not.toBe(states('2026-04-28'));
  });

  it('does not make a trajectory older than its registration', () => {
    const world = new World(kern);
    world.must('processCoordinator', 'RegisterTrajectory', REGISTRATION);
    world.must(
      'processCoordinator',
      'ReceiveContribution',
      { source: 'letter', kind: 'idea', text: 'een bankje' },
      { occurredAt: '2026-03-01T09:00:00Z' },
    );
    expect(was(world.events, '2026-04-06')).toBeUndefined();
    expect(was(world.events, '2026-04-07')?.trajectory.facts.contributions.size).toBe(1);
  });

  it('shows a corrected value from the day of the fact, and only the last of several corrections', () => {
    const { world } = story();
    const held = world.events.find(({ type }) => type === 'ConversationHeld');
    const correct = (before: number, after: number): unknown =>
      world.must('processCoordinator', 'CorrectFact', {
        eventId: held?.meta.id,
        field: '/attendance/0/count',
        before,
        after,
        reason: 'dubbel geteld',
      });
    world.pass(2);
    correct(21, 19);
    world.pass(2);
    correct(19, 20);
    const counts = ['2026-04-28', '2026-04-30', '2026-05-02'].map(
      (day) => [...(was(world.events, day)?.trajectory.facts.conversations.values() ?? [])][0]?.attendance[0]?.count,
    );
    expect(counts).toEqual([20, 20, 20]);
  });
});
