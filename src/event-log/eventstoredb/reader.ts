// Reading from the server: single answers within a bound, tried again while the server is away, with only our events in them.
import { BACKWARDS, END, START, type ReadPosition, type ResolvedEvent } from '@eventstore/db-client';
import { comparePositions, MAX_PAGE, pageSize } from '../append-rule.js';
import { LogBehind, LogCorrupt, LogUnavailable, StreamDeleted } from '../errors.js';
import type { StoredEvent } from '../event-log.js';
import { checkDense } from '../integrity.js';
import { CALL_MS, type Calls } from './calls.js';
import { fromServer, positionOf } from './codec.js';
import type { DeletedStreams } from './deleted-streams.js';
import { isDeleted, isDenied, isInvalidPosition, isNotFound, unavailable } from './faults.js';
import type { RecentIds } from './recent-ids.js';
import { isOurs } from './streams.js';
import { backOff, pause, type Timing } from './timing.js';

/** How long a read is tried again while the server does not answer. */
export const BUDGET_MS = 10_000;
/** Events in one answer where many of them may be foreign. */
const WIDEST = 4_096;
const HIGHEST = 2n ** 63n - 1n;

export class Reader {
  constructor(
    private readonly calls: Calls,
    private readonly timing: Timing,
    private readonly deleted: DeletedStreams,
    private readonly ids: RecentIds,
  ) {}

  /** Events of one stream, read from the leader so that a writer sees its own writes. */
  async stream(stream: string, from: number, limit = MAX_PAGE, withinMs = BUDGET_MS): Promise<StoredEvent[]> {
    if (!isOurs(stream)) return [];
    if (this.deleted.has(stream)) throw new StreamDeleted(stream);
    try {
      const found = await this.tried(withinMs, (ms) => this.streamOnce(stream, from, pageSize(limit), ms));
      checkDense(found, stream, from);
      for (const event of found) this.ids.note(event.id, stream, event.revision);
      return found;
    } catch (error) {
      throw this.deletedOr(error, stream);
    }
  }

  /** The same, once: for reading back what an append may have left. */
  async streamOnce(stream: string, from: number, limit: number, ms: number): Promise<StoredEvent[]> {
    try {
      const options = { fromRevision: BigInt(from), maxCount: limit, requiresLeader: true };
      const found = await this.calls.read(
        (client, credentials) => client.readStream(stream, { ...options, credentials }),
        ms,
      );
      return found.flatMap((resolved) => (resolved.event ? [fromServer(resolved.event, positionOf(resolved))] : []));
    } catch (error) {
      if (isNotFound(error)) return [];
      throw error;
    }
  }

  /** Revision of the last event, `'none'` when the stream does not exist. */
  async lastRevision(stream: string, ms: number): Promise<number | 'none'> {
    try {
      const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true } as const;
      const [last] = await this.calls.read(
        (client, credentials) => client.readStream(stream, { ...options, credentials }),
        ms,
      );
      return last?.event ? Number(last.event.revision) : 'none';
    } catch (error) {
      if (isNotFound(error)) return 'none';
      throw error;
    }
  }

  /** Our events after that position. @throws LogBehind when the position is not one of this log. */
  async all(after: string, limit: number): Promise<StoredEvent[]> {
    const wanted = pageSize(limit);
    const found: StoredEvent[] = [];
    let from = after;
    for (let width = wanted + 1; ; width = Math.min(WIDEST, width * 4)) {
      const page = await this.page(from, width);
      for (const resolved of page) {
        const position = positionOf(resolved);
        // The server includes the event at the position.
        if (comparePositions(position, from) <= 0) continue;
        from = position;
        const event = this.take(resolved, position);
        if (event && found.push(event) === wanted) return found;
      }
      if (page.length < width) return found;
    }
  }

  /** The event at exactly that position, when it is ours. */
  async at(position: string): Promise<StoredEvent | undefined> {
    if (!isInside(position)) return undefined;
    try {
      const [resolved] = await this.tried(BUDGET_MS, (ms) => this.pageOnce(position, 1, ms));
      return resolved && positionOf(resolved) === position ? this.take(resolved, position) : undefined;
    } catch (error) {
      if (isInvalidPosition(error)) return undefined;
      throw unavailableUnlessOurs(error);
    }
  }

  /**
   * Our last event, found backwards from the end as the leader sees it; undefined when there is none behind `floor`.
   * Not tried again: it also answers whether the log is there.
   */
  async last(floor: string): Promise<{ position: string; id: string } | undefined> {
    let from: ReadPosition = END;
    for (let width = 32; ; width = Math.min(WIDEST, width * 4)) {
      const page = await this.backwards(from, width);
      for (const resolved of page) {
        const position = positionOf(resolved);
        if (comparePositions(position, floor) <= 0) return undefined;
        if (resolved.event && isEvent(resolved)) return { position, id: resolved.event.id };
      }
      const end = page.at(-1)?.event?.position;
      if (page.length < width || !end) return undefined;
      from = end;
    }
  }

  /** What an event of `$all` is to us: one of ours, or undefined for those of others and of the server. @throws LogCorrupt */
  take(resolved: ResolvedEvent, position: string): StoredEvent | undefined {
    const { event } = resolved;
    if (!event) return undefined;
    if (isEvent(resolved)) return fromServer(event, position);
    this.deleted.learn(event);
    return undefined;
  }

  private async page(from: string, width: number): Promise<ResolvedEvent[]> {
    if (BigInt(from) > HIGHEST) return [];
    try {
      return await this.tried(BUDGET_MS, (ms) => this.pageOnce(from, width, ms));
    } catch (error) {
      if (isInvalidPosition(error)) throw new LogBehind({ position: from, id: 'onbekend' }, undefined);
      throw unavailableUnlessOurs(error);
    }
  }

  private pageOnce(from: string, width: number, ms: number): Promise<ResolvedEvent[]> {
    const options = { fromPosition: startOf(from), maxCount: width, requiresLeader: true };
    return this.calls.read((client, credentials) => client.readAll({ ...options, credentials }), ms);
  }

  private async backwards(fromPosition: ReadPosition, maxCount: number): Promise<ResolvedEvent[]> {
    const options = { direction: BACKWARDS, fromPosition, maxCount, requiresLeader: true } as const;
    try {
      return await this.calls.read((client, credentials) => client.readAll({ ...options, credentials }), CALL_MS);
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** Tries again while the server is away, and gives up with its last error. */
  private async tried<T>(withinMs: number, read: (ms: number) => Promise<T>): Promise<T> {
    const until = this.timing.elapsed() + withinMs;
    for (let failures = 0; ;) {
      const left = until - this.timing.elapsed();
      if (left <= 0) throw new LogUnavailable('unanswered', 'EventStoreDB: no time left to read');
      try {
        return await read(Math.min(CALL_MS, left));
      } catch (error) {
        failures += 1;
        const wait = backOff(this.timing, failures);
        if (isFinal(error) || this.timing.elapsed() + wait >= until) throw error;
        await pause(this.timing, wait);
      }
    }
  }

  private deletedOr(error: unknown, stream: string): unknown {
    if (!isDeleted(error)) return unavailableUnlessOurs(error);
    this.deleted.note(stream);
    return new StreamDeleted(stream, { cause: error });
  }
}

/** Where the client starts reading. */
export function startOf(position: string): ReadPosition {
  const commit = BigInt(position);
  return commit < 0n ? START : { commit, prepare: commit };
}

/** An event that the product wrote, or that pretends to be one. */
function isEvent({ event }: ResolvedEvent): boolean {
  return event !== undefined && !event.type.startsWith('$') && isOurs(event.streamId);
}

const isInside = (position: string): boolean => BigInt(position) >= 0n && BigInt(position) <= HIGHEST;

/** Errors that another try would only repeat. */
function isFinal(error: unknown): boolean {
  if (error instanceof LogUnavailable && error.code === 'closed') return true;
  return (
    error instanceof LogCorrupt || isNotFound(error) || isDeleted(error) || isDenied(error) || isInvalidPosition(error)
  );
}

function unavailableUnlessOurs(error: unknown): unknown {
  const isOwn = error instanceof LogCorrupt || error instanceof LogBehind || error instanceof StreamDeleted;
  return isOwn ? error : unavailable(error);
}
