// The tables of the vault: wrapped keys, which events a person's key seals, and the ledger of what was destroyed. The ledger has a file
// of its own with its own backup: after an older vault is put back it tells which keys must go again.
import { hasRoom } from '../event-log/sqlite/has-room.js';
import { openDatabase, truncateWal, type Db } from '../event-log/sqlite/open-database.js';
import { VaultUnavailable } from './vault.js';

const KEY_SCHEMA = `
  CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, wrapped BLOB NOT NULL, subject TEXT) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS keys_of_subjects ON keys (subject) WHERE subject IS NOT NULL;
  CREATE TABLE IF NOT EXISTS entries (
    subject TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (subject, event)
  ) STRICT, WITHOUT ROWID;`;
/** Ids only, no names and no text. */
const LEDGER_SCHEMA = `
  CREATE TABLE IF NOT EXISTS erasures (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('subject', 'entry')), ref TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

export interface KeyRow {
  id: string;
  wrapped: Uint8Array;
  subject: string | null;
}

export interface EntryRow {
  subject: string;
  event: string;
}

export class KeyStore {
  private readonly keys: Db;
  private readonly ledger: Db;
  private readonly statements;

  constructor(vaultFile: string, ledgerFile: string) {
    this.keys = openDatabase(vaultFile, { schema: KEY_SCHEMA, secureDelete: true });
    this.ledger = openDatabase(ledgerFile, { schema: LEDGER_SCHEMA });
    this.statements = {
      insertKey: this.keys.prepare<[string, Uint8Array, string | null]>(
        'INSERT INTO keys (id, wrapped, subject) VALUES (?, ?, ?)',
      ),
      insertEntry: this.keys.prepare<[string, string]>('INSERT OR IGNORE INTO entries (subject, event) VALUES (?, ?)'),
      byId: this.keys.prepare<[string], KeyRow>('SELECT id, wrapped, subject FROM keys WHERE id = ?'),
      bySubject: this.keys.prepare<[string], KeyRow>('SELECT id, wrapped, subject FROM keys WHERE subject = ?'),
      any: this.keys.prepare<[], KeyRow>('SELECT id, wrapped, subject FROM keys LIMIT 1'),
      entriesOf: this.keys
        .prepare<[string], string>('SELECT event FROM entries WHERE subject = ? ORDER BY event')
        .pluck(),
      deleteKey: this.keys.prepare<[string]>('DELETE FROM keys WHERE id = ?'),
      deleteEntries: this.keys.prepare<[string]>('DELETE FROM entries WHERE subject = ?'),
      note: this.ledger.prepare<[string, string, string]>(
        'INSERT OR IGNORE INTO erasures (key, kind, ref) VALUES (?, ?, ?)',
      ),
      noted: this.ledger.prepare<[], { key: string; kind: string; ref: string }>('SELECT key, kind, ref FROM erasures'),
    };
  }

  hasRoom(): boolean {
    return hasRoom(this.keys) && hasRoom(this.ledger);
  }

  byId(id: string): KeyRow | undefined {
    return this.statements.byId.get(id);
  }

  bySubject(subject: string): KeyRow | undefined {
    return this.statements.bySubject.get(subject);
  }

  /** Some key, or undefined for an empty vault. */
  any(): KeyRow | undefined {
    return this.statements.any.get();
  }

  entriesOf(subject: string): string[] {
    return this.statements.entriesOf.all(subject);
  }

  /** Stores all of it in one transaction. */
  insert(keys: Iterable<KeyRow>, entries: Iterable<EntryRow>): void {
    this.inTransaction(() => {
      for (const { id, wrapped, subject } of keys) this.statements.insertKey.run(id, wrapped, subject);
      for (const { subject, event } of entries) this.statements.insertEntry.run(subject, event);
    });
  }

  /** Removes keys that nothing was sealed with. */
  discard(ids: readonly string[]): void {
    this.inTransaction(() => {
      for (const id of ids) this.statements.deleteKey.run(id);
    });
  }

  /** Notes the destruction, then destroys: an interruption in between is finished by `replay` at the next start. */
  destroy(kind: 'subject' | 'entry', ref: string, ids: readonly string[]): number {
    this.ledger
      .transaction(() => {
        for (const id of ids) this.statements.note.run(id, kind, ref);
      })
      .immediate();
    return this.remove(ids.map((key) => ({ key, kind, ref })));
  }

  /** Destroys again what the ledger names; needed after a crash in the middle and after an older vault was put back. */
  replay(): number {
    return this.remove(this.statements.noted.all());
  }

  close(): void {
    this.keys.close();
    this.ledger.close();
  }

  private remove(erasures: readonly { key: string; kind: string; ref: string }[]): number {
    let removed = 0;
    this.inTransaction(() => {
      for (const { key, kind, ref } of erasures) {
        const { changes } = this.statements.deleteKey.run(key);
        // A person may have come back with a new key after the erasure: then the entries belong to that one.
        if (kind === 'subject' && !this.bySubject(ref)) this.statements.deleteEntries.run(ref);
        removed += changes;
      }
    });
    // The write-ahead log still holds the page as it was.
    if (!truncateWal(this.keys)) throw new VaultUnavailable('De kluis is in gebruik; herhaal het verwijderen.');
    return removed;
  }

  private inTransaction(work: () => void): void {
    this.keys.transaction(work).immediate();
  }
}
