// Guessing a login takes as long for one that does not exist: what is compared then is as costly as a real hash.
import { expect, test } from '@jest/globals';
import { checkPassword, hashPassword, NOBODY } from './passwords.js';

/** Algorithm, version, memory, passes and lanes: the first parts of a hash. */
const costOf = (hash: string): string => hash.split('$').slice(0, 4).join('$');

test('what stands in for an absent account costs as much as the hash of an account, and fits no password', async () => {
  expect(costOf(NOBODY)).toBe(costOf(await hashPassword('een wachtwoord')));
  expect(NOBODY.split('$')).toHaveLength(6);
  expect(await checkPassword(NOBODY, '')).toBe(false);
  expect(await checkPassword(NOBODY, 'nobody')).toBe(false);
});
