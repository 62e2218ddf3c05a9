// Local accounts: who may log in, under which function, with which roles for which municipality.
import { randomUUID } from 'node:crypto';
import type { Id, Instant, Role } from '../../workflows/kit/types.js';
import type { Db } from '../event-log/sqlite/open-database.js';
import type { Grant } from '../trajectories/caller.js';
import { checkPassword, hashPassword, NOBODY } from './passwords.js';

export interface Account {
  /** The person in events. */
  ref: Id;
  /** What screens show: a function, not the name of a person. */
  name: string;
  login: string;
  active: boolean;
  grants: Grant[];
}

export interface NewAccount {
  name: string;
  login: string;
  password: string;
  grants: readonly Grant[];
  createdAt: Instant;
  /** Given when seeding, so that events can name the person beforehand; else a new one. */
  ref?: Id;
}

interface Row {
  ref: string;
  name: string;
  login: string;
  hash: string;
  active: number;
}

/** The login name is in use; it stays taken when an account has ended, because events name who it was. */
export class LoginTaken extends Error {
  override readonly name = 'LoginTaken';
  constructor(login: string) {
    super(`De inlognaam '${login}' is al in gebruik. Kies een andere.`);
  }
}

export class Accounts {
  private readonly statements;

  /** What every page and every decision may ask is prepared once: compiling a statement takes longer than running it. */
  constructor(private readonly db: Db) {
    this.statements = {
      byLogin: db.prepare<[string], Row>('SELECT * FROM accounts WHERE login = ?'),
      byRef: db.prepare<[string], Row>('SELECT * FROM accounts WHERE ref = ?'),
      grants: db.prepare<[string], { role: Role; municipality_id: string }>(
        'SELECT role, municipality_id FROM grants WHERE ref = ? ORDER BY role, municipality_id',
      ),
      fitting: db
        .prepare<[Role, string], Id>(
          `SELECT DISTINCT ref FROM accounts JOIN grants USING (ref)
           WHERE active = 1 AND role = ? AND municipality_id IN (SELECT value FROM json_each(?)) LIMIT 2`,
        )
        .pluck(),
    };
  }

  /** @throws LoginTaken */
  async create(account: NewAccount): Promise<Account> {
    const { name, login, password, grants, createdAt, ref = randomUUID() } = account;
    const hash = await hashPassword(password);
    const store = this.db.transaction(() => {
      if (this.byLogin(login)) throw new LoginTaken(login);
      this.db
        .prepare('INSERT INTO accounts VALUES (?, ?, ?, ?, 1, ?)')
        .run(ref, name, login.toLowerCase(), hash, createdAt);
      const grant = this.db.prepare('INSERT OR IGNORE INTO grants VALUES (?, ?, ?)');
      grants.forEach(({ role, municipalityId }) => grant.run(ref, role, municipalityId ?? ''));
    });
    store.immediate();
    return { ref, name, login: login.toLowerCase(), active: true, grants: [...grants] };
  }

  /** Gives an account another password and ends its sessions. */
  async changePassword(login: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    const change = this.db.transaction(() => {
      const account = this.byLogin(login);
      if (!account) return;
      this.db.prepare('UPDATE accounts SET hash = ? WHERE ref = ?').run(hash, account.ref);
      this.db.prepare('DELETE FROM sessions WHERE ref = ?').run(account.ref);
    });
    change.immediate();
  }

  /** Ends an account and its sessions at once. False when there is no such account, or it has ended. */
  end(login: string): boolean {
    const ended = this.db.transaction(() => {
      const account = this.byLogin(login);
      if (!account?.active) return false;
      this.db.prepare('UPDATE accounts SET active = 0 WHERE ref = ?').run(account.ref);
      this.db.prepare('DELETE FROM sessions WHERE ref = ?').run(account.ref);
      return true;
    });
    return ended.immediate();
  }

  /** The active account with this login and password, or undefined. Takes as long for an unknown login as for a known one. */
  async verified(login: string, password: string): Promise<Account | undefined> {
    const row = this.statements.byLogin.get(login.toLowerCase());
    const fits = await checkPassword(row?.hash ?? NOBODY, password);
    return row && fits && row.active === 1 ? this.toAccount(row) : undefined;
  }

  byLogin(login: string): Account | undefined {
    const row = this.statements.byLogin.get(login.toLowerCase());
    return row && this.toAccount(row);
  }

  byRef(ref: Id): Account | undefined {
    const row = this.statements.byRef.get(ref);
    return row && this.toAccount(row);
  }

  /** All accounts, by login name. */
  all(): Account[] {
    return this.db
      .prepare<[], Row>('SELECT * FROM accounts ORDER BY login')
      .all()
      .map((row) => this.toAccount(row));
  }

  /** The person behind a role in these municipalities, when exactly one active account has it. */
  onlyOneWith(role: Role, municipalityIds: readonly Id[]): Id | undefined {
    // A grant for the whole organisation is kept under an empty id, which no municipality has.
    const fitting = this.statements.fitting.all(role, JSON.stringify(municipalityIds));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  private toAccount({ ref, name, login, active }: Row): Account {
    const grants = this.statements.grants.all(ref);
    return {
      ref,
      name,
      login,
      active: active === 1,
      grants: grants.map(({ role, municipality_id: id }) => (id === '' ? { role } : { role, municipalityId: id })),
    };
  }
}
