// A log that ends at a position, whatever is appended after it: so that rows can be built up to exactly where others are.
import { comparePositions } from '../event-log/append-rule.js';
import { LogUnavailable } from '../event-log/errors.js';
import type { AppendResult, EventLog, LogHealth, StoredEvent, Subscription } from '../event-log/event-log.js';
import { Feed } from '../event-log/feed.js';
import type { LogReader } from '../event-log/log-reader.js';

export class LogUntil implements EventLog {
  private readonly feed = new Feed((after, limit) => this.readAll(after, limit));

  constructor(
    private readonly log: LogReader,
    private readonly end: string,
  ) {}

  /** Nothing is added to a log that has an end. */
  append(): Promise<AppendResult> {
    return Promise.reject(new LogUnavailable('closed', 'This log is only read'));
  }

  async readStream(stream: string, from: number, limit?: number): Promise<StoredEvent[]> {
    return this.cut(await this.log.readStream(stream, from, limit));
  }

  async readAll(after: string, limit: number): Promise<StoredEvent[]> {
    if (comparePositions(after, this.end) >= 0) return [];
    return this.cut(await this.log.readAll(after, limit));
  }

  async at(position: string): Promise<StoredEvent | undefined> {
    return this.isWithin(position) ? this.log.at(position) : undefined;
  }

  subscribe(
    after: string,
    onEvents: (events: StoredEvent[]) => Promise<void>,
    onFailed?: (error: unknown) => void,
  ): Subscription {
    return this.feed.follow(after, onEvents, onFailed);
  }

  async head(): Promise<string | undefined> {
    return this.end;
  }

  health(): LogHealth {
    return { state: 'open' };
  }

  /** Stops following; the log below stays open. */
  async close(): Promise<void> {
    this.feed.stop();
  }

  private cut(page: StoredEvent[]): StoredEvent[] {
    return page.filter(({ position }) => this.isWithin(position));
  }

  private isWithin(position: string): boolean {
    return comparePositions(position, this.end) <= 0;
  }
}
