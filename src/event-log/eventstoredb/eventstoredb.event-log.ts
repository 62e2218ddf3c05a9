// The event log on an EventStoreDB server. Built on what a real server was seen to answer: calls on the per-call path with a bound of our
// own, one watched subscription, and nothing taken for true that was not held against what was asked.
import { checkAppend, MAX_BYTES, weightOf } from '../append-rule.js';
import { InvalidAppend, LogRefused, LogUnavailable, type LogBehind } from '../errors.js';
import type {
  AppendResult,
  EventLog,
  EventToAppend,
  ExpectedRevision,
  LogDetails,
  LogHealth,
  StoredEvent,
  Subscription,
} from '../event-log.js';
import { addressOf } from './address.js';
import { Appender } from './appender.js';
import { Calls } from './calls.js';
import { clientsFor, Connections } from './connections.js';
import { DeletedStreams } from './deleted-streams.js';
import { findDeleted } from './find-deleted.js';
import { Follower, HandlerFailed } from './follower.js';
import { Live } from './live.js';
import { PagedRead } from './paged-read.js';
import { Reader } from './reader.js';
import { RecentIds } from './recent-ids.js';
import { checkUsable, refusal } from './start-check.js';
import { isOurs, isUuid } from './streams.js';
import { systemTiming, type Timing } from './timing.js';

export interface EventStoreDbOptions {
  url: string;
  /** Hears once when the server is not there yet and is waited for. */
  waiting?: (sentence: string) => void;
  timing?: Timing;
  /** Called at the very end of closing. */
  release?: () => void;
}

export class EventStoreDbEventLog implements EventLog {
  private readonly timing: Timing;
  private readonly following: Connections;
  private readonly calling: Connections;
  private readonly calls: Calls;
  private readonly reader: Reader;
  private readonly appender: Appender;
  private readonly live: Live;
  private readonly deleted = new DeletedStreams();
  private readonly followers = new Set<{ follower: Follower; running: Promise<void> }>();
  private readonly appending = new Set<Promise<unknown>>();
  private readonly address;
  private readonly closing = new AbortController();
  private unanswered = 0;
  private state: LogHealth = { state: 'open' };

  private constructor(private readonly options: EventStoreDbOptions) {
    this.timing = options.timing ?? systemTiming;
    this.address = addressOf(options.url);
    const { credentials } = this.address;
    this.calling = new Connections(clientsFor(this.address, 0));
    this.following = new Connections(clientsFor(this.address, 1));
    const ids = new RecentIds();
    this.calls = new Calls(this.calling, credentials, this.timing);
    this.reader = new Reader(this.calls, this.timing, this.deleted, ids);
    this.appender = new Appender(this.calls, this.reader, this.timing, this.deleted, ids);
    this.live = new Live(this.following, credentials, this.reader, this.timing, (error) => this.lost(error));
  }

  /**
   * Opens the log once the server can be used: there, ready, with the right to read everything and to append.
   * @throws LogRefused with one sentence that says what to do.
   */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventLog> {
    const log = EventStoreDbEventLog.made(options);
    try {
      await checkUsable(log.calls, log.timing, options.waiting);
      await findDeleted(log.following, log.address.credentials, log.timing, log.deleted, log.closing.signal);
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  private static made(options: EventStoreDbOptions): EventStoreDbEventLog {
    try {
      return new EventStoreDbEventLog(options);
    } catch (error) {
      // Files that the address names are read here.
      throw error instanceof LogRefused ? error : refusal(error, '');
    }
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    withinMs?: number,
  ): Promise<AppendResult> {
    this.refuseUnlessOpen();
    checkAppend(stream, expected, events);
    checkForServer(stream, events);
    const result = this.appender.append(stream, expected, events, withinMs);
    this.appending.add(result);
    try {
      return await result;
    } catch (error) {
      if (error instanceof LogUnavailable && error.code === 'unanswered') this.unanswered += 1;
      throw error;
    } finally {
      this.appending.delete(result);
    }
  }

  readStream(stream: string, from: number, limit?: number, withinMs?: number): Promise<StoredEvent[]> {
    return this.whenOpen(() => this.reader.stream(stream, from, limit, withinMs));
  }

  readAll(after: string, limit: number): Promise<StoredEvent[]> {
    return this.whenOpen(() => this.reader.all(after, limit));
  }

  at(position: string): Promise<StoredEvent | undefined> {
    return this.whenOpen(() => this.reader.at(position));
  }

  subscribe(
    after: string,
    onEvents: (events: StoredEvent[]) => Promise<void>,
    onFailed?: (error: unknown) => void,
  ): Subscription {
    const { live, reader, timing } = this;
    const open = (from: string): PagedRead =>
      new PagedRead(from, this.following, this.address.credentials, reader, timing);
    const follower = new Follower({ live, reader, timing, open }, after, onEvents);
    const running = follower.run();
    const entry = { follower, running };
    this.followers.add(entry);
    const ended = running.finally(() => this.followers.delete(entry)).catch(rethrowOwn);
    const done = onFailed ? ended.catch(onFailed) : ended;
    return {
      stop: async () => {
        follower.stop();
        await done;
      },
    };
  }

  /** Asks the leader, so that it fails when the log would not take appends. */
  head(): Promise<string | undefined> {
    return this.whenOpen(async () => {
      const { floor } = this.live;
      const last = await this.reader.last(floor);
      return last?.position ?? (floor === '-1' ? undefined : floor);
    });
  }

  health(): LogHealth {
    return this.state;
  }

  details(): LogDetails {
    const { state: following, resumed } = this.live;
    return { following, resumed, unanswered: this.unanswered, deletedStreams: this.deleted.names() };
  }

  async close(): Promise<void> {
    if (this.state.state === 'closed') return;
    await Promise.allSettled(this.appending);
    this.state = { state: 'closed' };
    this.closing.abort();
    for (const { follower } of this.followers) follower.stop();
    await this.live.stop();
    this.calling.close();
    this.following.close();
    this.options.release?.();
  }

  /** The log was put back or exchanged while we ran: what would be written now does not follow what was seen. */
  private lost(error: LogBehind): void {
    if (this.state.state === 'open') this.state = { state: 'stopped', reason: error.message };
  }

  private async whenOpen<T>(work: () => Promise<T>): Promise<T> {
    if (this.state.state === 'closed') throw new LogUnavailable('closed', 'The event log is closed');
    return work();
  }

  private refuseUnlessOpen(): void {
    if (this.state.state === 'closed') throw new LogUnavailable('closed', 'The event log is closed');
    if (this.state.state === 'stopped')
      throw new LogUnavailable('stopped', `Writing has stopped until the next start: ${this.state.reason}`);
  }
}

/** @throws InvalidAppend for what the server would refuse in words of its own, or keep where we would not find it. */
function checkForServer(stream: string, events: readonly EventToAppend[]): void {
  if (!isOurs(stream)) throw new InvalidAppend('foreign-stream', `'${stream}' is no stream of this product`);
  const bad = events.find(({ id, type }) => !isUuid(id) || type === '' || type.startsWith('$'));
  if (bad) throw new InvalidAppend('bad-id', `An event has a UUID and a type, got '${bad.id}' and '${bad.type}'`);
  const size = weightOf(events);
  if (size > MAX_BYTES) throw new InvalidAppend('too-large', `An append has at most ${MAX_BYTES} bytes, got ${size}`);
}

function rethrowOwn(error: unknown): never {
  throw error instanceof HandlerFailed ? error.cause : error;
}
