// Ids follow from what they are made of and from nothing else: not from the ids made before them.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { idOf } from './ids.js';

/** RFC 9562 written out, byte by byte. */
function byTheBook(parts: (string | number)[]): string {
  const namespace = Buffer.from('6f1d3c0b9a5e4c7d8b21f0e4a7c35d92', 'hex');
  const bytes = createHash('sha1').update(namespace).update(parts.join('\n')).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x50;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

describe('an id', () => {
  it('is the UUIDv5 of its parts, after longer and shorter ones alike', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', minLength: 900, maxLength: 2_000 }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.nat()), { maxLength: 4 }), (parts) => {
        expect(idOf(...parts)).toBe(byTheBook(parts));
      }),
    );
  });
});
