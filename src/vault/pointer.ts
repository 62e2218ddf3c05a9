// JSON Pointers (RFC 6901) into the data of an event: find a value and put another in its place.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A copy that shares nothing with the original; fields that are undefined are left out, as in JSON. */
export function copyOf(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) copy[key] = copyOf(inner);
  return copy;
}

/** Puts `change(value)` where the pointer points. False, with nothing changed, when there is no value there. */
export function replaceAt(root: Json, pointer: string, change: (value: Json) => Json): boolean {
  const keys = pointer.split('/').slice(1).map(unescape);
  const last = keys.pop();
  if (last === undefined) return false;
  let parent: Json | undefined = root;
  for (const key of keys) parent = own(parent, key);
  const value = own(parent, last);
  if (value === undefined) return false;
  (parent as Record<string, Json>)[last] = change(value);
  return true;
}

/** Own fields only: `constructor` and the like are not part of the data. */
function own(parent: Json | undefined, key: string): Json | undefined {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, key)) return undefined;
  return (parent as Record<string, Json>)[key];
}

function unescape(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}
