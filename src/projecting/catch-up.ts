// Projections that are behind the others (they are built anew, or their disk was full) read the log by themselves, together when they stand
// at the same place, and join the others once they stand where those are.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { comparePositions } from '../event-log/append-rule.js';
import type { EventLog } from '../event-log/event-log.js';
import { troubleOf, type Carrier } from './carrier.js';
import { readPage } from './log-pages.js';
import type { Member } from './member.js';
import type { Pass } from './pass.js';

/** How it ended for one member: it stands where the others are, it was taken away, or it could not store its rows. */
export type Outcome = { kind: 'joined' } | { kind: 'stopped' } | { kind: 'failed'; error: unknown };

interface Entry {
  member: Member;
  join: () => void;
  end: (outcome: Outcome) => void;
}

export interface CatchUpOptions {
  /** At most this many events in one transaction. */
  trailPageSize: number;
  /** Pause after the log or the disk failed, in milliseconds. */
  retryMs: number;
}

export class CatchUp {
  private entries: Entry[] = [];
  private readonly ending = new AbortController();
  /** While a page is read and applied. */
  private busy = false;

  constructor(
    private readonly pass: Pass,
    private readonly log: EventLog,
    private readonly carrier: Carrier,
    private readonly options: CatchUpOptions,
  ) {}

  /** Whether this member can be carried along: it goes to the same place, stands where the ones here do, and they are not on their way. */
  takes(member: Member, carrier: Carrier): boolean {
    return (
      !this.busy &&
      this.carrier === carrier &&
      this.entries.length > 0 &&
      this.entries.every((one) => one.member.progress.position === member.progress.position)
    );
  }

  /** Carries a member until it stands where the others are; `join` runs then, in their turn. */
  add(member: Member, join: () => void): Promise<Outcome> {
    member.boards(this.pass);
    return new Promise((end) => this.entries.push({ member, join, end }));
  }

  /** Carries it no longer, from the page at hand on. */
  remove(member: Member): void {
    void this.pass.inTurn(() => this.end((one) => one.member === member, { kind: 'stopped' }));
  }

  /** Resolves when nobody is left. `trouble` is what made them fall behind: then it rests before the first try. */
  async run(trouble?: unknown): Promise<void> {
    if (trouble !== undefined) await this.rest(trouble);
    while (this.entries.length > 0) {
      try {
        await this.come();
        await this.carrier.pass.inTurn(async () => {
          // The others wait meanwhile, so the little that is left does not grow.
          await this.come();
          await this.pass.inTurn(() => {
            this.entries.forEach(({ join }) => join());
            this.end(() => true, { kind: 'joined' });
          });
        });
      } catch (error) {
        await this.rest(error);
      }
    }
  }

  /** Applies pages up to where the others are, which may move on meanwhile. */
  private async come(): Promise<void> {
    for (let isThere = false; !isThere; await nextTurn())
      isThere = await this.pass.inTurn(() => this.page().finally(() => (this.busy = false)));
  }

  /** The next page; true when there is none up to where the others are. */
  private async page(): Promise<boolean> {
    this.busy = true;
    const members = this.entries.map(({ member }) => member);
    const [from, to] = [members[0]?.progress.position, this.carrier.position];
    if (from === undefined || comparePositions(from, to) >= 0) return true;
    const found = await readPage(this.log, from, this.options.trailPageSize);
    const page = found.filter(({ position }) => comparePositions(position, to) <= 0);
    if (page.length === 0) throw new Error(`The log has no events up to ${to} any more.`);
    const failures = await this.pass.page(members, page);
    for (const [failed, error] of failures) this.end(({ member }) => member === failed, { kind: 'failed', error });
    this.entries.forEach(({ member }) => (member.trouble = undefined));
    return false;
  }

  private end(isEnding: (entry: Entry) => boolean, outcome: Outcome): void {
    const ending = this.entries.filter(isEnding);
    this.entries = this.entries.filter((entry) => !ending.includes(entry));
    ending.forEach(({ end }) => end(outcome));
    if (this.entries.length === 0) this.ending.abort();
  }

  private async rest(error: unknown): Promise<void> {
    this.entries.forEach(({ member }) => (member.trouble = troubleOf(error)));
    await pause(this.options.retryMs, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
  }
}
