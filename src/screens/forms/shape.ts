// What a form needs to know of a payload schema, as plain data: kinds, limits and what an id refers to. Fields, decoding and encoding all read
// this one description, so that they cannot disagree.
import { z } from 'zod';
import { bare } from '../../../workflows/kit/leaves.js';
import type { FieldKind } from '../../../workflows/kit/fields.js';

export interface Shape {
  kind: FieldKind;
  /** May be left out of the payload. */
  optional: boolean;
  /** Register that an id must be known to. */
  ref?: string;
  /** Free text about people: it is sealed, and the form warns. */
  personal: boolean;
  min?: number;
  max?: number;
  values?: readonly string[];
  item?: Shape;
  fields?: ReadonlyMap<string, Shape>;
}

const known = new WeakMap<z.ZodType, Shape>();

/** The description of a schema; computed once per schema. */
export function shapeOf(schema: z.ZodType): Shape {
  const found = known.get(schema);
  if (found) return found;
  const shape = describe(schema);
  known.set(schema, shape);
  return shape;
}

/** The fields of an object schema, in the order in which they are written. */
export function fieldShapes(schema: z.ZodObject): ReadonlyMap<string, Shape> {
  return shapeOf(schema).fields ?? new Map<string, Shape>();
}

function describe(schema: z.ZodType): Shape {
  const inner = bare(schema);
  const meta = inner.meta() ?? schema.meta() ?? {};
  const base = {
    optional: schema.safeParse(undefined).success,
    personal: meta.fieldClass === 'personal',
    ...(meta.ref ? { ref: meta.ref } : {}),
  };
  if (inner instanceof z.ZodObject) {
    const fields = Object.entries(inner.shape as Record<string, z.ZodType>).map(
      ([key, field]) => [key, shapeOf(field)] as const,
    );
    return { ...base, kind: 'object', fields: new Map(fields) };
  }
  if (inner instanceof z.ZodArray)
    return { ...base, kind: 'list', item: shapeOf(inner.element as z.ZodType), ...lengths(inner) };
  if (inner instanceof z.ZodEnum) return { ...base, kind: 'choice', values: inner.options.map(String) };
  if (inner instanceof z.ZodString)
    return { ...base, kind: meta.kind ?? 'line', ...limits(inner.minLength, inner.maxLength) };
  if (inner instanceof z.ZodNumber)
    return { ...base, kind: meta.kind ?? 'decimal', ...limits(inner.minValue, inner.maxValue) };
  return { ...base, kind: meta.kind ?? 'line' };
}

function limits(min: number | null, max: number | null): { min?: number; max?: number } {
  return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}

function lengths(schema: z.ZodArray): { min?: number } {
  return schema.safeParse([]).success ? {} : { min: 1 };
}
