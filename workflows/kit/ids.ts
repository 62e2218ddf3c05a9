// Deterministic ids: the same command makes the same ids, so that a retry is recognised instead of stored twice.
import { createHash } from 'node:crypto';
import type { Id } from './types.js';

/** Namespace of all ids of the product (a fixed random UUID). */
const NAMESPACE = Buffer.from('6f1d3c0b9a5e4c7d8b21f0e4a7c35d92', 'hex');

/** UUIDv5 (RFC 9562) of the parts, joined by a line feed that no part contains. */
export function idOf(...parts: (string | number)[]): Id {
  const hash = createHash('sha1').update(NAMESPACE).update(parts.join('\n')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The person behind everything the engine does by itself. */
export const SYSTEM_REF: Id = idOf('system');
