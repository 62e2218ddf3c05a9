// What an append means for a stream, the same in every adapter that keeps the events itself: new, a repeat of what is stored, or wrong.
import { InvalidAppend } from './errors.js';
import type { EventToAppend, ExpectedRevision } from './event-log.js';

/** One append holds at most this many events. */
export const MAX_EVENTS = 500;
/** One append holds at most this many bytes over all its events (1 MB). */
export const MAX_BYTES = 1_048_576;
/** One page of reading holds at most this many events. */
export const MAX_PAGE = 500;

/** What the rule looks up in the store. */
export interface Stored {
  /** Revision of the last event of the stream; -1 when it does not exist. */
  lastRevision(stream: string): number;
  /** Whether an event with this id is stored anywhere. */
  has(id: string): boolean;
  /** One event of the stream: what it is and where. The chain value stands for its bytes. */
  place(stream: string, revision: number): { id: string; chain: string; position: string } | undefined;
}

export type Verdict =
  | { kind: 'new' }
  | { kind: 'repeat'; position: string; earlierTry?: true }
  | { kind: 'wrong'; actual: ExpectedRevision };

/** `'none'` as the number before the first revision. */
export function baseOf(expected: ExpectedRevision): number {
  return expected === 'none' ? -1 : expected;
}

/**
 * Judges an append against what is stored. All ids right behind `expected`, in order, is a repeat, whatever followed since; with other
 * bytes than what is stored it repeats an earlier try. Anything
 * else that meets a stored id (part of a batch, another revision, another stream) is wrong: writing would store a thing twice.
 */
export function judge(
  stored: Stored,
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): Verdict {
  const base = baseOf(expected);
  const last = stored.lastRevision(stream);
  const actual: ExpectedRevision = last < 0 ? 'none' : last;
  if (last === base) return events.some((e) => stored.has(e.id)) ? { kind: 'wrong', actual } : { kind: 'new' };
  let position = '';
  let isSame = true;
  for (const [index, event] of events.entries()) {
    const place = stored.place(stream, base + 1 + index);
    if (place?.id !== event.id) return { kind: 'wrong', actual };
    position = place.position;
    isSame &&= place.chain === event.chain;
  }
  return { kind: 'repeat', position, ...(isSame ? {} : { earlierTry: true }) };
}

/** @throws InvalidAppend when the append can never be stored: empty, over 500 events or 1 MB, or the same id twice. */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): void {
  if (stream === '') throw new InvalidAppend('no-stream', 'An append names its stream');
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new InvalidAppend(
      'bad-revision',
      `Expected revision is 'none' or a whole number from 0, got ${String(expected)}`,
    );
  }
  if (events.length === 0) throw new InvalidAppend('empty', 'An append has at least one event');
  if (events.length > MAX_EVENTS) {
    throw new InvalidAppend('too-many', `An append has at most ${MAX_EVENTS} events, got ${events.length}`);
  }
  const size = bytesOf(events);
  if (size > MAX_BYTES) throw new InvalidAppend('too-large', `An append has at most ${MAX_BYTES} bytes, got ${size}`);
  if (events.length > 1 && new Set(events.map((e) => e.id)).size < events.length) {
    throw new InvalidAppend('duplicate-id', 'An append has the same event id twice');
  }
}

/** Bytes of all events together. */
export function bytesOf(events: readonly EventToAppend[]): number {
  let size = 0;
  for (const event of events) size += event.bytes.length;
  return size;
}

/** Besides its bytes an event costs its type (two bytes a letter) and its checksum and chain value. */
const OVERHEAD = 128;

/** What an append weighs for a server that counts everything; kept below `MAX_BYTES` it fits every log. */
export function weightOf(events: readonly EventToAppend[]): number {
  let weight = bytesOf(events);
  for (const { type } of events) weight += OVERHEAD + 2 * type.length;
  return weight;
}

/** A page size that an adapter may serve: at least 1, at most 500. */
export function pageSize(limit: number): number {
  return Math.max(1, Math.min(MAX_PAGE, Math.trunc(limit) || 1));
}

/** -1, 0 or 1 by the order in the log. Positions are decimal strings beyond what a number can hold. */
export function comparePositions(a: string, b: string): number {
  const left = BigInt(a);
  const right = BigInt(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
