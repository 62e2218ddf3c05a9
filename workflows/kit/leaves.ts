// The leaves of a schema: every field that holds a value, with its path and what the schema says of it.
// Computed once per schema; sealing, references, corrections, generated forms and documents all read this list.
import { z } from 'zod';

export interface Leaf {
  /** Property names from the top; `*` stands for every item of a list or record. */
  path: string[];
  meta: z.core.GlobalMeta;
  schema: z.ZodType;
}

/** The schema inside optional, nullable and default wrappers. */
export function bare(schema: z.ZodType): z.ZodType {
  let inner: z.ZodType = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

/** All leaves of a schema in the order in which they are written. */
export function leavesOf(schema: z.ZodType, path: string[] = []): Leaf[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, field]) =>
      leavesOf(field, [...path, key]),
    );
  }
  if (inner instanceof z.ZodArray) return leavesOf(inner.element as z.ZodType, [...path, '*']);
  if (inner instanceof z.ZodRecord) return leavesOf(inner.valueType as z.ZodType, [...path, '*']);
  return [{ path, meta: inner.meta() ?? schema.meta() ?? {}, schema: inner }];
}

export interface Found {
  /** JSON Pointer into the data. */
  pointer: string;
  value: unknown;
}

/** The values in `data` at a leaf path, with their pointers; absent ones are left out. */
export function valuesAt(data: unknown, path: readonly string[], pointer = ''): Found[] {
  const [head, ...rest] = path;
  if (data === undefined || data === null) return [];
  if (head === undefined) return [{ pointer, value: data }];
  if (head === '*') {
    const items = Array.isArray(data)
      ? data.map((item, index) => [String(index), item] as const)
      : Object.entries(data);
    return items.flatMap(([key, item]) => valuesAt(item, rest, `${pointer}/${escape(key)}`));
  }
  return valuesAt((data as Record<string, unknown>)[head], rest, `${pointer}/${escape(head)}`);
}

/** Whether a JSON Pointer lies on a leaf path. */
export function pointerMatches(pointer: string, path: readonly string[]): boolean {
  const parts = segments(pointer);
  return parts.length === path.length && path.every((key, index) => key === '*' || key === parts[index]);
}

/** The value at a JSON Pointer, or undefined. */
export function valueAt(data: unknown, pointer: string): unknown {
  return segments(pointer).reduce<unknown>(
    (value, key) => (isContainer(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    data,
  );
}

/** A deep copy of `data` with another value at the pointer; the parents must exist, but for the next item of a list. */
export const withValue = <T>(data: T, pointer: string, value: unknown): T => withValues(data, [[pointer, value]]);

/** The same with several, one after the other. */
export function withValues<T>(data: T, values: readonly (readonly [pointer: string, value: unknown])[]): T {
  const copy = copied(data);
  for (const [pointer, value] of values) {
    const parts = segments(pointer);
    const last = parts.pop() ?? '';
    const parent = parts.reduce<unknown>((inner, key) => {
      if (Array.isArray(inner) && key === String(inner.length)) inner.push({});
      return isContainer(inner) ? inner[key] : undefined;
    }, copy);
    if (isContainer(parent)) parent[last] = value;
  }
  return copy;
}

/** A deep copy of data that came from JSON: by hand it takes a fraction of `structuredClone`. */
function copied<T>(data: T): T {
  if (Array.isArray(data)) return data.map(copied) as T;
  if (!isContainer(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copied(value)])) as T;
}

function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
