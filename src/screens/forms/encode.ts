// The other way: a payload as the values that a form shows. What is written here is read back the same by decode.
import type { FormValues } from '../../../web/parts/field-types.js';
import { SHOWN } from './decode.js';
import type { Shape } from './shape.js';
import { writeMoment, writeNumber } from './typed.js';

type Values = Record<string, string | string[]>;

/** Values of the fields under `prefix`; absent fields have none. */
export function encodeFields(
  fields: ReadonlyMap<string, Shape>,
  payload: Readonly<Record<string, unknown>>,
  prefix: string,
): FormValues {
  const values: Values = {};
  for (const [key, shape] of fields) put(values, shape, payload[key], `${prefix}.${key}`);
  return values;
}

function put(values: Values, shape: Shape, value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  if (shape.kind === 'object') {
    for (const [key, inner] of shape.fields ?? [])
      put(values, inner, (value as Record<string, unknown>)[key], `${name}.${key}`);
  } else if (shape.kind === 'list') {
    putList(values, shape, value as unknown[], name);
  } else if (shape.kind === 'boolean') {
    if (value === true) values[name] = 'true';
    if (shape.optional) values[`${name}.${SHOWN}`] = '1';
  } else {
    values[name] = written(shape, value);
  }
}

function putList(values: Values, shape: Shape, list: unknown[], name: string): void {
  if (list.length > 0) values[`${name}.${SHOWN}`] = '1';
  const { item } = shape;
  if (item?.kind === 'object') {
    list.forEach((one, row) => {
      values[`${name}.${row}._row`] = '1';
      put(values, item, one, `${name}.${row}`);
    });
  } else if (item && ['line', 'text', 'letter'].includes(item.kind)) {
    values[name] = list.map(String).join('\n');
  } else {
    values[name] = list.map(String);
  }
}

function written(shape: Shape, value: unknown): string {
  if (typeof value === 'number' && shape.kind === 'cents') return writeNumber(value, true);
  if (typeof value === 'number' && shape.kind !== 'int') return writeNumber(value);
  if (shape.kind === 'instant') return writeMoment(String(value));
  return String(value);
}
