// The clock of a test: it stands still until it is moved.
import type { Clock } from '../../src/clock/clock.js';

/** A clock that stands still until the test moves it. */
export class TestClock implements Clock {
  /** How far the time of day was set away from the time that passed, in milliseconds. */
  private set = 0;
  constructor(private at: string) {}
  now(): string {
    return this.at;
  }
  elapsed(): number {
    return Date.parse(this.at) - this.set;
  }
  /** Only forwards, as the real one. */
  moveTo(at: string): void {
    if (at < this.at) throw new Error(`The clock stands at ${this.at} and cannot go back to ${at}.`);
    this.at = new Date(at).toISOString();
  }
  /** To any moment, as when somebody sets the clock of the machine. */
  jumpTo(at: string): void {
    this.set += Date.parse(at) - Date.parse(this.at);
    this.at = new Date(at).toISOString();
  }
}
