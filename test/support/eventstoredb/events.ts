// What the fake stores and what its store answers, without any protocol.

/** An event as a client proposes it. */
export interface Proposed {
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}

export interface FakeEvent extends Proposed {
  stream: string;
  revision: bigint;
  /** Byte offset in the log: strictly rising, with gaps. */
  position: bigint;
  /** In ticks of 100 ns since 1970; the same for the events of one append. */
  created: bigint;
}

export type Expected = bigint | 'no_stream' | 'any' | 'stream_exists';
export type Actual = bigint | 'no_stream';

export type StoreAnswer =
  /** Written now, or found to be there already; no position when the stream was deleted after it. */
  | { kind: 'success'; revision: bigint; position: bigint | undefined }
  | { kind: 'wrong'; actual: Actual }
  | { kind: 'tombstoned' };

/** Highest revision: that of a tombstone, and the `$tb` that hides a whole stream. */
export const MAX_REVISION = 9_223_372_036_854_775_807n;
