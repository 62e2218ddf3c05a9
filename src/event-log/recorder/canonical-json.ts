// One way to write a value as JSON: keys in order, no white space, so that the same event always has the same bytes.

/**
 * JSON with sorted keys; fields that are undefined are left out.
 * @throws TypeError for what JSON cannot hold (functions, NaN, big integers) and for the key `__proto__`, which readers may trip over.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(Object.is(value, -0) ? 0 : value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return object(value);
  throw new TypeError(`JSON cannot hold ${typeof value === 'number' ? String(value) : `a ${typeof value}`}`);
}

function object(value: object): string {
  let json = '';
  for (const key of Object.keys(value).sort()) {
    const inner: unknown = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    if (key === '__proto__') throw new TypeError('JSON may not have the key __proto__');
    json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(inner)}`;
  }
  return `{${json}}`;
}
