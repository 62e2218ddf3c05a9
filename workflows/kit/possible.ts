// What can be done now: every command at every address, with the needs that the state alone can tell. Deciding uses the same needs.
import type { CommandDef } from './commands.js';
import { cellAt, phaseKey } from './evolve.js';
import type { Address, Context, Refusal, Trajectory } from './types.js';
import { missingNeeds, viewOf } from './view.js';
import type { Workflow } from './workflow.js';

export interface Possible<F> {
  command: CommandDef<F>;
  address: Address;
  /** Steps of the addressed machine, for `If-Match`. */
  revision: number;
  missing: Refusal[];
}

/** Entities beyond this number are offered as one line per command; a screen asks for the one it means. */
const ENTITIES_MAX = 50;

/** Every command with what it still needs; empty `missing` = it can be sent now. */
export function possible<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, context: Context): Possible<F>[] {
  const commands = [...workflow.commands.values()].filter((command) => !command.opensStream);
  return commands.flatMap((command) =>
    addresses(workflow, trajectory, command).map((address) =>
      possibleAt(workflow, trajectory, command, address, context),
    ),
  );
}

/** The needs of one command at one address, as far as the state tells. */
export function possibleAt<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  command: CommandDef<F>,
  address: Address,
  context: Context,
): Possible<F> {
  const view = { ...viewOf(workflow, trajectory, command, {}, context, context.now), address };
  const key = address.entity
    ? `${address.entity}/${address.id ?? ''}`
    : address.phase
      ? phaseKey(address.phase, address.round)
      : 'root';
  return {
    command,
    address,
    revision: cellAt(workflow, trajectory, key)?.revision ?? 0,
    missing: missingNeeds(view, {}),
  };
}

function addresses<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, command: CommandDef<F>): Address[] {
  const home = workflow.homes.get(command.name);
  if (home?.kind === 'entity') return entityAddresses(workflow, trajectory, command, home.key);
  if (home?.kind !== 'phase') return [{}];
  const phase = workflow.phases.find((candidate) => candidate.key === home.key);
  if (phase?.per !== 'round') return [{ phase: home.key }];
  return workflow.rounds(home.key, trajectory.facts).map((round) => ({ phase: home.key, round }));
}

function entityAddresses<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  command: CommandDef<F>,
  key: string,
): Address[] {
  const machine = workflow.machines.get(key);
  if (!machine || machine.takes(machine.initial, command.event)) return [{ entity: key }];
  const fitting: Address[] = [];
  for (const [cellKey, cell] of trajectory.cells) {
    if (cell.machine === key && machine.takes(cell.value, command.event))
      fitting.push({ entity: key, id: cellKey.slice(key.length + 1) });
    if (fitting.length > ENTITIES_MAX) return [{ entity: key }];
  }
  return fitting;
}
