// The port to the event log: five methods that every adapter keeps in the same way (contract suite in test/event-log.contract.ts).
// The log stores bytes: what an event means, and what in it is sealed, is not its business.

/** An event ready to be stored. `bytes` are the final serialised form; `chain` and `crc` were computed over them by the recorder. */
export interface EventToAppend {
  id: string;
  type: string;
  bytes: Uint8Array;
  /** CRC-32C of `bytes`; checked on every read. */
  crc: number;
  /** Hex SHA-256 over `bytes` and the chain value of the predecessor in the stream (64 zeros before the first). */
  chain: string;
}

export interface StoredEvent extends EventToAppend {
  stream: string;
  /** Dense from 0 within the stream. */
  revision: number;
  /** Opaque decimal string, strictly increasing over the log; gaps are normal; compared as a big integer. */
  position: string;
}

/** Revision of the last event in the stream, or `'none'` when the stream must not exist yet. Never "any". */
export type ExpectedRevision = number | 'none';

export type AppendResult =
  | { kind: 'appended'; revision: number; position: string }
  /** The stream stands elsewhere; nothing was written. `actual` is its last revision, `'none'` when it does not exist. */
  | { kind: 'wrong-revision'; actual: ExpectedRevision };

export interface Subscription {
  stop(): Promise<void>;
}

export interface EventLog {
  /**
   * Stores the events after `expected` in one transaction, durable before it resolves. Repeating the same ids at the same expected
   * revision answers as the first time. At most 500 events and 1 MB.
   * @throws LogUnavailable when the outcome is unknown or writing has stopped: the events may or may not be stored.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;
  /** Events of one stream from that revision (inclusive), in order, at most `limit` (default 500). Empty when there are none. */
  readStream(stream: string, from: number, limit?: number): Promise<StoredEvent[]>;
  /** Events of the whole log after that position (exclusive; `'-1'` = from the beginning), at most `limit`. */
  readAll(after: string, limit: number): Promise<StoredEvent[]>;
  /** Calls `onEvents` with pages of everything after that position, then with what is appended, one page at a time. */
  subscribe(after: string, onEvents: (events: StoredEvent[]) => Promise<void>): Subscription;
  /** Position of the last event, or undefined for an empty log. */
  head(): Promise<string | undefined>;
  close(): Promise<void>;
}
