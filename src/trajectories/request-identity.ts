// What makes two requests the same, and what a stored request answered: the ground of repeating safely.
import { hash } from 'node:crypto';
import { idOf } from '../../workflows/kit/ids.js';
import type { Id, Recorded } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import type { CommandRequest } from './execute.js';

export interface Identity {
  correlationId: Id;
  /** Fingerprint of the content; it is stored, and outlives the texts of who is erased. */
  hash: string;
  /** Whether a stored hash is that of the same content. */
  matches(stored: string): boolean;
}

/** The request (the same person, stream and key are the same), and whether another has the same content. `fingerprint` is that of the vault. */
export function identify(request: CommandRequest, fingerprint: (text: string) => string): Identity {
  const content = JSON.stringify(request.commands.map(canonical));
  const own = fingerprint(content);
  return {
    correlationId: idOf(request.caller.ref, request.stream, request.key),
    hash: own,
    // The first versions stored a hash without a secret.
    matches: (stored) => stored === own || stored === hash('sha256', content, 'hex'),
  };
}

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) copy[key] = canonical(inner);
  }
  return copy;
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
