// What the outcome of a request becomes over HTTP: 201 with the stored events, or a problem that says all that is missing or wrong.
import type { Recorded, Rejection } from '../../workflows/kit/types.js';
import type { CommandResult } from '../trajectories/execute.js';
import type { ProblemCode } from './problem-codes.js';
import { Problem } from './problem.js';
import { inputError, type Language } from './problem-texts.js';
import { missingNeeds } from './wording.js';

/** The body of 201. Without `position` and chain per event, so that a repeat gives the same bytes. */
export interface Accepted {
  events: Recorded<string>[];
  ids: Record<string, string>[];
  revision: number;
  position: string;
}

/** The answer to an accepted request. @throws Problem for every other outcome. */
export function acceptedOrProblem(result: CommandResult, batch: boolean, language: Language): Accepted {
  switch (result.kind) {
    case 'accepted':
      return ordered({
        events: result.events.map(withoutPosition),
        ids: result.ids,
        revision: result.revision,
        position: result.position,
      }) as Accepted;
    case 'refused': {
      const missing = missingNeeds(result.refused, language);
      const onlyRole = missing.every(({ code }) => code === 'ROLE_ALLOWED');
      throw new Problem('needs-missing', {
        missing,
        ...(onlyRole ? { status: 403 } : {}),
        ...(batch ? { index: result.index } : {}),
      });
    }
    case 'rejected':
      throw rejected(result.rejections, result.index, batch, language);
    case 'key-reused':
      throw new Problem('idempotency-key-reused');
    case 'not-found':
      throw new Problem('not-found');
    case 'too-large':
      throw new Problem('append-too-large');
    case 'conflict':
      throw new Problem('changed-meanwhile');
  }
}

function withoutPosition({ meta, ...event }: Recorded): Recorded<string> {
  const { position: _position, ...rest } = meta;
  return { ...event, meta: rest as Recorded['meta'] };
}

/** With the keys of every object in one order, so that a repeat, read back from the log, gives the same bytes. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, ordered((value as Record<string, unknown>)[key])]));
}

const CODES: Record<Rejection['code'], ProblemCode> = {
  invalid: 'invalid-input',
  'unknown-id': 'unknown-id',
  'unknown-command': 'unknown-command',
  'dates-differ': 'dates-differ',
  'before-last-step': 'before-last-step',
  'already-changed': 'already-changed',
  'stale-revision': 'stale-revision',
};

/** Every fault with its place; malformed input goes before an unknown id when both occur. */
function rejected(rejections: readonly Rejection[], index: number, batch: boolean, language: Language): Problem {
  const main = rejections.find(({ code }) => code === 'invalid') ?? rejections[0];
  const place = batch ? `/commands/${index}` : '';
  const errors = rejections.map(({ code, pointer, detail }) => inputError(place + pointer, code, detail, language));
  return new Problem(CODES[main?.code ?? 'invalid'], { errors, vars: main?.detail ?? {}, ...(batch ? { index } : {}) });
}
