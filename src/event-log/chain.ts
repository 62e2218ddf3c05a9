// The chain of a stream: each event carries a hash over its bytes and its predecessor's hash, so that a changed or removed event shows.
import { hash } from 'node:crypto';

/** Chain value before the first event of a stream. */
export const ZERO_CHAIN = '0'.repeat(64);

/** Hex SHA-256 over the bytes of an event followed by the predecessor's chain value in hex. */
export function chainOf(bytes: Uint8Array, predecessor: string): string {
  const input = Buffer.allocUnsafe(bytes.length + predecessor.length);
  input.set(bytes);
  input.write(predecessor, bytes.length, 'latin1');
  return hash('sha256', input, 'hex');
}
