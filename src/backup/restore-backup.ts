// Putting a backup back: into an empty data directory, or in place of what is there, which is then kept aside. Erasures count for ever:
// the ledger that was there and the one of the backup are joined and carried out on the keys before anything opens them.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { lockDirectory } from '../event-log/sqlite/directory-lock.js';
import { syncDirectory } from '../moving/line-file.js';
import { dropReadModels } from '../moving/read-models.js';
import { BALLAST } from '../storage/ballast.js';
import { SqliteVault } from '../vault/sqlite.vault.js';
import { checkLogIn } from './check-log-in.js';
import { copyPlain, fingerprint } from './copy-files.js';
import { BadBackup, readManifest, type Manifest } from './manifest.js';

export interface RestoreOptions {
  /** The directory of the backup. */
  from: string;
  /** The data directory. */
  to: string;
  /** Set what is in the data directory aside; without it the directory must be empty. */
  replace: boolean;
  /** A newer ledger of erasures, from a data directory or a backup that is not itself put back. */
  erasures?: string | undefined;
  /** Part of the name of what is set aside. */
  at: string;
  signal?: AbortSignal | undefined;
  onProgress?: (step: 'files' | 'check', share: number) => void;
}

export interface Restored {
  manifest: Manifest;
  /** Where the former contents lie, when there were any. */
  aside?: string;
}

const DRAFT = 'restoring';
const ASIDE = 'replaced-';
/** Stays where it is: it is the lock itself, a draft, room kept aside, or the demo, which is an organisation of its own and may be running. */
const KEPT = new RegExp(`^(lock\\.sqlite|${BALLAST}$|${DRAFT}$|demo$|${ASIDE}|scratch-)`);
const LEDGER = 'erasures.sqlite';

/** @throws BadBackup when the backup is not whole or the place is not empty; LogLocked while a server runs. Nothing was changed then. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const manifest = readManifest(options.from);
  const lock = lockDirectory(options.to);
  try {
    const present = readdirSync(options.to).filter((name) => !KEPT.test(name));
    // Without a log an earlier restore was cut off between two of its files.
    const isCut = existsSync(join(options.to, DRAFT)) && !present.includes('events.sqlite');
    if (present.length > 0 && !options.replace && !isCut)
      throw new BadBackup(
        `De gegevensmap ${options.to} is niet leeg. Kies een lege map, of zet met --replace opzij wat er staat.`,
      );
    if (options.erasures !== undefined && !existsSync(options.erasures))
      throw new BadBackup(`Het bestand ${options.erasures} bestaat niet.`);
    const draft = join(options.to, DRAFT);
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    try {
      await copyIn(manifest, draft, options);
      joinErasures(draft, ledgersFor(options));
    } catch (error) {
      // It holds keys.
      rmSync(draft, { recursive: true, force: true });
      throw error;
    }
    const aside = present.length === 0 ? undefined : setAside(options, present);
    moveIn(manifest, draft, options.to);
    return { manifest, ...(aside !== undefined && { aside }) };
  } finally {
    lock.release();
  }
}

/** Copies the files and holds each to its hash, and the log as a whole to its digest. */
async function copyIn(manifest: Manifest, draft: string, { from, signal, onProgress }: RestoreOptions): Promise<void> {
  for (const [index, file] of manifest.files.entries()) {
    signal?.throwIfAborted();
    if (!existsSync(join(from, file.name))) throw new BadBackup(`In de reservekopie ontbreekt ${file.name}.`);
    await copyPlain(join(from, file.name), join(draft, file.name));
    const { sha256 } = await fingerprint(join(draft, file.name), file.name);
    if (sha256 !== file.sha256) throw new BadBackup(`In de reservekopie is ${file.name} beschadigd of veranderd.`);
    onProgress?.('files', (index + 1) / manifest.files.length);
  }
  const report = await checkLogIn(draft, manifest.eventLog, {
    scratch: draft,
    signal,
    onProgress: (share) => onProgress?.('check', share),
  });
  if (report.digest !== manifest.log.digest || report.events !== manifest.log.events)
    throw new BadBackup('Het logboek in de reservekopie is niet het logboek dat erin beschreven staat.');
}

/** Every ledger that is known: a restore that was cut off may have set the one of before aside already. */
function ledgersFor({ to, erasures }: RestoreOptions): string[] {
  const aside = readdirSync(to).filter((name) => name.startsWith(ASIDE));
  const own = ['', ...aside].map((name) => join(to, name, LEDGER)).filter((ledger) => existsSync(ledger));
  return erasures === undefined ? own : [...own, erasures];
}

/** Adds what other ledgers name, and destroys those keys in the vault that is put back. */
function joinErasures(draft: string, ledgers: readonly string[]): void {
  if (!existsSync(join(draft, 'vault.sqlite'))) return;
  // Makes the ledger when the backup had none.
  SqliteVault.open({ directory: draft }).close();
  const own = new Database(join(draft, LEDGER));
  try {
    const note = own.prepare('INSERT OR IGNORE INTO erasures (key, kind, ref) VALUES (@key, @kind, @ref)');
    for (const ledger of ledgers) {
      const rows = erasuresIn(ledger);
      own.transaction(() => rows.forEach((row) => note.run(row)))();
    }
  } finally {
    own.close();
  }
  SqliteVault.open({ directory: draft }).close();
}

/** Going on without one of them could bring a person back who was erased. @throws BadBackup when it cannot be read. */
function erasuresIn(ledger: string): { key: string; kind: string; ref: string }[] {
  try {
    const db = new Database(ledger, { readonly: true, fileMustExist: true });
    try {
      return db.prepare<[], { key: string; kind: string; ref: string }>('SELECT key, kind, ref FROM erasures').all();
    } finally {
      db.close();
    }
  } catch (cause) {
    throw new BadBackup(
      `De lijst van verwijderingen ${ledger} kan niet worden gelezen. Er is niets teruggezet: zonder die lijst kan iemand ` +
        'terugkomen die is verwijderd. Leg het bestand opzij en noem met --erasures de nieuwste lijst die wel leesbaar is.',
      { cause },
    );
  }
}

function setAside({ to, at }: RestoreOptions, present: readonly string[]): string {
  // Rows follow from a log; those of another one are of no use.
  dropReadModels(to);
  const aside = join(to, `${ASIDE}${at.replace(/[^0-9TZ]/g, '')}`);
  mkdirSync(aside, { mode: 0o700 });
  // The log goes first: without it nothing opens the rest as if it were whole.
  const inOrder = [...present].sort((a, b) => Number(b.startsWith('events')) - Number(a.startsWith('events')));
  for (const name of inOrder) if (existsSync(join(to, name))) renameSync(join(to, name), join(aside, name));
  return aside;
}

/** The log last: with it the directory counts as that of an organisation. */
function moveIn(manifest: Manifest, draft: string, to: string): void {
  const names = new Set([...manifest.files.map(({ name }) => name), LEDGER]);
  const inOrder = [...names].sort((a, b) => Number(a.startsWith('events')) - Number(b.startsWith('events')));
  for (const name of inOrder) if (existsSync(join(draft, name))) renameSync(join(draft, name), join(to, name));
  rmSync(draft, { recursive: true, force: true });
  syncDirectory(to);
}
