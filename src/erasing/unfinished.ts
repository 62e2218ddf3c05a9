// Which erasures were asked for and not yet carried through, so that an interruption in the middle is made good at the next start.
// Ids and the ground only: no names and no text.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Id, Instant } from '../../workflows/kit/types.js';
import { openDatabase } from '../event-log/sqlite/open-database.js';

/** What is needed to carry an erasure through, also by a later process. */
export interface Erasure {
  personRef: Id;
  /** Why: an article or decision, at most 200 characters, without names. It stays readable. */
  ground: string;
  organisationId: Id;
  /** The privacy officer who decided. */
  by: Id;
  /** Made by whoever asks; asking again with the same key is the same erasure. */
  key: string;
  at: Instant;
}

const SCHEMA = 'CREATE TABLE IF NOT EXISTS unfinished (id TEXT PRIMARY KEY, erasure TEXT NOT NULL) STRICT;';

/** The list in `erasing.sqlite` of a data directory. It is read and written so seldom that it is opened for each use. */
export class Unfinished {
  private readonly file: string;

  constructor(directory: string) {
    this.file = join(directory, 'erasing.sqlite');
  }

  /** Durable when it returns; what was noted under that id before stays as it was and is answered. */
  note(id: Id, erasure: Erasure): Erasure {
    return this.opened((db) => {
      db.prepare('INSERT OR IGNORE INTO unfinished VALUES (?, ?)').run(id, JSON.stringify(erasure));
      const noted = db.prepare<[string], string>('SELECT erasure FROM unfinished WHERE id = ?').pluck().get(id);
      return noted === undefined ? erasure : (JSON.parse(noted) as Erasure);
    });
  }

  all(): Erasure[] {
    if (!existsSync(this.file)) return [];
    return this.opened((db) =>
      db
        .prepare<[], string>('SELECT erasure FROM unfinished ORDER BY id')
        .pluck()
        .all()
        .map((text) => JSON.parse(text) as Erasure),
    );
  }

  isDone(id: Id): void {
    this.opened((db) => db.prepare('DELETE FROM unfinished WHERE id = ?').run(id));
  }

  private opened<T>(work: (db: ReturnType<typeof openDatabase>) => T): T {
    const db = openDatabase(this.file, { schema: SCHEMA });
    try {
      return work(db);
    } finally {
      db.close();
    }
  }
}
