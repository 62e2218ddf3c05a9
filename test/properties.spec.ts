// What holds for every run of commands, however odd: nothing throws, a replay gives the same, asking and deciding agree, facts can be read twice.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolve, fold } from '../workflows/kit/evolve.js';
import { idOf } from '../workflows/kit/ids.js';
import { possible } from '../workflows/kit/possible.js';
import type { Recorded, Trajectory } from '../workflows/kit/types.js';
import { addressOf } from '../workflows/kit/view.js';
import type { Facts } from '../workflows/facts/facts.js';
import { kern } from '../workflows/registry.js';
import { move, payloadOf, play, rolesOf, type Move } from './support/kern/random.js';
import { homeOf } from './support/kern/homes.js';
import { active, answered, held, sent, stateRoutes, take, type Route } from './support/kern/routes.js';
import { keyOf } from './support/kern/oracle.js';
import { trajectoryCommands } from './support/kern/samples.js';
import { World } from './support/kern/world.js';

/** Where a random run begins: the earlier, the more of it is about how things begin. */
const starts: Route[] = [(workflow) => new World(workflow), active, held, sent, answered];
const run = fc.record({ start: fc.constantFrom(...starts), moves: fc.array(move, { minLength: 1, maxLength: 30 }) });
const stored = (events: readonly Recorded[]): Recorded[] => JSON.parse(JSON.stringify(events)) as Recorded[];
const replayed = (world: World): Trajectory<Facts> => fold(kern, world.trajectory.stream, stored(world.events));

describe('any run of commands', () => {
  it('is answered without throwing, and what is not accepted changes nothing', () => {
    fc.assert(
      fc.property(run, ({ start, moves }) => {
        const world = start(kern);
        for (const one of moves) {
          const before = structuredClone(world.trajectory);
          const answer = play(world, one);
          expect(['accepted', 'refused', 'rejected']).toContain(answer.kind);
          if (answer.kind === 'accepted')
            expect(answer.events.map(({ meta }) => meta.revision)).toEqual(
              answer.events.map((_event, index) => before.revision + 1 + index),
            );
          else expect(world.trajectory).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads back from storage as the same trajectory: states, facts, overrides, requests', () => {
    fc.assert(
      fc.property(run, ({ start, moves }) => {
        const world = start(kern);
        for (const one of moves) play(world, one);
        expect(replayed(world)).toEqual(world.trajectory);
      }),
      { numRuns: 100 },
    );
  });

  it('stores only events that their own schema takes, each with an id of its own', () => {
    fc.assert(
      fc.property(run, ({ start, moves }) => {
        const world = start(kern);
        for (const one of moves) play(world, one);
        for (const { type, data } of world.events)
          expect([type, kern.events.get(type)!.schema.safeParse(data).error]).toEqual([type, undefined]);
        expect(new Set(world.events.map(({ meta }) => meta.id)).size).toBe(world.events.length);
      }),
      { numRuns: 60 },
    );
  });
});

/** Beforehand the state alone is asked; when it says that nothing is missing, only the payload can still be. */
function askFirst(world: World, one: Move): { foretold: string[]; told: string[] } | undefined {
  const command = kern.commands.get(one.command)!;
  const payload = payloadOf(world, one);
  const address = addressOf(kern, command, payload, world.trajectory);
  const context = world.contextOf(rolesOf(one), idOf('asking'));
  const here = possible(kern, world.trajectory, context).find(
    (option) => option.command.name === one.command && JSON.stringify(option.address) === JSON.stringify(address),
  );
  const answer = world.send(rolesOf(one), one.command, payload);
  if (!here || answer.kind === 'rejected') return undefined;
  return {
    foretold: here.missing.map(({ code }) => code),
    told: answer.kind === 'refused' ? answer.refused.map(({ code }) => code) : [],
  };
}

describe('asking what is possible', () => {
  it('foretells every need of the state and no other', () => {
    let compared = 0;
    fc.assert(
      fc.property(run, ({ start, moves }) => {
        const world = start(kern);
        for (const one of moves) {
          const both = askFirst(world, { ...one, damage: undefined });
          if (!both) continue;
          compared += 1;
          const onlyTold = both.told.filter((code) => !both.foretold.includes(code));
          expect([one.command, both.foretold.filter((code) => !both.told.includes(code))]).toEqual([one.command, []]);
          // What the state could not tell lies in the payload: a need that looks at it, or the very thing it names.
          const bySight = onlyTold.filter((code) => kern.needs.get(code)!.sees === 'state');
          expect([
            one.command,
            bySight.filter((code) => !['STATE_FITS', 'ROLE_ALLOWED', 'DECIDER_KNOWN', 'IS_ASSIGNEE'].includes(code)),
          ]).toEqual([one.command, []]);
        }
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

describe('the way to every state', () => {
  const ways = Object.entries(stateRoutes).flatMap(([machine, states]) =>
    Object.entries(states).map(([state, route]) => [machine, state, route] as const),
  );
  it.each(ways)('of %s to %s ends there when read back from storage', (machine, state, route) => {
    const world = route(kern);
    const again = replayed(world);
    const key = keyOf(machine, world);
    expect((key === 'root' ? again.root : again.cells.get(key))?.value ?? 'none').toBe(state);
    expect(again).toEqual(world.trajectory);
  });
});

describe('reading a fact again', () => {
  const isCorrectable = ({ type }: Recorded): boolean => {
    const def = kern.events.get(type)!;
    return def.kind === 'fact' || def.leaves.some(({ meta }) => meta.fact === true);
  };
  /** Reads every fact of a world again, oldest first: none may change what is known. */
  function readAgain({ trajectory }: World): void {
    for (const event of [...trajectory.events.values()].filter(isCorrectable)) {
      const before = structuredClone(trajectory.facts);
      for (const handler of kern.handlers.get(event.type) ?? []) handler(trajectory.facts, event);
      expect([event.type, trajectory.facts]).toEqual([event.type, before]);
    }
  }

  it.each([...trajectoryCommands])('changes nothing after %s', (command) => {
    readAgain(take(homeOf(command)(kern), command));
  });

  it('changes nothing after any run of commands', () => {
    fc.assert(
      fc.property(run, ({ start, moves }) => {
        const world = start(kern);
        for (const one of moves) play(world, { ...one, damage: undefined, role: undefined, forced: true });
        readAgain(world);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a trajectory of 20,000 contributions', () => {
  it('folds, one machine for each and none lost', () => {
    const world = held(kern);
    const first = world.events.findLast(({ type }) => type === 'ContributionReceived')!;
    const trajectory = replayed(world);
    const cells = trajectory.cells.size;
    for (let nr = 0; nr < 20_000; nr += 1) {
      const id = idOf('many', nr);
      evolve(kern, trajectory, {
        ...first,
        data: { ...first.data, contributionId: id },
        meta: { ...first.meta, id, revision: trajectory.revision + 1 },
      });
    }
    expect([trajectory.cells.size, trajectory.facts.contributions.size]).toEqual([cells + 20_000, 20_002]);
    expect(trajectory.cells.get(`contribution/${idOf('many', 19_999)}`)?.value).toBe('received');
  });
});
