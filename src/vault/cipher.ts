// AES-256-GCM as the vault uses it: a random nonce for every text, and bound to a place, so that a moved text does not open. Keys are
// key objects: the platform takes six times as long to start a cipher from bare bytes.
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
/** Nonces drawn ahead: asking for twelve bytes costs as much as asking for thousands. Each is used once. */
const DRAWN = 256 * NONCE;
let drawn = Buffer.alloc(0);

/** Nonce, ciphertext and tag in one. `place` is authenticated but not stored. */
export function encrypt(secret: KeyObject, place: string, clear: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(NONCE + clear.length + TAG);
  sealed.set(nextNonce());
  const cipher = createCipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE));
  cipher.setAAD(Buffer.from(place));
  sealed.set(cipher.update(clear), NONCE);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE + clear.length);
  return sealed;
}

/** The clear bytes, or undefined when the secret, the place or a single bit is not the one of sealing. */
export function decrypt(secret: KeyObject, place: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const end = sealed.length - TAG;
  const cipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE), { authTagLength: TAG });
  cipher.setAAD(Buffer.from(place));
  cipher.setAuthTag(sealed.subarray(end));
  const clear = cipher.update(sealed.subarray(NONCE, end));
  try {
    cipher.final();
    return clear;
  } catch {
    return undefined;
  }
}

function nextNonce(): Uint8Array {
  if (drawn.length === 0) drawn = randomBytes(DRAWN);
  const nonce = drawn.subarray(0, NONCE);
  drawn = drawn.subarray(NONCE);
  return nonce;
}
