// Sessions of people who logged in: kept on the server, named by a random cookie of which only the hash is stored.
import { hash as digest, randomBytes } from 'node:crypto';
import type { Id } from '../../workflows/kit/types.js';
import type { Db } from '../event-log/sqlite/open-database.js';

/** A session ends when it was not used for this long. */
export const IDLE_MS = 30 * 60_000;
/** A session ends this long after login, used or not. */
export const LIFE_MS = 12 * 3_600_000;
/** The last use is written at most this often: a page of ten requests is one write. */
const TOUCH_MS = 60_000;

export interface Session {
  ref: Id;
  /** Stands in every form; a request that changes something must bring it back. */
  csrf: string;
}

interface Row {
  ref: string;
  csrf: string;
  started_at: number;
  seen_at: number;
}

export const secretHash = (secret: string): string => digest('sha256', secret, 'hex');
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Times are milliseconds since 1970, from the caller's clock. */
export class Sessions {
  private readonly statements;

  /** Prepared once: compiling a statement takes longer than running it, and every request with a cookie looks its session up. */
  constructor(private readonly db: Db) {
    this.statements = {
      clear: db.prepare<[number, number]>('DELETE FROM sessions WHERE seen_at < ? OR started_at < ?'),
      insert: db.prepare<[string, Id, string, number, number]>('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)'),
      find: db.prepare<[string], Row>('SELECT ref, csrf, started_at, seen_at FROM sessions WHERE hash = ?'),
      touch: db.prepare<[number, string]>('UPDATE sessions SET seen_at = ? WHERE hash = ?'),
      end: db.prepare<[string]>('DELETE FROM sessions WHERE hash = ?'),
    };
  }

  /** A new session; the value for the cookie is nowhere else. An earlier session of the same browser ends. */
  begin(ref: Id, now: number, earlier?: string): string {
    const id = newSecret();
    const begin = this.db.transaction(() => {
      if (earlier !== undefined) this.end(earlier);
      this.statements.clear.run(now - IDLE_MS, now - LIFE_MS);
      this.statements.insert.run(secretHash(id), ref, newSecret(), now, now);
    });
    begin.immediate();
    return id;
  }

  /** The session of a cookie, or undefined when there is none or it is over. */
  find(id: string, now: number): Session | undefined {
    const hash = secretHash(id);
    const row = this.statements.find.get(hash);
    if (!row) return undefined;
    if (now - row.seen_at > IDLE_MS || now - row.started_at > LIFE_MS) {
      this.end(id);
      return undefined;
    }
    if (now - row.seen_at >= TOUCH_MS) this.statements.touch.run(now, hash);
    return { ref: row.ref, csrf: row.csrf };
  }

  end(id: string): void {
    this.statements.end.run(secretHash(id));
  }
}
