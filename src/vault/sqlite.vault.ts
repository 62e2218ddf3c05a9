// The vault in a SQLite file: keys at rest wrapped by the key of the organisation. Keys for free text come from a stock that is written
// to disk ahead, so that a command with free text waits for no second fsync; keys of persons are grouped like appends to the log.
import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GroupCommit } from '../event-log/sqlite/group-commit.js';
import { isFatal, sqliteCode } from '../event-log/sqlite/sqlite-code.js';
import { decrypt, encrypt } from './cipher.js';
import { KeyStore, type EntryRow, type KeyRow } from './key-store.js';
import { readMasterKey } from './master-key.js';
import { VaultCorrupt, VaultUnavailable, type DataKey, type Vault } from './vault.js';

/** Keys written ahead in one transaction: the cost of the fsync is shared by as many events. */
const STOCK = 128;
/** Opened keys kept in memory. */
const KEPT = 10_000;

export interface VaultOptions {
  /** Where `vault.sqlite` and `erasures.sqlite` live. */
  directory: string;
  /** The file with the key of the organisation; `organisation.key` in the directory unless given. */
  keyFile?: string;
}

export class SqliteVault implements Vault {
  private readonly master: KeyObject;
  /** Follows from the key of the organisation, which is kept and put back with the vault. */
  private readonly fingerprints: KeyObject;
  private readonly opened = new Map<string, KeyObject>();
  private stock: DataKey[] = [];
  private broken: string | undefined;
  private readonly waitingKeys = new Map<string, KeyRow>();
  private waitingEntries: EntryRow[] = [];
  private readonly group = new GroupCommit<undefined, void>(
    (items) => {
      this.flush();
      return items.map(() => undefined);
    },
    { items: 10_000, bytes: Number.MAX_SAFE_INTEGER },
  );

  private constructor(
    private readonly store: KeyStore,
    keyFile: string,
  ) {
    const some = store.any();
    this.master = readMasterKey(keyFile, some === undefined);
    this.fingerprints = createSecretKey(Buffer.from(hkdfSync('sha256', this.master, '', 'fingerprint v1', 32)));
    if (some) this.unwrap(some);
    store.replay();
  }

  /**
   * Opens or makes the vault, and destroys again what the ledger of erasures names.
   * @throws VaultUnavailable when the key of the organisation is gone; VaultCorrupt when it is not the one of this vault.
   */
  static open({ directory, keyFile = join(directory, 'organisation.key') }: VaultOptions): SqliteVault {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const store = new KeyStore(join(directory, 'vault.sqlite'), join(directory, 'erasures.sqlite'));
    try {
      return new SqliteVault(store, keyFile);
    } catch (error) {
      store.close();
      throw error;
    }
  }

  entryKey(): DataKey {
    if (this.stock.length === 0) {
      const keys = Array.from({ length: STOCK }, newKey);
      this.guarded(() =>
        this.store.insert(
          keys.map((key) => this.wrap(key, null)),
          [],
        ),
      );
      this.stock = keys;
    }
    const key = this.stock.pop();
    if (!key) throw new VaultUnavailable('De kluis heeft geen sleutels meer.');
    this.keep(key.id, key.secret);
    return key;
  }

  subjectKey(subject: string, eventId: string): DataKey {
    this.waitingEntries.push({ subject, event: eventId });
    const row = this.waitingKeys.get(subject) ?? this.guarded(() => this.store.bySubject(subject));
    if (row) return { id: row.id, secret: this.open(row) };
    const key = newKey();
    this.waitingKeys.set(subject, this.wrap(key, subject));
    this.keep(key.id, key.secret);
    return key;
  }

  secret(keyId: string): KeyObject | undefined {
    const known = this.opened.get(keyId);
    if (known) return known;
    const row = this.guarded(() => this.store.byId(keyId));
    return row && this.open(row);
  }

  commit(): Promise<void> {
    return this.waitingEntries.length === 0 ? Promise.resolve() : this.group.add(undefined, 0);
  }

  fingerprint(text: string): string {
    return createHmac('sha256', this.fingerprints).update(text).digest('hex');
  }

  entriesOf(subject: string): string[] {
    this.flush();
    return this.guarded(() => this.store.entriesOf(subject));
  }

  destroySubject(subject: string): number {
    this.flush();
    return this.guarded(() => {
      const row = this.store.bySubject(subject);
      return this.destroy('subject', subject, row ? [row.id] : []);
    });
  }

  destroyEntry(eventId: string, keyIds: readonly string[]): number {
    this.flush();
    return this.guarded(() => {
      const own = keyIds.filter((id) => this.store.byId(id)?.subject === null);
      return this.destroy('entry', eventId, own);
    });
  }

  hasRoom(): boolean {
    return this.store.hasRoom();
  }

  close(): void {
    try {
      this.group.drain();
      this.flush();
      this.stored(() => this.store.discard(this.stock.map((key) => key.id)));
    } finally {
      this.opened.clear();
      this.stock = [];
      this.store.close();
    }
  }

  private destroy(kind: 'subject' | 'entry', ref: string, ids: readonly string[]): number {
    // Out of memory first: nothing may be opened with them while they are destroyed.
    for (const id of ids) this.opened.delete(id);
    return this.store.destroy(kind, ref, ids);
  }

  /** Writes what waits. When it fails it keeps waiting, so that the next `commit` does not promise what is not on disk. */
  private flush(): void {
    if (this.waitingEntries.length === 0) return;
    this.stored(() => this.store.insert(this.waitingKeys.values(), this.waitingEntries));
    this.waitingKeys.clear();
    this.waitingEntries = [];
  }

  private wrap({ id, secret }: DataKey, subject: string | null): KeyRow {
    return { id, wrapped: encrypt(this.master, id, secret.export()), subject };
  }

  private unwrap({ id, wrapped }: KeyRow): KeyObject {
    const secret = decrypt(this.master, id, wrapped);
    if (!secret) throw new VaultCorrupt(`Sleutel ${id} in de kluis past niet bij de sleutel van de organisatie.`);
    return createSecretKey(secret);
  }

  private open(row: KeyRow): KeyObject {
    const known = this.opened.get(row.id);
    if (known) return known;
    const secret = this.unwrap(row);
    this.keep(row.id, secret);
    return secret;
  }

  private keep(id: string, secret: KeyObject): void {
    this.opened.set(id, secret);
    const oldest = this.opened.size > KEPT ? this.opened.keys().next().value : undefined;
    if (oldest !== undefined) this.opened.delete(oldest);
  }

  /** Nothing is stored any more after the file failed: what it then says about earlier or later writes is not to be trusted. */
  private stored(work: () => void): void {
    if (this.broken) throw new VaultUnavailable(`De kluis is gestopt tot de volgende start: ${this.broken}`);
    this.guarded(work);
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const code = sqliteCode(error);
      if (!code) throw error;
      const reason = `${code}: ${error instanceof Error ? error.message : String(error)}`;
      if (isFatal(code)) this.broken = reason;
      throw new VaultUnavailable(`De kluis is niet beschikbaar: ${reason}`, { cause: error });
    }
  }
}

/** The id begins with the time, so that keys made together stand together in the file; the rest is random, so that none ever returns. */
function newKey(): DataKey {
  const id = randomBytes(16);
  id.writeUIntBE(Date.now(), 0, 6);
  return { id: id.toString('hex'), secret: createSecretKey(randomBytes(32)) };
}
