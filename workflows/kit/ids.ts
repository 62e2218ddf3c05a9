// Deterministic ids: the same command makes the same ids, so that a retry is recognised instead of stored twice.
import { hash } from 'node:crypto';
import type { Id } from './types.js';

/** Namespace of all ids of the product (a fixed random UUID). */
const NAMESPACE = Buffer.from('6f1d3c0b9a5e4c7d8b21f0e4a7c35d92', 'hex');
/** The first digit of the fourth group says by which rule the id was made. */
const VARIANTS = ['8', '9', 'a', 'b'] as const;

/** What is hashed stands behind the namespace in one buffer: a command makes some ten ids. */
let hashed = Buffer.concat([NAMESPACE, Buffer.alloc(1_024)]);

/** UUIDv5 (RFC 9562) of the parts, joined by a line feed that no part contains. */
export function idOf(...parts: (string | number)[]): Id {
  const name = parts.join('\n');
  // A letter takes at most three bytes.
  if (hashed.length < NAMESPACE.length + 3 * name.length)
    hashed = Buffer.concat([NAMESPACE, Buffer.alloc(3 * name.length)]);
  const end = NAMESPACE.length + hashed.write(name, NAMESPACE.length);
  const hex = hash('sha1', hashed.subarray(0, end), 'hex');
  const variant = VARIANTS[Number.parseInt(hex[16] ?? '0', 16) & 3] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The person behind everything the engine does by itself. */
export const SYSTEM_REF: Id = idOf('system');
