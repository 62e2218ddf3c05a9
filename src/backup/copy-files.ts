// Copying what lies in a data directory: databases as they stand at one moment, also while a server writes to them, other files as they are.
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import type { BackedUpFile } from './manifest.js';

/** Pages copied in one go, about 8 MB, so that the event loop turns in between. */
const PAGES = 2_000;

/**
 * Copies a SQLite database through SQLite itself. One read transaction is held all the while, so the copy is of one moment and no writer
 * makes it begin again. Afterwards the copy is one file, without a write-ahead log beside it.
 */
export async function copyDatabase(from: string, to: string, onProgress?: (share: number) => void): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (totalPages > 0) onProgress?.(1 - remainingPages / totalPages);
        return PAGES;
      },
    });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  syncFile(to);
}

/** Copies any other file. */
export async function copyPlain(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  syncFile(to);
}

/** Name, size and hash of a file as it lies there. */
export async function fingerprint(path: string, name: string): Promise<BackedUpFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { name, bytes: statSync(path).size, sha256: hash.digest('hex') };
}

export function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
