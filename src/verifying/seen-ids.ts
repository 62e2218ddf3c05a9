// Which ids were seen, kept in a scratch file and not in memory, so that a log of any length can be checked for doubles.
import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

export class SeenIds {
  private readonly file;
  private readonly db;
  private readonly insert;
  private open = false;

  /** Makes its file in the directory; `close` removes it. */
  constructor(directory: string) {
    this.file = join(directory, 'seen-ids.sqlite');
    rmSync(this.file, { force: true });
    this.db = new Database(this.file);
    for (const setting of [
      'journal_mode = OFF',
      'synchronous = OFF',
      'locking_mode = EXCLUSIVE',
      'cache_size = -48000',
    ])
      this.db.pragma(setting);
    this.db.exec('CREATE TABLE seen (id BLOB PRIMARY KEY) WITHOUT ROWID');
    this.insert = this.db.prepare<[Uint8Array]>('INSERT OR IGNORE INTO seen (id) VALUES (?)');
  }

  /** Notes an id; false when it was noted before. */
  isNew(id: string): boolean {
    if (!this.open) this.db.exec('BEGIN');
    this.open = true;
    return this.insert.run(bytesOf(id)).changes === 1;
  }

  close(): void {
    if (this.open) this.db.exec('COMMIT');
    this.db.close();
    rmSync(this.file, { force: true });
  }
}

/** An id in 16 bytes where it is a UUID; other texts cannot be confused with those by their length. */
function bytesOf(id: string): Buffer {
  const hex = id.replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : Buffer.from(`text ${id.padEnd(16)}`);
}
