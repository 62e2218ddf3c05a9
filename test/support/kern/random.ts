// Random commands for kern: a sample of any command in any role, now or earlier, forced or not, sometimes with a field left out or wrong.
import fc from 'fast-check';
import { addDays, atLocal } from '../../../workflows/kit/time.js';
import { ROLES, type Decision, type Role } from '../../../workflows/kit/types.js';
import { FORCED } from './routes.js';
import { rightful, sampleOf, trajectoryCommands, type Payload } from './samples.js';
import { NOWHERE, personOf, type Extra, type World } from './world.js';

export interface Move {
  command: string;
  /** Undefined = the first role that may. */
  role: Role | undefined;
  /** How it is dated: now, days ago, or days ahead. */
  days: number;
  forced: boolean;
  onBehalf: boolean;
  /** What is done to a field of the payload: left out, or given another value. */
  damage: { field: number; value: unknown } | undefined;
  /** Days that pass before it. */
  wait: number;
}

const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    NOWHERE,
    -1,
    0,
    1e9,
    true,
    [],
    {},
    [null],
    '__proto__',
    '2026-02-30',
    'x'.repeat(5_000),
    '\u0000',
    '\ud800',
  ),
  fc.jsonValue(),
);

/** Mostly commands that fit somewhere; a quarter of them damaged. */
export const move: fc.Arbitrary<Move> = fc.record({
  command: fc.constantFrom(...trajectoryCommands),
  role: fc.option(fc.constantFrom(...ROLES), { nil: undefined, freq: 4 }),
  days: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -40, max: 2 }) }),
  forced: fc.boolean(),
  onBehalf: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  damage: fc.option(fc.record({ field: fc.nat({ max: 8 }), value: values }), { nil: undefined, freq: 4 }),
  wait: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) }),
});

/** The payload of a move in a world, damaged when it says so. */
export function payloadOf(world: World, { command, damage }: Move): Payload {
  const payload = sampleOf(command, world);
  const field = damage && Object.keys(payload)[damage.field];
  return field === undefined ? payload : { ...payload, [field]: damage?.value };
}

/** The roles in which a move is made. */
export const rolesOf = ({ command, role, forced }: Move): Role[] => [
  role ?? rightful(command)[0]!,
  ...(forced ? (['processCoordinator'] as const) : []),
];

/** Makes a move; any answer is fine. */
export function play(world: World, move_: Move): Decision {
  const { command, days, forced, onBehalf, wait } = move_;
  if (wait > 0) world.pass(wait);
  const decider = rightful(command)[0]!;
  const extra: Extra = {
    ...(forced ? FORCED : {}),
    ...(days === 0 ? {} : { occurredAt: atLocal(addDays(world.today, days), '08:00') }),
    ...(onBehalf
      ? { decidedBy: { role: decider, function: decider, ref: personOf(decider) }, evidence: { text: 'mail' } }
      : {}),
  };
  return world.send(rolesOf(move_), command, payloadOf(world, move_), extra);
}
