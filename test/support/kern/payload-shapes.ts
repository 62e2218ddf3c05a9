// The payloads of the code in the words of the reference, so that test/kern-fixture.spec.ts can hold the two beside each other.
import { z } from 'zod';
import { DECIDED_FIELDS } from '../../../workflows/kit/events.js';
import type { EventDef } from '../../../workflows/kit/events.js';
import { LAW_BASES, LEVELS, PHASES } from '../../../workflows/kit/fields.js';
import { bare } from '../../../workflows/kit/leaves.js';
import { ROLES } from '../../../workflows/kit/types.js';
import type { FieldType } from '../domain/index.js';

/** A leaf as both sides can say it: path without list positions, whether it may be left out, and its type in one word. */
export interface Shape {
  path: string;
  optional: boolean;
  type: string;
  /** How many lists it stands in. */
  lists: number;
}

/** The leaves of an event of the code, without what every decision carries. */
export function shapesOf(def: EventDef): Shape[] {
  const fields = Object.entries<z.ZodType>(def.schema.shape);
  const own = fields.filter(([key]) => def.kind !== 'decision' || !DECIDED_FIELDS.includes(key));
  return unique(own.flatMap(([key, schema]) => walk(schema, key, false, 0)));
}

function walk(schema: z.ZodType, path: string, above: boolean, lists: number): Shape[] {
  const optional = above || schema instanceof z.ZodOptional;
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return walk(inner.element as z.ZodType, path, optional, lists + 1);
  if (!(inner instanceof z.ZodObject)) return [{ path, optional, lists, type: typeOf(inner) }];
  const fields = Object.entries<z.ZodType>(inner.shape);
  // An object keyed by numbers is what the reference calls a record: one leaf for all its keys.
  return fields.flatMap(([key, field]) => walk(field, /^\d+$/.test(key) ? path : `${path}.${key}`, optional, lists));
}

const unique = (shapes: Shape[]): Shape[] => [...new Map(shapes.map((shape) => [shape.path, shape])).values()];

const named: [string, readonly string[]][] = [
  ['Role', ROLES],
  ['Level', LEVELS],
  ['Phase', PHASES],
  ['LawBasis', LAW_BASES],
];
const kinds: Record<string, string> = {
  id: 'Id',
  person: 'Id',
  date: 'Date',
  instant: 'Instant',
  cents: 'Cents',
  hours: 'Hours',
  boolean: 'boolean',
  line: 'String200',
  text: 'Txt',
  letter: 'Letter',
  decimal: 'number',
};

function typeOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodUnion) return eitherOf(schema.options as z.ZodType[]);
  const kind = schema.meta()?.kind ?? 'unknown';
  if (kind === 'choice') return choiceOf(schema instanceof z.ZodEnum ? schema.options.map(String) : ['?']);
  if (kind === 'int') return rangeOf(schema);
  return kinds[kind] ?? kind;
}

/** An empty text stands for a field that was left open, so that a need can name it: it is no type of its own. */
function eitherOf(options: z.ZodType[]): string {
  const literal = (option: z.ZodType) => (option instanceof z.ZodLiteral ? [...option.values] : []);
  const types = options
    .filter((option) => !literal(option).includes(''))
    .map((option) => literal(option).join() || typeOf(option));
  return types.includes('unknown') ? 'any' : types.join(' or ');
}

function choiceOf(values: readonly string[]): string {
  const known = named.find(([, all]) => [...all].sort().join() === [...values].sort().join());
  return known ? known[0] : [...values].sort().join('|');
}

function rangeOf(schema: z.ZodType): string {
  const { minimum, maximum } = z.toJSONSchema(schema) as { minimum?: number; maximum?: number };
  return (maximum ?? Infinity) <= 100 ? `${minimum}-${maximum}` : 'int';
}

/** A type of the reference in the same words. */
export function wordOf(type: FieldType): string {
  switch (type.kind) {
    case 'choice':
      return choiceOf(type.values);
    case 'range':
      return `${type.min}-${type.max}`;
    case 'list':
    case 'record':
      return wordOf(type.of);
    case 'either':
      return type.of.map(wordOf).join(' or ');
    default:
      return type.kind;
  }
}

/** How many lists a leaf of the reference stands in. */
export function depthOf(fields: readonly { name: string; type: FieldType }[], path: string): number {
  const [name, ...rest] = path.split('.');
  let type = fields.find((field) => field.name === name)?.type;
  let lists = 0;
  while (type?.kind === 'list' || type?.kind === 'record') {
    if (type.kind === 'list') lists += 1;
    type = type.of;
  }
  return type?.kind === 'object' ? lists + depthOf(type.fields, rest.join('.')) : lists;
}
