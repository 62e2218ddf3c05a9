// The port to the vault: keys that seal personal text in events, and that can be destroyed so that the text is gone for ever while the
// event stays. It is synchronous but for `commit`, since a fold unseals many events in a row.
import type { KeyObject } from 'node:crypto';

/** Shown in place of a text whose key was destroyed. */
export const ERASED_TEXT = '[verwijderd op grond van AVG]';

/** A key of 256 bits with the id that is stored beside what it seals. */
export interface DataKey {
  id: string;
  secret: KeyObject;
}

/** What opening a text needs. */
export interface KeyReader {
  /** The secret of a key, or undefined when it was destroyed or never existed. */
  secret(keyId: string): KeyObject | undefined;
}

export interface Vault extends KeyReader {
  /** A fresh key for the free text of one event. It is durable already. */
  entryKey(): DataKey;
  /** The key of a person, made at first use; remembers that the event holds text under it. Durable after `commit`. */
  subjectKey(subject: string, eventId: string): DataKey;
  /** Resolves when every key handed out so far is on disk: at once when nothing waits. To be awaited before the event is appended. */
  commit(): Promise<void>;
  /**
   * A fingerprint (64 hex digits) under a secret of the organisation: the same for the same text, also after a restart, from a backup and on
   * another node; without the secret nobody can try out which text it was.
   */
  fingerprint(text: string): string;
  /** Ids of the events that hold text under the key of this person. */
  entriesOf(subject: string): string[];
  /** Destroys the key of a person and answers how many keys were destroyed. Repeating it is harmless and finishes what was interrupted. */
  destroySubject(subject: string): number;
  /** Destroys the keys that one event has for itself; keys of persons among the ids stay. Answers how many were destroyed. */
  destroyEntry(eventId: string, keyIds: readonly string[]): number;
  /** Whether many keys would fit. Only where the vault is a file of ours; asked when something was full, for it costs a write. */
  hasRoom?(): boolean;
  close(): void;
}

/** The vault could not store or read keys. Nothing was appended to the log because of it. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
}

/** What is sealed does not open with its key at this place: it was changed, moved to another event or field, or the key was changed. */
export class VaultCorrupt extends Error {
  override readonly name = 'VaultCorrupt';
}
