// A projection that is behind the others (it is built anew, or its disk was full) reads the log by itself, and joins them once it stands
// where they are.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { comparePositions } from '../event-log/append-rule.js';
import type { EventLog } from '../event-log/event-log.js';
import { troubleOf, type Follower, type FollowerOptions } from './follower.js';
import { readPage } from './log-pages.js';
import type { Member } from './member.js';
import type { Pass } from './pass.js';

export class CatchUp {
  private readonly ending = new AbortController();

  constructor(
    private readonly member: Member,
    private readonly pass: Pass,
    private readonly log: EventLog,
    private readonly follower: Follower,
    private readonly options: FollowerOptions,
  ) {
    member.boards(pass);
  }

  /**
   * Resolves true once the member stands where the follower is and `join` has run, in the follower's turn; false when it was stopped.
   * Trouble is shown by the member and waited for. `trouble` is what made it fall behind: then it rests before the first try.
   */
  async run(join: () => void, trouble?: unknown): Promise<boolean> {
    if (trouble !== undefined) await this.rest(trouble);
    while (!this.ending.signal.aborted) {
      try {
        await this.come(() => this.follower.position);
        const joined = await this.follower.pass.inTurn(async () => {
          // The others wait meanwhile, so the little that is left does not grow.
          await this.come(() => this.follower.position);
          if (this.ending.signal.aborted) return false;
          await this.pass.inTurn(join);
          return true;
        });
        if (joined) return true;
      } catch (error) {
        await this.rest(error);
      }
    }
    return false;
  }

  /** Stops after the page at hand. */
  stop(): void {
    this.ending.abort();
  }

  /** Applies pages up to that position, which may move on meanwhile. */
  private async come(target: () => string): Promise<void> {
    const { member, pass } = this;
    while (!this.ending.signal.aborted && comparePositions(member.progress.position, target()) < 0) {
      const to = target();
      const found = await readPage(this.log, member.progress.position, this.options.pageSize);
      const page = found.filter(({ position }) => comparePositions(position, to) <= 0);
      if (page.length === 0) throw new Error(`The log has no events up to ${to} any more.`);
      const failures = await pass.inTurn(() => pass.page([member], page));
      for (const error of failures.values()) throw error;
      member.trouble = undefined;
      await nextTurn();
    }
  }

  private async rest(error: unknown): Promise<void> {
    this.member.trouble = troubleOf(error);
    await pause(this.options.retryMs, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
  }
}
