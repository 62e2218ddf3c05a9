// The port to the event log: the methods that every adapter keeps in the same way (contract suite in test/event-log.contract.ts).
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
  /**
   * The events stand where they were asked for. With `earlierTry` their ids do, but with other bytes: an earlier try of the same command
   * was stored, and what is stored is the answer.
   */
  | { kind: 'appended'; revision: number; position: string; earlierTry?: true }
  /**
   * The stream stands elsewhere, or one of the ids is already stored at another place; nothing was written. `actual` is the last
   * revision of the stream, `'none'` when it does not exist; it equals `expected` only in the second case, where deciding again is no use.
   */
  | { kind: 'wrong-revision'; actual: ExpectedRevision };

/** Stops following; resolves when the page that is being handled is done, so it is not awaited inside `onEvents`. */
export interface Subscription {
  stop(): Promise<void>;
}

/** Whether the log takes appends. Once `stopped` it stays so until the process starts again; reading may still work. */
export type LogHealth = { state: 'open' } | { state: 'stopped'; reason: string } | { state: 'closed' };

/** What more a log on a server has to say about itself. */
export interface LogDetails {
  /** Whether the subscription brings what is appended. */
  following: 'idle' | 'following' | 'resuming' | 'lost';
  /** How often the subscription was taken up again since the start. */
  resumed: number;
  /** Appends whose outcome stayed unknown since the start. */
  unanswered: number;
  /** Streams of ours that somebody deleted; they take no commands. */
  deletedStreams: string[];
}

export interface EventLog {
  /**
   * Stores the events after `expected` in one transaction, durable before it resolves. Repeating the same ids at the same expected
   * revision answers as the first time. At most 500 events and 1 MB.
   * @param withinMs answered within that time; a log on a server tries again until then.
   * @throws LogUnavailable when the outcome is unknown or writing has stopped: the events may or may not be stored.
   * @throws InvalidAppend when there is no event, there are too many, or an id occurs twice.
   * @throws StreamDeleted when the stream was deleted on the server.
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    withinMs?: number,
  ): Promise<AppendResult>;
  /**
   * Events of one stream from that revision (inclusive), in order, at most `limit` (default and highest 500). Empty when there are none.
   * @param withinMs as with `append`.
   * @throws LogCorrupt when a stored event is damaged; nothing of the page is served.
   * @throws StreamDeleted when the stream was deleted on the server.
   */
  readStream(stream: string, from: number, limit?: number, withinMs?: number): Promise<StoredEvent[]>;
  /**
   * Events of the whole log after that position (exclusive; `'-1'` = from the beginning), at most `limit` (highest 500).
   * @throws LogCorrupt as `readStream`.
   */
  readAll(after: string, limit: number): Promise<StoredEvent[]>;
  /** The event at exactly that position, or undefined when there is none. */
  at(position: string): Promise<StoredEvent | undefined>;
  /**
   * Calls `onEvents` with pages of everything after that position, then with what is appended, one page at a time. When a page
   * cannot be read or `onEvents` rejects, following ends and `onFailed` gets the error; without `onFailed` it is an unhandled rejection.
   */
  subscribe(
    after: string,
    onEvents: (events: StoredEvent[]) => Promise<void>,
    onFailed?: (error: unknown) => void,
  ): Subscription;
  /** Position of the last event, or undefined for an empty log. */
  head(): Promise<string | undefined>;
  health(): LogHealth;
  /** Only where the log is on a server. */
  details?(): LogDetails;
  /** Whether a large append would fit. Only where the log is a file of ours; asked when something was full, for it costs a write. */
  hasRoom?(): boolean;
  /** Finishes what is being appended, stops all subscriptions and lets go of the data directory. */
  close(): Promise<void>;
}
