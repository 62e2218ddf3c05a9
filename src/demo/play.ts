// Plays an example through commands with a simulated clock: every step at its own moment, and what falls due in between by the clock.
import { SYSTEM_REF } from '../../workflows/kit/ids.js';
import type { Command, Id, Instant, LocalDate, Recorded } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import type { Caller } from '../trajectories/caller.js';
import { CommandExecutor, type CommandResult, type Surroundings } from '../trajectories/execute.js';
import { calendarFrom, type Player, type Step } from './example.js';

export interface Play {
  steps: readonly Step[];
  stream: string;
  workflow: AnyWorkflow;
  start: LocalDate;
  /** Last day offset that is played. */
  until: number;
  callers: Record<Player, Caller>;
  /** Called with the events of each command, in order, before the next one is sent. */
  onEvents?: (events: Recorded[]) => Promise<void>;
}

/** A command of an example was not accepted: the example and the workflow do not fit. */
class ExampleRefused extends Error {
  constructor(command: Command, result: CommandResult) {
    const why = result.kind === 'refused' ? result.refused.map(({ code }) => code).join(', ') : JSON.stringify(result);
    super(`The example's ${command.type} was not accepted (${result.kind}): ${why.slice(0, 500)}`);
    this.name = 'ExampleRefused';
  }
}

/** Sends the steps one by one. Throws ExampleRefused on the first that is not accepted. Playing twice changes nothing. */
export async function play(around: Omit<Surroundings, 'now'>, example: Play): Promise<Map<string, Id>> {
  let now: Instant = '';
  const executor = new CommandExecutor({ ...around, now: () => now, elapsed: () => 0 });
  const ids = new Map<string, Id>();
  const calendar = calendarFrom(example.start);
  const known = { ...calendar, id: (name: string): Id => ids.get(name) ?? name };
  for (const [index, step] of example.steps.entries()) {
    if (step.day > example.until) break;
    const at = calendar.at(step.day, step.time);
    for (const due of await dueBefore(around, example, at)) {
      now = due.at;
      await send(
        executor,
        example,
        { type: due.command, payload: due.payload, occurredAt: due.at },
        `clock:${due.command}:${due.at}`,
        system(example),
      );
    }
    now = at;
    const result = await send(executor, example, step.command(known), `step:${index}`, example.callers[step.by]);
    for (const [field, name] of Object.entries(step.makes ?? {})) ids.set(name, result.ids[0]?.[field] ?? '');
    const own = step.keepEvent ? result.events.find(({ meta }) => meta.actor.kind === 'person') : undefined;
    if (step.keepEvent && own) ids.set(step.keepEvent, own.meta.id);
  }
  return ids;
}

const system = ({ callers }: Play): Caller => ({
  kind: 'system',
  ref: SYSTEM_REF,
  organisationId: callers.PC.organisationId,
  grants: [],
});

async function dueBefore(around: Omit<Surroundings, 'now'>, example: Play, at: Instant) {
  const loaded = await around.store.load(example.stream);
  const settings = await around.settings(example.callers.PC.organisationId);
  return loaded?.workflow.due(loaded.trajectory, at, settings) ?? [];
}

async function send(executor: CommandExecutor, example: Play, command: Command, key: string, caller: Caller) {
  const request = { stream: example.stream, opens: example.workflow, commands: [command], key, caller, arrivedAt: 0 };
  const result = await executor.execute(request);
  if (result.kind !== 'accepted') throw new ExampleRefused(command, result);
  await example.onEvents?.(result.events);
  return result;
}
