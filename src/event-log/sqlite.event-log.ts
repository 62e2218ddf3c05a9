// The event log in one SQLite file: the default. One process writes, every acknowledged append is on disk, concurrent appends share a
// commit, and the first error of the file ends the writing for good, because what was written around it is uncertain.
import { join } from 'node:path';
import { bytesOf, checkAppend, MAX_PAGE } from './append-rule.js';
import { LogCorrupt, LogUnavailable, type CorruptPlace } from './errors.js';
import type {
  AppendResult,
  EventLog,
  EventToAppend,
  ExpectedRevision,
  LogHealth,
  StoredEvent,
  Subscription,
} from './event-log.js';
import { Feed } from './feed.js';
import { lockDirectory, type DirectoryLock } from './sqlite/directory-lock.js';
import { EVENT_SCHEMA, EventStore, type Append } from './sqlite/event-store.js';
import { GroupCommit } from './sqlite/group-commit.js';
import { hasRoom } from './sqlite/has-room.js';
import { openDatabase, truncateWal, type Db } from './sqlite/open-database.js';
import { isDamage, isFatal, sqliteCode } from './sqlite/sqlite-code.js';

/** What was committed since opening, for metrics: `transactions` below `appends` shows that appends were grouped. */
export interface LogCounts {
  transactions: number;
  appends: number;
  events: number;
}

export class SqliteEventLog implements EventLog {
  private readonly store: EventStore;
  private readonly group: GroupCommit<Append, AppendResult>;
  private readonly feed = new Feed((after, limit) => this.readAll(after, limit));
  private readonly counts: LogCounts = { transactions: 0, appends: 0, events: 0 };
  private state: LogHealth = { state: 'open' };

  private constructor(
    private readonly db: Db,
    private readonly lock: DirectoryLock,
  ) {
    this.store = new EventStore(db);
    const transaction = db.transaction((appends: Append[]) => appends.map((append) => this.store.append(append)));
    this.group = new GroupCommit((appends) => this.commit(() => transaction.immediate(appends), appends), {
      items: 500,
      bytes: 4_194_304,
    });
  }

  /**
   * Opens or makes `events.sqlite` in the directory and keeps the directory for this process.
   * @throws LogLocked when another process has it.
   */
  static open(directory: string): SqliteEventLog {
    const lock = lockDirectory(directory);
    try {
      return new SqliteEventLog(openDatabase(join(directory, 'events.sqlite'), { schema: EVENT_SCHEMA }), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.refuseUnlessOpen();
    checkAppend(stream, expected, events);
    return this.group.add({ stream, expected, events }, bytesOf(events));
  }

  readStream(stream: string, from: number, limit = MAX_PAGE): Promise<StoredEvent[]> {
    return this.read({ stream, revision: from }, () => this.store.readStream(stream, from, limit));
  }

  readAll(after: string, limit: number): Promise<StoredEvent[]> {
    return this.read({ position: after }, () => this.store.readAll(after, limit));
  }

  at(position: string): Promise<StoredEvent | undefined> {
    return this.read({ position }, () => this.store.at(position));
  }

  subscribe(
    after: string,
    onEvents: (events: StoredEvent[]) => Promise<void>,
    onFailed?: (error: unknown) => void,
  ): Subscription {
    return this.feed.follow(after, onEvents, onFailed);
  }

  head(): Promise<string | undefined> {
    return this.read({}, () => this.store.head());
  }

  health(): LogHealth {
    return this.state;
  }

  hasRoom(): boolean {
    return this.state.state === 'open' && hasRoom(this.db);
  }

  metrics(): Readonly<LogCounts> {
    return { ...this.counts };
  }

  /** Empties the write-ahead log into the file; call it on a timer. False when it could not be done now. */
  maintain(): boolean {
    if (this.state.state !== 'open') return false;
    try {
      return truncateWal(this.db);
    } catch (error) {
      throw this.failed(error, {});
    }
  }

  close(): Promise<void> {
    if (this.state.state !== 'closed') {
      this.group.drain();
      this.state = { state: 'closed' };
      this.feed.stop();
      this.db.close();
      this.lock.release();
    }
    return Promise.resolve();
  }

  private commit(transaction: () => AppendResult[], appends: Append[]): AppendResult[] {
    this.refuseUnlessOpen();
    try {
      const results = transaction();
      this.count(appends, results);
      // In a microtask, so that the writers hear of it before the readers read.
      queueMicrotask(() => this.feed.wake());
      return results;
    } catch (error) {
      throw this.failed(error, {});
    }
  }

  private count(appends: Append[], results: AppendResult[]): void {
    this.counts.transactions++;
    this.counts.appends += appends.length;
    results.forEach((result, index) => {
      if (result.kind === 'appended') this.counts.events += appends[index]?.events.length ?? 0;
    });
  }

  private async read<T>(place: CorruptPlace, work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.state.state === 'closed') throw new LogUnavailable('closed', 'The event log is closed');
    try {
      return work();
    } catch (error) {
      throw this.failed(error, place);
    }
  }

  /** Turns an error of the file into one of the port, and ends the writing unless it is known to have done no harm. */
  private failed(error: unknown, place: CorruptPlace): unknown {
    const code = sqliteCode(error);
    if (!code) return error;
    const reason = `${code}: ${error instanceof Error ? error.message : String(error)}`;
    if (!isFatal(code)) return new LogUnavailable(code === 'SQLITE_FULL' ? 'full' : 'busy', reason, { cause: error });
    if (this.state.state === 'open') this.state = { state: 'stopped', reason };
    return isDamage(code)
      ? new LogCorrupt(place, reason, { cause: error })
      : new LogUnavailable('io', reason, { cause: error });
  }

  private refuseUnlessOpen(): void {
    if (this.state.state === 'closed') throw new LogUnavailable('closed', 'The event log is closed');
    if (this.state.state === 'stopped') {
      throw new LogUnavailable('stopped', `Writing has stopped until the next start: ${this.state.reason}`);
    }
  }
}
