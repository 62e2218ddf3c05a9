// Guessing passwords: a few tries, then a wait; per account and per address, and not for ever.
import { describe, expect, it } from '@jest/globals';
import { LoginThrottle } from './throttle.js';

const MINUTE = 60_000;

function tried(times: number, login: (attempt: number) => string, address: string): LoginThrottle {
  const throttle = new LoginThrottle();
  for (let attempt = 0; attempt < times; attempt += 1) throttle.tries(login(attempt), address, 0);
  return throttle;
}

describe('guessing', () => {
  it('one account waits after five tries, from any address and in any spelling, and no other', () => {
    expect(tried(4, () => 'iemand', '::1').wait('iemand', '::1', 0)).toBe(0);
    const throttle = tried(5, () => 'iemand', '::1');
    expect(throttle.wait('Iemand', '::2', MINUTE)).toBe(14 * 60);
    expect(throttle.wait('ander', '::1', 0)).toBe(0);
    expect(throttle.wait('iemand', '::1', 15 * MINUTE)).toBe(0);
  });

  it('many accounts from one address waits as well, and a good login does not pay for it', () => {
    const throttle = tried(29, (attempt) => `iemand-${attempt}`, '::1');
    throttle.tries('goed', '::1', 0);
    throttle.succeeded('goed', '::1', 0);
    expect(throttle.wait('nieuw', '::1', 0)).toBe(0);
    throttle.tries('iemand-29', '::1', 0);
    expect(throttle.wait('nieuw', '::1', 0)).toBe(15 * 60);
    expect(throttle.wait('nieuw', '::2', 0)).toBe(0);
  });

  it('counts anew after a good login', () => {
    const throttle = tried(4, () => 'iemand', '::1');
    throttle.tries('iemand', '::1', 0);
    throttle.succeeded('iemand', '::1', 0);
    throttle.tries('iemand', '::1', 0);
    expect(throttle.wait('iemand', '::1', 0)).toBe(0);
  });
});
