// What makes two requests the same, and what a stored request answered: the ground of repeating safely.
import { createHash } from 'node:crypto';
import { idOf } from '../../workflows/kit/ids.js';
import type { Id, Recorded } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import type { CommandRequest } from './execute.js';

export interface Identity {
  correlationId: Id;
  hash: string;
}

/** The same person, stream and key are the same request; the hash says whether it is also the same content. */
export function identify({ caller, stream, key, commands }: CommandRequest): Identity {
  const hash = createHash('sha256')
    .update(JSON.stringify(commands.map(canonical)))
    .digest('hex');
  return { correlationId: idOf(caller.ref, stream, key), hash };
}

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** The ids that each command of a stored request made, read back from its events. */
export function idsOf(
  workflow: AnyWorkflow,
  { commands }: CommandRequest,
  events: readonly Recorded[],
): Record<string, Id>[] {
  const correlationId = events[0]?.meta.correlationId ?? '';
  return commands.map((command, index) => {
    const def = workflow.commands.get(command.type);
    const own = events.find(({ meta, type }) => meta.commandId === idOf(correlationId, index) && type === def?.event);
    const made = (def?.makes ?? []).map((field) => [field, own?.data[field]] as const);
    const filled = Object.keys(def?.defaults ?? {}).filter(
      (field) => own?.data[field] === idOf(own?.meta.commandId ?? '', field, 0),
    );
    const round = def?.opensStream ? [['roundId', own?.meta.round] as const] : [];
    const all = [...made, ...filled.map((field) => [field, own?.data[field]] as const), ...round];
    return Object.fromEntries(all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  });
}
