// The event log in memory: for tests and as the plainest statement of what the port promises. Nothing survives the process.
import { baseOf, checkAppend, comparePositions, judge, MAX_PAGE, pageSize } from './append-rule.js';
import { LogUnavailable } from './errors.js';
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
import { checkBytes } from './integrity.js';

export class MemoryEventLog implements EventLog {
  private readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly ids = new Set<string>();
  private readonly feed = new Feed((after, limit) => this.readAll(after, limit));
  private open = true;

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    return this.answer(() => {
      checkAppend(stream, expected, events);
      const verdict = judge(this.lookup, stream, expected, events);
      if (verdict.kind === 'wrong') return { kind: 'wrong-revision', actual: verdict.actual };
      const revision = baseOf(expected) + events.length;
      if (verdict.kind === 'repeat') return { ...verdict, kind: 'appended', revision };
      events.forEach((event, index) => this.store(stream, baseOf(expected) + 1 + index, event));
      this.feed.wake();
      return { kind: 'appended', revision, position: String(this.all.length) };
    });
  }

  readStream(stream: string, from: number, limit = MAX_PAGE): Promise<StoredEvent[]> {
    return this.answer(() => this.serve((this.streams.get(stream) ?? []).slice(from, from + pageSize(limit))));
  }

  readAll(after: string, limit: number): Promise<StoredEvent[]> {
    return this.answer(() => {
      // Positions are dense here: position n stands at index n - 1.
      const from = comparePositions(after, '0') < 0 ? 0 : Number(after);
      return this.serve(this.all.slice(from, from + pageSize(limit)));
    });
  }

  at(position: string): Promise<StoredEvent | undefined> {
    return this.answer(() => this.serve(this.all.filter((event) => event.position === position))[0]);
  }

  subscribe(
    after: string,
    onEvents: (events: StoredEvent[]) => Promise<void>,
    onFailed?: (error: unknown) => void,
  ): Subscription {
    return this.feed.follow(after, onEvents, onFailed);
  }

  head(): Promise<string | undefined> {
    return this.answer(() => this.all.at(-1)?.position);
  }

  health(): LogHealth {
    return { state: this.open ? 'open' : 'closed' };
  }

  close(): Promise<void> {
    this.open = false;
    this.feed.stop();
    return Promise.resolve();
  }

  private readonly lookup = {
    lastRevision: (stream: string) => (this.streams.get(stream)?.length ?? 0) - 1,
    has: (id: string) => this.ids.has(id),
    place: (stream: string, revision: number) => this.streams.get(stream)?.[revision],
  };

  private store(stream: string, revision: number, event: EventToAppend): void {
    const { id, type, crc, chain } = event;
    const bytes = Uint8Array.from(event.bytes);
    const stored = { id, type, bytes, crc, chain, stream, revision, position: String(this.all.length + 1) };
    this.all.push(stored);
    this.ids.add(id);
    const events = this.streams.get(stream);
    if (events) events.push(stored);
    else this.streams.set(stream, [stored]);
  }

  /** Copies, so that a reader cannot change what is stored. */
  private serve(events: StoredEvent[]): StoredEvent[] {
    events.forEach(checkBytes);
    return events.map((event) => ({ ...event, bytes: Uint8Array.from(event.bytes) }));
  }

  /** Every answer comes as a promise, also a refusal, as with the adapters that really wait. */
  private async answer<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (!this.open) throw new LogUnavailable('closed', 'The event log is closed');
    return work();
  }
}
