// Slows down guessing of passwords: a few attempts per account and per address, then a wait. In memory: one process serves a directory.

/** Failed attempts within the window before the next has to wait. */
const ATTEMPTS = { account: 5, address: 30 } as const;
const WINDOW_MS = 15 * 60_000;
/** Keys remembered at once; the oldest are forgotten first. */
const KEYS_MAX = 10_000;

export class LoginThrottle {
  private readonly failures = new Map<string, number[]>();

  /** Whole seconds to wait before this login may be tried from this address; 0 when it may now. `now` in milliseconds. */
  wait(login: string, address: string, now: number): number {
    return Math.max(
      this.waitFor(`account ${login.toLowerCase()}`, ATTEMPTS.account, now),
      this.waitFor(`address ${address}`, ATTEMPTS.address, now),
    );
  }

  /** Counts a try as failed until it turns out to be right. */
  tries(login: string, address: string, now: number): void {
    this.remember(`account ${login.toLowerCase()}`, now);
    this.remember(`address ${address}`, now);
  }

  /** A good login clears the account, and at the address only itself: one right guess does not pay for many wrong ones. */
  succeeded(login: string, address: string, now: number): void {
    this.failures.delete(`account ${login.toLowerCase()}`);
    const key = `address ${address}`;
    const tries = this.failures.get(key) ?? [];
    const own = tries.lastIndexOf(now);
    if (own >= 0) this.failures.set(key, tries.toSpliced(own, 1));
  }

  private waitFor(key: string, allowed: number, now: number): number {
    const recent = (this.failures.get(key) ?? []).filter((at) => now - at < WINDOW_MS);
    const first = recent.at(-allowed);
    return first === undefined ? 0 : Math.max(1, Math.ceil((first + WINDOW_MS - now) / 1000));
  }

  private remember(key: string, now: number): void {
    const recent = (this.failures.get(key) ?? []).filter((at) => now - at < WINDOW_MS);
    this.failures.delete(key);
    this.failures.set(key, [...recent, now].slice(-ATTEMPTS.address));
    const oldest = this.failures.size > KEYS_MAX ? this.failures.keys().next().value : undefined;
    if (oldest !== undefined) this.failures.delete(oldest);
  }
}
