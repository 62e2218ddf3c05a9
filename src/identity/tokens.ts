// Bearer tokens for scripts. The same role and municipality are always the same person, so that a script keeps its idempotency keys.
import { idOf } from '../../workflows/kit/ids.js';
import type { Id, Role } from '../../workflows/kit/types.js';
import type { Db } from '../event-log/sqlite/open-database.js';
import type { Grant } from '../trajectories/caller.js';
import { newSecret, secretHash } from './sessions.js';

/** Longest life of a token, in milliseconds. */
export const TTL_MAX = 30 * 86_400_000;
/** So that people and secret scanners recognise one. */
const PREFIX = 'rd_';

export interface TokenPerson {
  ref: Id;
  grant: Grant;
  organisationId: Id;
}

interface Row {
  ref: string;
  role: Role;
  municipality_id: string;
  expires_at: number;
  organisation_id: string;
}

/** Times are milliseconds since 1970, from the caller's clock. */
export class Tokens {
  private readonly statements;

  /** Prepared once: compiling a statement takes longer than running it, and every request of a script looks its token up. */
  constructor(db: Db) {
    this.statements = {
      clear: db.prepare<[number]>('DELETE FROM tokens WHERE expires_at <= ?'),
      insert: db.prepare<[string, Id, Role, string, number]>('INSERT INTO tokens VALUES (?, ?, ?, ?, ?)'),
      // With the organisation of this directory, so that a request of a script reads once.
      find: db.prepare<[string], Row>(
        'SELECT tokens.*, organisation.id AS organisation_id FROM tokens, organisation WHERE hash = ?',
      ),
    };
  }

  /** A new token; its text is nowhere else. */
  issue(organisationId: Id, grant: Grant, now: number, ttl: number): string {
    const token = PREFIX + newSecret();
    const municipality = grant.municipalityId ?? '';
    const ref = idOf('token-person', organisationId, grant.role, municipality);
    this.statements.clear.run(now);
    this.statements.insert.run(secretHash(token), ref, grant.role, municipality, now + ttl);
    return token;
  }

  /** Who a token is for, or undefined when it is unknown or over, or no organisation was set up. */
  find(token: string, now: number): TokenPerson | undefined {
    const row = this.statements.find.get(secretHash(token));
    if (!row || row.expires_at <= now) return undefined;
    return {
      ref: row.ref,
      organisationId: row.organisation_id,
      grant: row.municipality_id === '' ? { role: row.role } : { role: row.role, municipalityId: row.municipality_id },
    };
  }
}
