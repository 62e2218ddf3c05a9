// The log of the fake: what a real server stores and answers to an append, a delete and a read, as measured. It knows no protocol and
// outlives the server that serves it, so that a restart finds everything back.
import { randomUUID } from 'node:crypto';
import type { Journal } from './journal.js';
import { MAX_REVISION, type Actual, type Expected, type FakeEvent, type Proposed, type StoreAnswer } from './events.js';

interface StreamState {
  events: FakeEvent[];
  /** Events before this revision are hidden: all of them in a soft-deleted stream. */
  truncateBefore: bigint;
  tombstoned: boolean;
}

/** What the log says of itself before the first event, and the gap that each record leaves beside its data. */
const FIRST_POSITION = 1_381n;
const OVERHEAD = 143;
const BEHIND = BigInt(OVERHEAD - 1);

export class FakeStore {
  readonly all: FakeEvent[] = [];
  /** Whether checkpoints that were given out are still known; a node that was only just elected may not know them. */
  knowsCheckpoints = true;
  private readonly streams = new Map<string, StreamState>();
  private readonly listeners = new Set<() => void>();
  private end = FIRST_POSITION;

  /** With a journal, what it holds is there again. */
  constructor(private readonly journal?: Journal) {
    for (const batch of journal?.read() ?? []) this.keep(batch);
    if (this.all.length === 0) this.write('$scavenges', [metadata('$scavengeIndexInitialized', {})]);
  }

  /** Calls back after each append that wrote something. Answers how to stop it. */
  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** One atomic append, judged as a real server does: ids are only compared right behind `expected`. */
  append(stream: string, expected: Expected, events: readonly Proposed[]): StoreAnswer {
    const state = this.streams.get(stream);
    if (state?.tombstoned) return { kind: 'tombstoned' };
    const last = lastOf(state);
    const deleted = isDeleted(state);
    const base = expected === 'no_stream' ? -1n : expected;
    if (base === 'any' || (base === 'stream_exists' && last >= 0n && !deleted)) return this.success(stream, events);
    if (base === 'stream_exists') return { kind: 'wrong', actual: 'no_stream' };
    if (base === last) {
      // Answered as a success, though there is no stream afterwards.
      if (events.length === 0) return { kind: 'success', revision: base + 1n, position: this.end };
      return this.success(stream, events);
    }
    const repeat = this.repeatOf(state, base, events);
    if (repeat) return repeat;
    if (base === -1n && deleted) return this.success(stream, events);
    return { kind: 'wrong', actual: last < 0n ? 'no_stream' : last };
  }

  /** Hides a stream; a later append goes on with its revisions. */
  softDelete(stream: string, expected: Expected): StoreAnswer {
    return this.deleting(stream, expected, () => this.truncate(stream, MAX_REVISION));
  }

  /** Closes a stream for ever. */
  tombstone(stream: string, expected: Expected): StoreAnswer {
    return this.deleting(stream, expected, () => this.write(stream, [metadata('$streamDeleted', {})], MAX_REVISION));
  }

  /** The visible events of a stream; undefined when there is none of that name or it was soft-deleted. */
  stream(name: string): { events: readonly FakeEvent[]; tombstoned: boolean } | undefined {
    const state = this.streams.get(name);
    if (state?.tombstoned) return { events: [], tombstoned: true };
    if (!state || isDeleted(state)) return undefined;
    return { events: state.events.filter(({ revision }) => revision >= state.truncateBefore), tombstoned: false };
  }

  /** Index in `all` of the first event at or behind that position. */
  indexFrom(position: bigint): number {
    let low = 0;
    for (let high = this.all.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.all[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether an event is at that position. */
  holds(position: bigint): boolean {
    return this.all[this.indexFrom(position)]?.position === position;
  }

  /** Whether following may begin there: at an event, or at a checkpoint, also one of before a restart, or beyond the end. */
  canFollowFrom(position: bigint): boolean {
    return this.holds(position) || this.isCheckpoint(position) || position >= this.end;
  }

  /** A checkpoint behind that event; it lies in the record and is no event's position. */
  checkpointBehind(event: FakeEvent): bigint {
    return event.position + BEHIND;
  }

  private isCheckpoint(position: bigint): boolean {
    return this.knowsCheckpoints && (position === 0n || this.holds(position - BEHIND));
  }

  /** Puts the log back to what it was when it held that many events, as a restored backup does. */
  cutTo(count: number): void {
    const kept = this.all.slice(0, count);
    this.all.length = 0;
    this.streams.clear();
    this.end = FIRST_POSITION;
    this.keep(kept);
  }

  private deleting(stream: string, expected: Expected, act: () => FakeEvent | undefined): StoreAnswer {
    const state = this.streams.get(stream);
    if (state?.tombstoned) return { kind: 'tombstoned' };
    const actual: Actual = state && !isDeleted(state) ? lastOf(state) : 'no_stream';
    if (expected !== 'any' && expected !== actual) return { kind: 'wrong', actual };
    const event = act();
    return { kind: 'success', revision: event?.revision ?? 0n, position: event?.position };
  }

  private success(stream: string, events: readonly Proposed[]): StoreAnswer {
    const state = this.streams.get(stream);
    const reborn = isDeleted(state);
    const first = lastOf(state) + 1n;
    const last = this.write(stream, events, first);
    if (reborn) this.truncate(stream, first);
    return { kind: 'success', revision: last?.revision ?? 0n, position: last?.position };
  }

  /** The events are there, in order, right behind `base`: the answer of the first time. */
  private repeatOf(state: StreamState | undefined, base: bigint, events: readonly Proposed[]): StoreAnswer | undefined {
    if (!state || base > lastOf(state) || events.length === 0) return undefined;
    const stored = events.map((_, index) => state.events[Number(base) + 1 + index]);
    if (stored.some((event, index) => event?.id !== events[index]?.id)) return undefined;
    const last = stored.at(-1);
    const hidden = (last?.revision ?? 0n) < state.truncateBefore;
    return { kind: 'success', revision: last?.revision ?? 0n, position: hidden ? undefined : last?.position };
  }

  private truncate(stream: string, before: bigint): FakeEvent | undefined {
    const meta = `$$${stream}`;
    const text = `{"$tb":${before}}`;
    return this.write(meta, [metadata('$metadata', text)], lastOf(this.streams.get(meta)) + 1n);
  }

  private write(stream: string, events: readonly Proposed[], first = 0n): FakeEvent | undefined {
    const created = BigInt(Date.now()) * 10_000n;
    let position = this.end;
    const batch = events.map((event, index): FakeEvent => {
      const placed = { ...event, stream, revision: first + BigInt(index), position, created };
      position += BigInt(event.data.length + event.metadata.length + OVERHEAD);
      return placed;
    });
    this.journal?.add(batch);
    this.keep(batch);
    for (const listener of this.listeners) listener();
    return batch.at(-1);
  }

  private keep(batch: readonly FakeEvent[]): void {
    for (const event of batch) {
      const state = this.streams.get(event.stream) ?? { events: [], truncateBefore: 0n, tombstoned: false };
      this.streams.set(event.stream, state);
      if (event.type === '$streamDeleted') state.tombstoned = true;
      else state.events.push(event);
      this.all.push(event);
      this.end = event.position + BigInt(event.data.length + event.metadata.length + OVERHEAD);
      if (event.stream.startsWith('$$')) this.learn(event);
    }
  }

  /** Metadata of a stream may hide its beginning. */
  private learn({ stream, data }: FakeEvent): void {
    const named = this.streams.get(stream.slice(2));
    // By hand, because the number does not fit a JavaScript number.
    const before = /"\$tb"\s*:\s*(\d+)/.exec(Buffer.from(data).toString())?.[1];
    if (named) named.truncateBefore = BigInt(before ?? 0);
  }
}

function lastOf(state: StreamState | undefined): bigint {
  return state?.events.at(-1)?.revision ?? -1n;
}

function isDeleted(state: StreamState | undefined): boolean {
  return state !== undefined && state.truncateBefore > lastOf(state);
}

function metadata(type: string, body: object | string): Proposed {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const none = new Uint8Array();
  return { id: randomUUID(), type, contentType: 'application/json', data: Buffer.from(text), metadata: none };
}
