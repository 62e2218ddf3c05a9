// Making a backup beside a running server: the log first and then the vault, because a vault that is older than the log would lose the keys
// of the newest texts for ever. It is made under another name and renamed when it is whole and read back.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openLogReader } from '../event-log/log-reader.js';
import type { LogChoice } from '../event-log/open-log.js';
import { exportLog } from '../moving/export-log.js';
import { syncDirectory } from '../moving/line-file.js';
import type { LogReport } from '../verifying/check-log.js';
import { checkLogIn } from './check-log-in.js';
import { copyDatabase, copyPlain, fingerprint, syncFile } from './copy-files.js';
import { BadBackup, MANIFEST, type Manifest } from './manifest.js';

export interface BackupOptions {
  /** The data directory. */
  from: string;
  /** The directory to make; it must not exist. */
  to: string;
  eventLog: LogChoice;
  /** For what the check of the copy needs on the way. */
  scratch: string;
  madeAt: string;
  signal?: AbortSignal | undefined;
  /** Hears when a server is waited for. */
  waiting?: (sentence: string) => void;
  onProgress?: (step: 'log' | 'rest' | 'check', share: number) => void;
}

/** In this order, after the log; whatever else lies there follows. */
const ORDER = ['vault.sqlite', 'organisation.key', 'erasures.sqlite', 'erasing.sqlite', 'identity.sqlite'];
/** Made anew, or of a moment. */
const LEFT_OUT = /^(events\.sqlite|lock\.sqlite|ballast$)|-(wal|shm|journal)$|\.part$/;

/** Answers what was written. @throws BadBackup when the place is taken; LogCorrupt or the like when the log cannot be read. */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  if (existsSync(options.to)) throw new BadBackup(`${options.to} bestaat al. Kies een nieuwe map.`);
  const draft = `${options.to}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    const manifest = await fill(draft, options);
    writeFileSync(join(draft, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
    syncFile(join(draft, MANIFEST));
    syncDirectory(draft);
    renameSync(draft, options.to);
    syncDirectory(dirname(options.to));
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

async function fill(draft: string, options: BackupOptions): Promise<Manifest> {
  const { from, eventLog, signal, onProgress } = options;
  const names = [await copyLog(draft, options)];
  const rest = restOf(from);
  for (const [index, name] of rest.entries()) {
    signal?.throwIfAborted();
    const copy = name.endsWith('.sqlite') ? copyDatabase : copyPlain;
    await copy(join(from, name), join(draft, name));
    names.push(name);
    onProgress?.('rest', (index + 1) / rest.length);
  }
  const { events, streams, head, digest, faultCount } = await checkCopy(draft, options);
  const files = [];
  for (const name of names) files.push(await fingerprint(join(draft, name), name));
  return {
    format: 'rode-draad-backup',
    version: 1,
    madeAt: options.madeAt,
    eventLog: eventLog.kind,
    log: { events, streams, head, digest, faults: faultCount },
    files,
  };
}

function restOf(directory: string): string[] {
  const files = readdirSync(directory).filter(
    (name) => !LEFT_OUT.test(name) && statSync(join(directory, name)).isFile(),
  );
  const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return files.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

async function copyLog(draft: string, options: BackupOptions): Promise<string> {
  const { from, eventLog, madeAt: exportedAt, signal, onProgress } = options;
  if (eventLog.kind === 'sqlite') {
    const file = join(from, 'events.sqlite');
    if (!existsSync(file)) throw new BadBackup(`In ${from} is geen logboek van gebeurtenissen (events.sqlite).`);
    await copyDatabase(file, join(draft, 'events.sqlite'), (share) => {
      signal?.throwIfAborted();
      onProgress?.('log', share);
    });
    return 'events.sqlite';
  }
  const log = await openLogReader(eventLog, from, options.waiting);
  try {
    await exportLog(log, {
      file: join(draft, 'events.jsonl'),
      exportedAt,
      signal,
      onProgress: (s) => onProgress?.('log', s),
    });
    return 'events.jsonl';
  } finally {
    await log.close();
  }
}

/** Reads back what was written, not what it was made from. */
async function checkCopy(draft: string, options: BackupOptions): Promise<LogReport> {
  const { scratch, signal, onProgress, eventLog } = options;
  return checkLogIn(draft, eventLog.kind, { scratch, signal, onProgress: (share) => onProgress?.('check', share) });
}
