// References in a batch: "$0.frameId" is the id that command 0 made in its field frameId.
import type { Id, Rejection } from '../../workflows/kit/types.js';

const REFERENCE = /^\$(\d{1,3})\.([A-Za-z]{1,60})$/;

/** The payload with its references replaced by ids made earlier in the batch, or what is wrong with one of them. */
export function resolveReferences(
  payload: unknown,
  made: readonly Record<string, Id>[],
  pointer = '/payload',
): { payload: unknown } | { rejections: Rejection[] } {
  if (typeof payload === 'string') return resolveOne(payload, made, pointer);
  if (typeof payload !== 'object' || payload === null) return { payload };
  if (!refers(payload)) return { payload };
  const entries = Object.entries(payload).map(
    ([key, value]) => [key, resolveReferences(value, made, `${pointer}/${key}`)] as const,
  );
  const rejections = entries.flatMap(([, result]) => ('rejections' in result ? result.rejections : []));
  if (rejections.length > 0) return { rejections };
  const resolved = entries.map(([key, result]) => [key, 'payload' in result ? result.payload : undefined] as const);
  return { payload: Array.isArray(payload) ? resolved.map(([, value]) => value) : Object.fromEntries(resolved) };
}

/** Whether there is a reference anywhere inside: most commands have none and keep the payload that they were given. */
function refers(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('$') && REFERENCE.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(refers);
}

function resolveOne(
  text: string,
  made: readonly Record<string, Id>[],
  pointer: string,
): { payload: unknown } | { rejections: Rejection[] } {
  const match = REFERENCE.exec(text);
  if (!match) return { payload: text };
  const [, index = '', field = ''] = match;
  const id = made[Number(index)]?.[field];
  if (id !== undefined) return { payload: id };
  return { rejections: [{ code: 'invalid', pointer, detail: { issue: 'bad-reference', got: text } }] };
}
