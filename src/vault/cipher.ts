// AES-256-GCM as the vault uses it: a random nonce for every text, and bound to a place, so that a moved text does not open.
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Nonce, ciphertext and tag in one. `place` is authenticated but not stored. */
export function encrypt(secret: Uint8Array, place: string, clear: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(NONCE + clear.length + TAG);
  randomFillSync(sealed, 0, NONCE);
  const cipher = createCipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE));
  cipher.setAAD(Buffer.from(place));
  sealed.set(cipher.update(clear), NONCE);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE + clear.length);
  return sealed;
}

/** The clear bytes, or undefined when the secret, the place or a single bit is not the one of sealing. */
export function decrypt(secret: Uint8Array, place: string, sealed: Uint8Array): Buffer | undefined {
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
