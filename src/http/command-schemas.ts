// JSON Schemas of payloads, made once from the zod schemas that decide.
import { z } from 'zod';
import type { CommandDef } from '../../workflows/kit/commands.js';

type JsonSchema = Record<string, unknown>;

const MADE = new WeakMap<z.ZodObject, JsonSchema>();
/** What the kit notes of a field, under the names that JSON Schema leaves to us; what is internal to the engine stays away. */
const NOTES: Readonly<Record<string, string | undefined>> = { kind: 'x-kind', ref: 'x-ref', fieldClass: 'x-class' };
const INTERNAL = ['fact', 'openable'];

/** The JSON Schema (draft 2020-12) of a command's payload. */
export function payloadSchema({ payload }: Pick<CommandDef<unknown>, 'payload'>): JsonSchema {
  const known = MADE.get(payload);
  if (known) return known;
  const { $schema: _draft, ...schema } = z.toJSONSchema(payload, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => rename(jsonSchema),
  });
  MADE.set(payload, schema);
  return schema;
}

function rename(schema: JsonSchema): void {
  for (const key of INTERNAL) delete schema[key];
  for (const [key, name] of Object.entries(NOTES)) {
    if (name === undefined || schema[key] === undefined) continue;
    schema[name] = schema[key];
    delete schema[key];
  }
}
