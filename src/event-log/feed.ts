// Following the log without polling: a reader waits until an append of this process wakes it, then reads pages until the end.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MAX_PAGE } from './append-rule.js';
import type { StoredEvent, Subscription } from './event-log.js';

type ReadPage = (after: string, limit: number) => Promise<StoredEvent[]>;
type OnEvents = (events: StoredEvent[]) => Promise<void>;
type OnFailed = (error: unknown) => void;

/** All readers of one log. */
export class Feed {
  private readonly readers = new Set<Reader>();

  constructor(private readonly readPage: ReadPage) {}

  /** Starts a reader after that position; it runs until it is stopped or fails. */
  follow(after: string, onEvents: OnEvents, onFailed?: OnFailed): Subscription {
    const reader = new Reader(this.readPage, after, onEvents);
    this.readers.add(reader);
    const running = reader.run().finally(() => this.readers.delete(reader));
    const done = onFailed ? running.catch(onFailed) : running;
    return {
      stop: async () => {
        reader.stop();
        await done;
      },
    };
  }

  /** Says that something was appended. */
  wake(): void {
    for (const reader of this.readers) reader.wake();
  }

  /** Stops all readers; a page that is being handled is finished by its handler on its own. */
  stop(): void {
    for (const reader of this.readers) reader.stop();
  }
}

class Reader {
  private stopped = false;
  /** An append came in while a page was handled: read again before waiting, or it would be missed. */
  private woken = true;
  private resume: (() => void) | undefined;

  constructor(
    private readonly readPage: ReadPage,
    private after: string,
    private readonly onEvents: OnEvents,
  ) {}

  async run(): Promise<void> {
    while (await this.hasWork()) {
      this.woken = false;
      const events = await this.readPage(this.after, MAX_PAGE);
      const last = events.at(-1);
      if (!last || this.isStopped()) continue;
      await this.onEvents(events);
      this.after = last.position;
      if (events.length === MAX_PAGE) {
        this.woken = true;
        // Catching up must let requests in between the pages.
        await nextTurn();
      }
    }
  }

  wake(): void {
    this.woken = true;
    this.resume?.();
  }

  stop(): void {
    this.stopped = true;
    this.resume?.();
  }

  /** A method, since the field changes while `run` waits. */
  private isStopped(): boolean {
    return this.stopped;
  }

  /** Waits until there may be something to read; false once stopped. */
  private async hasWork(): Promise<boolean> {
    if (!this.woken && !this.stopped) {
      await new Promise<void>((resolve) => {
        this.resume = resolve;
      });
      this.resume = undefined;
    }
    return !this.stopped;
  }
}
