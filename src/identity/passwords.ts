// Passwords: made by us, kept only as argon2id, and shown once.
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id: 19 MiB, two passes. The package's default algorithm is argon2id. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The hash of a password that nobody knows, under the same options. Compared when there is no such account, so that the time taken does not
 * tell whether a login exists; made beforehand, because making it would cost every start 19 MiB.
 */
export const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$MXnbiQ333DOqe1VRpY7tNw$DqALDfxzqR1ZHbbv9JKcLqGSIIZKLTFiIkQJcDetUTY';

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/** Whether the password belongs to the hash; false for a hash that cannot be read. */
export async function checkPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
}

/** Letters and digits that are not mistaken for each other when somebody types them over. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of four groups of four characters: 80 bits. */
export function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
