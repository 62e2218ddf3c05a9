// Both vaults keep the contract; the one with files also survives a restart, a lost commit, a restored backup and a lost key file, and
// leaves nothing of a destroyed key on disk.
import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ZERO_CHAIN } from '../src/event-log/chain.js';
import { prepare } from '../src/event-log/recorder/codec.js';
import { MemoryVault } from '../src/vault/memory.vault.js';
import { keysOf, sealEvent, unsealEvent, type SealedEvent } from '../src/vault/sealing.js';
import { SqliteVault } from '../src/vault/sqlite.vault.js';
import { ERASED_TEXT, VaultCorrupt, VaultUnavailable, type Vault } from '../src/vault/vault.js';
import { freshDirectory } from './support/log/directory.js';
import { aRecorded } from './support/log/recorded.js';
import { vaultContract } from './vault.contract.js';

vaultContract('in memory', () => new MemoryVault());
vaultContract('SQLite', () => SqliteVault.open({ directory: freshDirectory() }));

const opened: SqliteVault[] = [];
const open = (directory: string, keyFile?: string) => {
  const vault = SqliteVault.open({ directory, keyFile });
  opened.push(vault);
  return vault;
};
const close = (vault: SqliteVault) => {
  opened.splice(opened.indexOf(vault), 1);
  vault.close();
};
const seal = (vault: Vault, text: string, subject?: string) =>
  sealEvent(aRecorded({ text }), [{ pointer: '/text', subject }], vault);
const textOf = (vault: Vault, event: SealedEvent) => unsealEvent(structuredClone(event), vault).data.text;
const rows = (directory: string) => {
  const db = new Database(join(directory, 'vault.sqlite'), { readonly: true });
  const all = db.prepare<[], { id: string; wrapped: Buffer; subject: string | null }>('SELECT * FROM keys').all();
  db.close();
  return all;
};
afterEach(() => {
  for (const vault of opened.splice(0)) vault.close();
});

describe('the SQLite vault', () => {
  it('opens after a restart what was sealed before, and leaves no unused keys behind', async () => {
    const directory = freshDirectory();
    const vault = open(directory);
    const events = [seal(vault, 'a'), seal(vault, 'b', 'p')];
    await vault.commit();
    close(vault);
    expect(rows(directory)).toHaveLength(2);
    const again = open(directory);
    expect(events.map((event) => textOf(again, event))).toEqual(['a', 'b']);
    expect(keysOf(seal(again, 'c', 'p'))).toEqual(events.slice(1).flatMap(keysOf));
  });

  it('has every key on disk once committed, as another reader of the file sees', async () => {
    const directory = freshDirectory();
    const vault = open(directory);
    const own = seal(vault, 'a');
    expect(rows(directory).map((row) => row.id)).toEqual(expect.arrayContaining(keysOf(own)));
    const persons = Array.from({ length: 5 }, (_, n) => seal(vault, 'a', `p${n}`));
    const ofPersons = () => rows(directory).filter((row) => row.subject !== null);
    expect(ofPersons()).toEqual([]);
    await Promise.all(persons.map(() => vault.commit()));
    expect(
      ofPersons()
        .map((row) => row.id)
        .sort(),
    ).toEqual(persons.flatMap(keysOf).sort());
  });

  it('has the keys on disk when events are ready to be appended', async () => {
    const directory = freshDirectory();
    const vault = open(directory);
    await prepare([aRecorded({ text: 'a' })], () => [{ pointer: '/text', subject: 'p' }], ZERO_CHAIN, vault);
    expect(rows(directory).map((row) => row.subject)).toEqual(['p']);
  });

  it('promises nothing after a commit that failed', async () => {
    const directory = freshDirectory();
    const vault = open(directory);
    const other = new Database(join(directory, 'vault.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    seal(vault, 'a', 'p');
    await expect(vault.commit()).rejects.toThrow(VaultUnavailable);
    await expect(vault.commit()).rejects.toThrow(VaultUnavailable);
    other.exec('COMMIT');
    other.close();
    await vault.commit();
    expect(rows(directory).map((row) => row.subject)).toEqual(['p']);
  });
});

describe('the files of the SQLite vault', () => {
  it('leaves nothing of a destroyed key in any file', async () => {
    const directory = freshDirectory();
    const vault = open(directory);
    const events = [seal(vault, 'a'), seal(vault, 'b', 'p')];
    await vault.commit();
    const wrapped = rows(directory)
      .filter((row) => events.flatMap(keysOf).includes(row.id))
      .map((row) => row.wrapped);
    const found = () => wrapped.map((bytes) => filesOf(directory).some((content) => content.includes(bytes)));
    expect(found()).toEqual([true, true]);
    events.slice(0, 1).forEach((event) => vault.destroyEntry(event.recorded.meta.id, keysOf(event)));
    vault.destroySubject('p');
    expect(found()).toEqual([false, false]);
  });

  it('destroys again what the ledger names when an older vault is put back', async () => {
    const directory = freshDirectory();
    const backup = freshDirectory();
    const vault = open(directory);
    const events = [seal(vault, 'a'), seal(vault, 'b', 'p'), seal(vault, 'c', 'q')];
    await vault.commit();
    close(vault);
    cpSync(join(directory, 'vault.sqlite'), join(backup, 'vault.sqlite'));
    const second = open(directory);
    events.slice(0, 1).forEach((event) => second.destroyEntry(event.recorded.meta.id, keysOf(event)));
    second.destroySubject('p');
    close(second);
    for (const name of readdirSync(directory)) if (name.startsWith('vault.sqlite')) rmSync(join(directory, name));
    cpSync(join(backup, 'vault.sqlite'), join(directory, 'vault.sqlite'));
    const restored = open(directory);
    expect(events.map((event) => textOf(restored, event))).toEqual([ERASED_TEXT, ERASED_TEXT, 'c']);
    expect(restored.entriesOf('p')).toEqual([]);
    expect(rows(directory)).toHaveLength(1);
  });

  it('keeps the key of the organisation in a file for its owner only, and does not start without it or with another', async () => {
    const directory = freshDirectory();
    const keyFile = join(freshDirectory(), 'own.key');
    const vault = open(directory, keyFile);
    const event = seal(vault, 'a', 'p');
    await vault.commit();
    close(vault);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(() => open(directory)).toThrow(VaultUnavailable);
    open(freshDirectory(), join(directory, 'another.key'));
    expect(() => open(directory, join(directory, 'another.key'))).toThrow(VaultCorrupt);
    expect(textOf(open(directory, keyFile), event)).toBe('a');
  });

  it('does not hold a secret in clear on disk', () => {
    const directory = freshDirectory();
    const vault = open(directory);
    const { secret } = vault.entryKey();
    expect(filesOf(directory).some((content) => content.includes(secret.export()))).toBe(false);
  });
});

function filesOf(directory: string): Buffer[] {
  return readdirSync(directory).map((name) => readFileSync(join(directory, name)));
}

describe('a fingerprint', () => {
  it('is the same after a restart, from an older backup and on a second node, and another under another key', () => {
    const [directory, backup, other] = [freshDirectory(), freshDirectory(), freshDirectory()];
    const first = open(directory);
    const print = first.fingerprint('een korte tekst');
    close(first);
    cpSync(directory, backup, { recursive: true });
    const again = open(directory);
    seal(again, 'later');
    expect(again.fingerprint('een korte tekst')).toBe(print);
    expect(open(backup).fingerprint('een korte tekst')).toBe(print);
    expect(open(other).fingerprint('een korte tekst')).not.toBe(print);
    expect(again.fingerprint('een andere tekst')).not.toBe(print);
  });
});
