// From what came in to the data of an event: shape, unknown ids, defaults, ids made here and fields the engine knows.
import type { z } from 'zod';
import type { CommandDef, Data, ItemFill, View } from './commands.js';
import { leavesOf, valuesAt, withValue, type Leaf } from './leaves.js';
import { toInstant } from './time.js';
import type { Id, Rejection } from './types.js';

/** The leaves of each payload schema, computed once. */
const LEAVES = new WeakMap<z.ZodObject, Leaf[]>();
export function payloadLeaves<F>(command: CommandDef<F>): Leaf[] {
  const known = LEAVES.get(command.payload);
  if (known) return known;
  const leaves = leavesOf(command.payload);
  LEAVES.set(command.payload, leaves);
  return leaves;
}

/** The payload in its stored form (instants in UTC), or what is wrong with it. */
export function parsePayload<F>(
  command: CommandDef<F>,
  payload: unknown,
): { payload: Data } | { rejections: Rejection[] } {
  const parsed = command.payload.safeParse(payload, { reportInput: true });
  if (!parsed.success) return { rejections: parsed.error.issues.flatMap(rejectionsOf) };
  let data: Data = parsed.data;
  for (const leaf of payloadLeaves(command).filter(({ meta }) => meta.kind === 'instant')) {
    for (const { pointer, value } of valuesAt(data, leaf.path))
      data = withValue(data, pointer, toInstant(String(value)));
  }
  return { payload: data };
}

function rejectionsOf(issue: z.core.$ZodIssue): Rejection[] {
  const pointer = `/payload${issue.path.map((part) => `/${String(part)}`).join('')}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'invalid',
      pointer: `${pointer}/${key}`,
      detail: { issue: 'unknown-field' },
    }));
  const detail: Record<string, string> = { issue: issue.code };
  for (const key of ['expected', 'maximum', 'minimum', 'divisor', 'format'] as const)
    if (key in issue) detail[key] = String((issue as unknown as Data)[key]);
  if (issue.code === 'invalid_value') detail.expected = issue.values.map(String).join(', ');
  if (issue.code === 'custom') detail.issue = String((issue.params as { code?: string } | undefined)?.code ?? 'custom');
  if (issue.code === 'invalid_type' && issue.input === undefined) detail.issue = 'absent';
  return [{ code: 'invalid', pointer, detail }];
}

/** Ids in the payload that nothing of this trajectory has. */
export function unknownIds<F>(view: View<F>, payload: Data): Rejection[] {
  return payloadLeaves(view.command).flatMap((leaf) => {
    const knows = leaf.meta.ref ? view.workflow.refs[leaf.meta.ref] : undefined;
    if (!knows) return [];
    return valuesAt(payload, leaf.path)
      .filter(({ value }) => !knows(view, String(value)))
      .map(
        ({ pointer }) =>
          ({ code: 'unknown-id', pointer: `/payload${pointer}`, detail: { register: leaf.meta.ref ?? '' } }) as const,
      );
  });
}

/** What the envelope names and nothing knows: the document of the evidence, and needs to be passed. */
export function unknownAround<F>(view: View<F>): Rejection[] {
  const { evidence, overrides = [] } = view.given;
  const document = evidence?.documentId;
  const found: Rejection[] = overrides.flatMap(({ code }, index) =>
    view.workflow.needs.has(code)
      ? []
      : [{ code: 'invalid', pointer: `/overrides/${index}/code`, detail: { issue: 'unknown-value', got: code } }],
  );
  if (document === undefined || view.workflow.refs.document?.(view, document) !== false) return found;
  return [...found, { code: 'unknown-id', pointer: '/evidence/documentId', detail: { register: 'document' } }];
}

/** The event data without the decision fields: payload, defaults, engine fields, and new ids counted from `index`. */
export function completed<F>(
  view: View<F>,
  payload: Data,
  index: number,
): { data: Data; ids: Record<string, Id> } | { rejections: Rejection[] } {
  const { command } = view;
  const data: Data = { ...payload };
  const ids: Record<string, Id> = {};
  for (const field of command.makes) {
    ids[field] = view.makeId(field, index);
    data[field] = ids[field];
  }
  for (const [field, fill] of Object.entries(command.defaults ?? {})) {
    if (data[field] !== undefined) continue;
    const value = fill(view, data);
    setIfKnown(data, field, value);
    if (typeof value === 'string' && value === view.makeId(field)) ids[field] = value;
  }
  for (const [field, fills] of Object.entries(command.itemDefaults ?? {}))
    data[field] = filledItems(view, data, field, fills);
  for (const [field, fill] of Object.entries(command.engine ?? {})) {
    const known = fill(view, data);
    if (data[field] !== undefined && known !== undefined && JSON.stringify(data[field]) !== JSON.stringify(known)) {
      return {
        rejections: [
          {
            code: 'invalid',
            pointer: `/payload/${field}`,
            detail: { issue: 'disagrees', expected: JSON.stringify(known) },
          },
        ],
      };
    }
    setIfKnown(data, field, known);
  }
  return { data, ids };
}

/** The items of a list with what was left out filled in. */
function filledItems<F>(view: View<F>, data: Data, field: string, fills: Record<string, ItemFill<F>>): unknown {
  const items = data[field];
  if (!Array.isArray(items)) return items;
  return (items as Data[]).map((given, index) => {
    const item = { ...given };
    for (const [key, fill] of Object.entries(fills))
      if (item[key] === undefined) setIfKnown(item, key, fill(view, data, item, index));
    return item;
  });
}

function setIfKnown(data: Data, field: string, value: unknown): void {
  if (value !== undefined) data[field] = value;
}
