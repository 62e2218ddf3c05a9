// From the body of a request to commands: one, or a batch under `commands`.
import type { FastifyRequest } from 'fastify';
import type { Command } from '../../workflows/kit/types.js';
import { BATCH_MAX, BatchDto, CommandDto } from './envelope.dto.js';
import { Problem } from './problem.js';
import { inputError, type Language } from './problem-texts.js';
import { readsIn } from './request.js';
import { validated } from './validate.js';

export interface ReadCommands {
  commands: Command[];
  /** Whether they came as a batch; pointers in answers then begin with their place in it. */
  batch: boolean;
}

const KEY_MAX = 200;

/** The commands of a request. @throws Problem when the body or a header is not as it should be. */
export function readCommands(request: FastifyRequest): ReadCommands {
  const language = readsIn(request);
  const { body } = request;
  if (!isPlain(body)) throw new Problem('not-an-object');
  const batch = Object.hasOwn(body, 'commands');
  const ifMatch = ifMatchOf(request, batch, language);
  const commands = batch ? readBatch(body, language) : [readOne(body, language)];
  const [first] = commands;
  if (first && ifMatch !== undefined) commands[0] = { ...first, ifMatch };
  return { commands, batch };
}

/** The Idempotency-Key of a request. @throws Problem when it is absent or too long. */
export function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') throw new Problem('idempotency-key-missing');
  if (key.length > KEY_MAX) {
    throw new Problem('bad-header', {
      errors: [inputError('Idempotency-Key', 'wrong-length', { maximum: String(KEY_MAX) }, readsIn(request))],
    });
  }
  return key;
}

function readOne(body: Record<string, unknown>, language: Language): Command {
  return toCommand(checked(CommandDto, withoutPayload(body), language), body);
}

function readBatch(body: Record<string, unknown>, language: Language): Command[] {
  const { commands } = body;
  if (Array.isArray(commands) && (commands.length > BATCH_MAX || commands.length === 0)) {
    throw new Problem('batch-too-long', {
      errors: [
        inputError(
          '/commands',
          commands.length === 0 ? 'too-small' : 'too-big',
          { maximum: String(BATCH_MAX), minimum: '1' },
          language,
        ),
      ],
    });
  }
  const given: unknown[] = Array.isArray(commands) ? commands : [];
  const light = Array.isArray(commands) ? given.map((one) => (isPlain(one) ? withoutPayload(one) : one)) : commands;
  const dto = checked(BatchDto, { ...body, commands: light }, language);
  return dto.commands.map((command, index) => toCommand(command, given[index] as Record<string, unknown>));
}

function checked<T extends object>(type: new () => T, plain: object, language: Language): T {
  const result = validated(type, plain, '', language);
  if ('errors' in result) throw new Problem('invalid-input', { errors: result.errors });
  return result.value;
}

/** The envelope without what is in the payload: that is checked by the schema of the command, and must not be copied field by field. */
function withoutPayload(one: Record<string, unknown>): Record<string, unknown> {
  return isPlain(one.payload) ? { ...one, payload: {} } : one;
}

function toCommand(dto: CommandDto, given: Record<string, unknown>): Command {
  const { type, occurredAt, decidedBy, decidedOn, evidence, ifMatch, overrides } = dto;
  return {
    type,
    payload: given.payload,
    occurredAt,
    decidedBy: decidedBy && { ...decidedBy },
    decidedOn,
    evidence: evidence && { ...evidence },
    ifMatch,
    overrides,
  };
}

function ifMatchOf(request: FastifyRequest, batch: boolean, language: Language): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const revision = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (revision === undefined)
    throw new Problem('bad-header', { errors: [inputError('If-Match', 'bad-revision', {}, language)] });
  if (batch) throw new Problem('bad-header', { errors: [inputError('If-Match', 'one-command-only', {}, language)] });
  return Number(revision);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof URLSearchParams);
}
