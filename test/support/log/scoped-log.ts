// A log on a server that may hold anything, as the contract suite needs it: it sees only the streams that the running test names, and
// begins where the log ended when it was opened. Names of streams and events become what the adapter asks for, UUIDs, and back again.
import { randomUUID } from 'node:crypto';
import type {
  AppendResult,
  EventLog,
  EventToAppend,
  ExpectedRevision,
  LogHealth,
  StoredEvent,
  Subscription,
} from '../../../src/event-log/event-log.js';
import { idOf } from '../../../workflows/kit/ids.js';

export class ScopedLog implements EventLog {
  private readonly run = randomUUID();
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly log: EventLog,
    private readonly begin: string,
  ) {}

  static async of(log: EventLog): Promise<ScopedLog> {
    return new ScopedLog(log, (await log.head()) ?? '-1');
  }

  /** The stream of the server that stands for that name. */
  streamOf(name: string): string {
    return name === '' ? '' : this.known(`trajectory-${idOf(this.run, 'stream', name)}`, name);
  }

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const given = events.map((event) => ({ ...event, id: this.idOf(event.id) }));
    return this.log.append(this.streamOf(stream), expected, given);
  }

  async readStream(stream: string, from: number, limit?: number): Promise<StoredEvent[]> {
    return this.ours(await this.log.readStream(this.streamOf(stream), from, limit));
  }

  async readAll(after: string, limit: number): Promise<StoredEvent[]> {
    for (let from = this.from(after); ;) {
      const page = await this.log.readAll(from, limit);
      const found = this.ours(page);
      const last = page.at(-1);
      if (found.length > 0 || !last) return found;
      from = last.position;
    }
  }

  async at(position: string): Promise<StoredEvent | undefined> {
    const event = await this.log.at(position);
    return event && this.ours([event])[0];
  }

  subscribe(
    after: string,
    onEvents: (events: StoredEvent[]) => Promise<void>,
    onFailed?: (error: unknown) => void,
  ): Subscription {
    const onOurs = async (events: StoredEvent[]): Promise<void> => {
      const found = this.ours(events);
      if (found.length > 0) await onEvents(found);
    };
    return this.log.subscribe(this.from(after), onOurs, onFailed);
  }

  async head(): Promise<string | undefined> {
    const head = await this.log.head();
    return head === this.begin ? undefined : head;
  }

  health(): LogHealth {
    return this.log.health();
  }

  close(): Promise<void> {
    return this.log.close();
  }

  private from(after: string): string {
    return after === '-1' ? this.begin : after;
  }

  private idOf(name: string): string {
    return this.known(idOf(this.run, 'event', name), name);
  }

  private known(given: string, name: string): string {
    this.names.set(given, name);
    return given;
  }

  /** Only what this test wrote, by the names that it gave. */
  private ours(events: readonly StoredEvent[]): StoredEvent[] {
    return events.flatMap((event) => {
      const [stream, id] = [this.names.get(event.stream), this.names.get(event.id)];
      return stream === undefined || id === undefined ? [] : [{ ...event, stream, id }];
    });
  }
}
