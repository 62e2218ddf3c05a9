// From what a form posts to the payload of a command, by the command's own schema. What was left empty is left out, so that defaults apply and
// the engine can say what is missing; only what cannot be read at all is answered here.
import { rowNumbers, type FormValues } from '../../../web/parts/field-types.js';
import type { Shape } from './shape.js';
import { readCents, readDate, readMoment, readNumber } from './typed.js';

/** Why a typed value cannot be read; keys of the texts of forms. */
export type Unreadable = 'number' | 'whole' | 'money' | 'date' | 'moment';

export interface Decoded {
  payload: Record<string, unknown>;
  /** By full field name. */
  faults: Record<string, Unreadable>;
}

/** Marks a list that was shown with something in it: left empty it is meant to be empty, and no default takes its place. */
export const SHOWN = '_shown';

/** Kinds of which empty text is a value: a need can say that it is missing. */
const TEXTS: readonly string[] = ['line', 'text', 'letter'];

/** The payload typed under `prefix`. */
export function decodeFields(fields: ReadonlyMap<string, Shape>, values: FormValues, prefix: string): Decoded {
  const faults: Decoded['faults'] = {};
  return { payload: objectAt(fields, values, prefix, faults), faults };
}

function objectAt(
  fields: ReadonlyMap<string, Shape>,
  values: FormValues,
  prefix: string,
  faults: Decoded['faults'],
): Record<string, unknown> {
  const entries = [...fields].map(([key, shape]) => [key, valueAt(shape, values, `${prefix}.${key}`, faults)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function valueAt(shape: Shape, values: FormValues, name: string, faults: Decoded['faults']): unknown {
  if (shape.kind === 'object') return groupAt(shape, values, name, faults);
  if (shape.kind === 'list') return listAt(shape, values, name, faults);
  if (shape.kind === 'boolean') return booleanAt(shape, values, name);
  const typed = single(values, name);
  if (typed === undefined) return undefined;
  const text = TEXTS.includes(shape.kind) ? typed.replaceAll('\r\n', '\n') : typed.trim();
  if (text === '') return shape.optional || !TEXTS.includes(shape.kind) ? undefined : '';
  return read(shape, text, name, faults);
}

function groupAt(shape: Shape, values: FormValues, name: string, faults: Decoded['faults']): unknown {
  const fields = shape.fields ?? new Map<string, Shape>();
  if (shape.optional && !anyTyped(values, name)) return undefined;
  const group = objectAt(fields, values, name, faults);
  return shape.optional && Object.keys(group).length === 0 ? undefined : group;
}

/** An unticked box is a no, unless the field may be absent: then it is absent. */
function booleanAt(shape: Shape, values: FormValues, name: string): boolean | undefined {
  if (single(values, name) === 'true') return true;
  return shape.optional && values[`${name}.${SHOWN}`] !== '1' ? undefined : false;
}

function listAt(shape: Shape, values: FormValues, name: string, faults: Decoded['faults']): unknown {
  const list =
    shape.item?.kind === 'object' ? rowsAt(shape.item, values, name, faults) : simpleList(shape, values, name);
  const left = list.length === 0 && shape.optional && values[`${name}.${SHOWN}`] !== '1';
  return left ? undefined : list;
}

function rowsAt(item: Shape, values: FormValues, name: string, faults: Decoded['faults']): unknown[] {
  return rowNumbers(values, name).map((row) =>
    objectAt(item.fields ?? new Map<string, Shape>(), values, `${name}.${row}`, faults),
  );
}

/** Chosen values, or one text per line. */
function simpleList(shape: Shape, values: FormValues, name: string): string[] {
  const given = values[name];
  const chosen = typeof given === 'string' ? [given] : [...(given ?? [])];
  const isText = TEXTS.includes(shape.item?.kind ?? '');
  return chosen
    .flatMap((text) => (isText ? text.split(/\r?\n/) : [text]))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function read(shape: Shape, text: string, name: string, faults: Decoded['faults']): unknown {
  const value = READERS[shape.kind]?.read(text) ?? (READERS[shape.kind] ? undefined : text);
  if (value !== undefined) return value;
  faults[name] = READERS[shape.kind]?.fault ?? 'number';
  return undefined;
}

const whole = (text: string): number | undefined => {
  const number = readNumber(text);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
};
const READERS: Partial<Record<string, { read: (text: string) => unknown; fault: Unreadable }>> = {
  int: { read: whole, fault: 'whole' },
  decimal: { read: readNumber, fault: 'number' },
  hours: { read: readNumber, fault: 'number' },
  cents: { read: readCents, fault: 'money' },
  date: { read: (text) => (text === 'permanent' ? text : readDate(text)), fault: 'date' },
  instant: { read: readMoment, fault: 'moment' },
};

function single(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : value?.at(-1);
}

/** Whether anything under this name was filled in; the marker of a row does not count. */
export function anyTyped(values: FormValues, name: string): boolean {
  return Object.entries(values).some(([key, value]) => {
    if (key !== name && !key.startsWith(`${name}.`)) return false;
    if (key.endsWith('._row') || key.endsWith(`.${SHOWN}`)) return false;
    return typeof value === 'string' ? value.trim() !== '' : (value ?? []).length > 0;
  });
}

/** The same values with rows counted from 0 without gaps, so that places in the payload and names of fields agree. */
export function withoutGaps(values: FormValues): FormValues {
  const renamed = new Map<string, string>();
  const rename = (name: string): string => {
    const parts = name.split('.');
    for (let at = 1; at < parts.length; at += 1) {
      if (!/^\d+$/.test(parts[at] ?? '')) continue;
      const list = parts.slice(0, at).join('.');
      const key = `${list} ${parts[at]}`;
      if (!renamed.has(key)) renamed.set(key, String(rowNumbers(values, list).indexOf(Number(parts[at]))));
    }
    return parts.map((part, at) => renamed.get(`${parts.slice(0, at).join('.')} ${part}`) ?? part).join('.');
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [rename(name), value]));
}
