// JSON as this product takes it in: valid UTF-8, an object at the top, no deep nesting, no key twice, no key that reaches a prototype.
// JSON.parse alone would silently keep the last of two equal keys, so that two readers of one body could see different commands.

/** Deepest nesting of objects and lists, the body itself counted as 1. */
export const DEPTH_MAX = 10;

export type BadJson = 'bad-utf8' | 'malformed-json' | 'too-deep' | 'duplicate-key' | 'forbidden-key' | 'not-an-object';

/** A body that is refused, with the key it is about where there is one. */
export class JsonRefused extends Error {
  override readonly name = 'JsonRefused';
  constructor(
    readonly code: BadJson,
    readonly key = '',
  ) {
    super(`${code} ${key}`);
  }
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The object in these bytes.
 * @throws JsonRefused with the reason.
 */
export function parseStrict(bytes: Uint8Array): Record<string, unknown> {
  const text = decoded(bytes);
  const value = parsed(text);
  checkKeys(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new JsonRefused('not-an-object');
  return value as Record<string, unknown>;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new JsonRefused('bad-utf8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new JsonRefused('malformed-json');
  }
}

/** Walks text that is known to be valid JSON: strings, brackets and colons are all that matters. */
function checkKeys(text: string): void {
  /** Keys of each open object; a list has none. */
  const open: (Set<string> | undefined)[] = [];
  let last: { from: number; to: number } | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const to = endOfString(text, at);
      last = { from: at, to };
      at = to - 1;
    } else if (char === ':' && last) {
      addKey(open.at(-1), stringIn(text.slice(last.from, last.to)));
    } else if (char === '{' || char === '[') {
      if (open.length >= DEPTH_MAX) throw new JsonRefused('too-deep');
      open.push(char === '{' ? new Set() : undefined);
    } else if (char === '}' || char === ']') {
      open.pop();
    }
  }
}

/** The place after the closing quote of the string that opens at `from`. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** What a string between quotes says; only escapes need the parser. */
function stringIn(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

function addKey(keys: Set<string> | undefined, key: string): void {
  if (FORBIDDEN.has(key)) throw new JsonRefused('forbidden-key', key);
  if (keys?.has(key)) throw new JsonRefused('duplicate-key', key.slice(0, 100));
  keys?.add(key);
}
