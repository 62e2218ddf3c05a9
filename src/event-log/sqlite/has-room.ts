// Whether a SQLite file may still grow: asked only when the disk was full, because it takes pages and gives them back.
import type { Db } from './open-database.js';
import { sqliteCode } from './sqlite-code.js';

/** Somewhat more than the largest append. */
const BYTES = 2_097_152;

/** True when as much as a large command stores would fit. Leaves the file as it is. */
export function hasRoom(db: Db): boolean {
  try {
    db.exec('BEGIN IMMEDIATE; CREATE TABLE room_asked_for (bytes BLOB)');
    db.prepare('INSERT INTO room_asked_for VALUES (zeroblob(?))').run(BYTES);
    return true;
  } catch (error) {
    const code = sqliteCode(error);
    // Another writer is in the way: that says nothing about room.
    if (code?.startsWith('SQLITE_FULL') || code?.startsWith('SQLITE_BUSY')) return false;
    throw error;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}
