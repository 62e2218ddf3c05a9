// The vault for tools beside a running server: it opens texts and can neither make nor destroy a key. What the ledger of erasures names
// stays closed, also when an older vault with that key in it was put back and no server has started on it yet.
import Database from 'better-sqlite3';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decrypt } from './cipher.js';
import { readMasterKey } from './master-key.js';
import { VaultCorrupt, type KeyReader } from './vault.js';

/** Opened keys kept in memory. */
const KEPT = 10_000;

export interface ReadingVault extends KeyReader {
  close(): void;
}

/**
 * Opens the vault in the directory. Where there is none, no text can be opened.
 * @throws VaultUnavailable when the key of the organisation is gone.
 */
export function openReadingVault(directory: string): ReadingVault {
  const file = join(directory, 'vault.sqlite');
  if (!existsSync(file)) return { secret: () => undefined, close: () => undefined };
  const db = new Database(file, { readonly: true, timeout: 5000 });
  const byId = db.prepare<[string], Uint8Array>('SELECT wrapped FROM keys WHERE id = ?').pluck();
  const some = db.prepare<[], number>('SELECT 1 FROM keys LIMIT 1').pluck().get();
  const master = some === undefined ? undefined : readMasterKey(join(directory, 'organisation.key'), false);
  const erased = erasedIn(join(directory, 'erasures.sqlite'));
  const opened = new Map<string, KeyObject>();
  const open = (keyId: string): KeyObject | undefined => {
    const wrapped = erased.has(keyId) ? undefined : byId.get(keyId);
    if (!wrapped || !master) return undefined;
    const secret = decrypt(master, keyId, wrapped);
    if (!secret) throw new VaultCorrupt(`Sleutel ${keyId} in de kluis past niet bij de sleutel van de organisatie.`);
    return createSecretKey(secret);
  };
  return {
    secret(keyId) {
      const known = opened.get(keyId) ?? open(keyId);
      if (known) opened.set(keyId, known);
      const oldest = opened.size > KEPT ? opened.keys().next().value : undefined;
      if (oldest !== undefined) opened.delete(oldest);
      return known;
    },
    close() {
      opened.clear();
      db.close();
    },
  };
}

function erasedIn(ledger: string): Set<string> {
  if (!existsSync(ledger)) return new Set();
  const db = new Database(ledger, { readonly: true, timeout: 5000 });
  const keys = db.prepare<[], string>('SELECT key FROM erasures').pluck().all();
  db.close();
  return new Set(keys);
}
