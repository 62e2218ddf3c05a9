// From the description of a payload to fields on a page: the widget follows from the kind, the words from the label files, the choices from
// what exists in the trajectory.
import type { FieldSpec, Option } from '../../../web/parts/field-types.js';
import { SHOWN } from './decode.js';
import type { FormTexts } from './form-texts.js';
import type { Shape } from './shape.js';

export interface FieldContext {
  texts: FormTexts;
  label(field: string): string;
  hint(field: string): string | undefined;
  choice(field: string, value: string): string;
  /** Whether a value of a choice can be taken here. */
  offers(field: string, value: string): boolean;
  /** What an id of this register can be, in the order of the trajectory. */
  options(ref: string): readonly Option[];
  people: readonly Option[];
  /** Fields of the top level that are not shown: the engine knows them, or an earlier part of the form gives them. */
  hidden(field: string): boolean;
  /** Something stands in it beforehand: then it is not said that it may stay empty. */
  filled(field: string): boolean;
}

/** Lists of choices up to this length stand open as radios. */
const RADIOS_MAX = 4;
const SHORT: readonly string[] = ['date', 'datetime', 'number', 'money', 'hours'];

/** The fields of one command, named from its payload. */
export function fieldsOf(shapes: ReadonlyMap<string, Shape>, context: FieldContext): FieldSpec[] {
  const shown = [...shapes].filter(([key]) => !context.hidden(key));
  return paired(shown.flatMap(([key, shape]) => fieldOf(key, key, shape, context)));
}

/** One field; `name` is its path from the command, `key` the last step of it, by which words are found. */
function fieldOf(name: string, key: string, shape: Shape, context: FieldContext): FieldSpec[] {
  const base = {
    name,
    label: context.label(key),
    hint: context.hint(key),
    required: !shape.optional || context.filled(name),
  };
  switch (shape.kind) {
    case 'object':
      return [{ kind: 'group', name, label: base.label, hint: base.hint, fields: innerFields(name, shape, context) }];
    case 'list':
      return listField(name, key, shape, context);
    case 'boolean':
      return [{ ...base, kind: 'checkbox' }, ...marker(name, shape)];
    case 'choice':
      return [
        {
          ...base,
          kind: (shape.values?.length ?? 0) <= RADIOS_MAX && base.required ? 'radio' : 'select',
          options: choices(key, shape, context),
        },
      ];
    case 'id':
      return idField(base, shape, context);
    case 'person':
      return [{ ...base, kind: 'select', options: context.people }];
    default:
      return [typedField({ ...base, hint: typedHint(base.hint, shape, context) }, shape)];
  }
}

function typedHint(hint: string | undefined, shape: Shape, context: FieldContext): string | undefined {
  const privacy = shape.personal && shape.kind !== 'line' ? context.texts.privacy : undefined;
  return [hint, privacy].filter(Boolean).join(' ') || undefined;
}

type Base = { name: string; label: string; hint?: string; required: boolean };

/** The field of a value that is typed. */
function typedField(base: Base, { kind, min, max }: Shape): FieldSpec {
  switch (kind) {
    case 'date':
      return { ...base, kind: 'date' };
    case 'instant':
      return { ...base, kind: 'datetime' };
    case 'cents':
      return { ...base, kind: 'money' };
    case 'hours':
      return { ...base, kind: 'hours' };
    case 'decimal':
      return { ...base, kind: 'text', short: true };
    case 'int':
      return { ...base, kind: 'number', min, ...(max !== undefined && max < 1_000 ? { max } : {}) };
    case 'text':
      return { ...base, kind: 'textarea', lines: 3, maxLength: max };
    case 'letter':
      return { ...base, kind: 'textarea', lines: 7, maxLength: max };
    default:
      return { ...base, kind: 'text', maxLength: max };
  }
}

/** Fields of an object; inside an optional object nothing is required, because the whole may be left out. */
function innerFields(name: string, shape: Shape, context: FieldContext): FieldSpec[] {
  const fields = [...(shape.fields ?? [])].flatMap(([key, inner]) =>
    fieldOf(
      `${name}.${key}`,
      key,
      shape.optional ? { ...inner, optional: inner.kind !== 'boolean' || inner.optional } : inner,
      context,
    ),
  );
  return paired(fields);
}

function idField(base: Base, shape: Shape, context: FieldContext): FieldSpec[] {
  const options = shape.ref === undefined ? [] : context.options(shape.ref);
  if (options.length === 0 && shape.optional) return [];
  if (shape.ref === undefined || shape.ref === 'area')
    return [{ ...base, kind: 'text', hint: base.hint ?? context.texts.uuid }];
  return [
    { ...base, kind: 'select', options, ...(options.length === 0 ? { hint: context.texts.nothingToChoose } : {}) },
  ];
}

function listField(name: string, key: string, shape: Shape, context: FieldContext): FieldSpec[] {
  const { item } = shape;
  const base = {
    name,
    label: context.label(key),
    hint: context.hint(key),
    required: !shape.optional || context.filled(name),
  };
  if (item?.kind === 'object') {
    const fields = paired(
      [...(item.fields ?? [])].flatMap(([inner, innerShape]) => fieldOf(inner, inner, innerShape, context)),
    );
    const word = context.texts.items[key] ?? context.texts.items.other ?? '';
    return [{ ...base, kind: 'rows', item: word, fields, ...(shape.min ? { least: 1 } : {}) }, ...marker(name, shape)];
  }
  if (item?.kind === 'id' || item?.kind === 'choice') {
    const options =
      item.kind === 'choice' ? choices(key, item, context) : item.ref === undefined ? [] : context.options(item.ref);
    if (options.length === 0 && (shape.optional || item.ref === undefined)) return [];
    return [
      {
        ...base,
        kind: 'checkboxes',
        options,
        ...(options.length === 0 ? { hint: context.texts.nothingToChoose } : {}),
      },
      ...marker(name, shape),
    ];
  }
  return [
    { ...base, kind: 'textarea', lines: 3, hint: [base.hint, context.texts.perLine].filter(Boolean).join(' ') },
    ...marker(name, shape),
  ];
}

/** Tells later that something stood here, so that emptying it is an answer too. Its value comes from what is filled in beforehand. */
function marker(name: string, shape: Shape): FieldSpec[] {
  return shape.optional ? [{ kind: 'hidden', name: `${name}.${SHOWN}` }] : [];
}

function choices(key: string, shape: Shape, context: FieldContext): Option[] {
  return (shape.values ?? [])
    .filter((value) => context.offers(key, value))
    .map((value) => ({ value, label: context.choice(key, value) }));
}

/** Puts two short fields that follow each other side by side. */
function paired(fields: readonly FieldSpec[]): FieldSpec[] {
  const result: FieldSpec[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const [one, two] = [fields[at], fields[at + 1]];
    if (one && two && SHORT.includes(one.kind) && SHORT.includes(two.kind)) {
      result.push({ kind: 'pair', name: `${one.name}-${two.name}`, fields: [one, two] });
      at += 1;
    } else if (one) {
      result.push(one);
    }
  }
  return result;
}
