// What makes two requests the same: the person, the stream and the key say so, the content proves it, and the proof gives nothing away.
import { describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import { MemoryVault } from '../vault/memory.vault.js';
import { idOf } from '../../workflows/kit/ids.js';
import { identify } from './request-identity.js';

const vault = new MemoryVault();
const request = (payload: unknown, key = 'one'): Parameters<typeof identify>[0] => ({
  stream: `trajectory-${idOf('park')}`,
  commands: [{ type: 'WriteLogEntry', payload }],
  key,
  caller: { kind: 'person', ref: idOf('someone'), organisationId: idOf('town'), grants: [] },
  arrivedAt: 0,
});
const identity = (payload: unknown, key?: string) => identify(request(payload, key), (text) => vault.fingerprint(text));

describe('the identity of a request', () => {
  it('is the same for the same content, in whatever order its fields come', () => {
    const [first, again] = [identity({ a: 'x', b: 'y' }), identity({ b: 'y', a: 'x' })];
    expect(again.correlationId).toBe(first.correlationId);
    expect(again.matches(first.hash)).toBe(true);
    expect(identity({ a: 'x', b: 'z' }).matches(first.hash)).toBe(false);
    expect(identity({ a: 'x', b: 'y' }, 'two').correlationId).not.toBe(first.correlationId);
  });

  const content = JSON.stringify([{ payload: { a: 'kort' }, type: 'WriteLogEntry' }]);

  it('stores no hash by which somebody without the key of the organisation can guess the text', () => {
    const { hash: stored } = identity({ a: 'kort' });
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
    expect(stored).not.toBe(hash('sha256', content, 'hex'));
    expect(stored).not.toBe(identify(request({ a: 'kort' }), (text) => new MemoryVault().fingerprint(text)).hash);
  });

  it('still knows a repeat of what the first versions stored, and nothing else', () => {
    expect(identity({ a: 'kort' }).matches(hash('sha256', content, 'hex'))).toBe(true);
    expect(identity({ a: 'lang' }).matches(hash('sha256', content, 'hex'))).toBe(false);
  });
});
