// Everything about who is who in one data directory: the organisation, its municipalities by name, accounts, sessions and tokens.
import type { Id } from '../../workflows/kit/types.js';
import type { Db } from '../event-log/sqlite/open-database.js';
import type { Caller } from '../trajectories/caller.js';
import { Accounts } from './accounts.js';
import { DemoState } from './demo-state.js';
import { openIdentityDatabase } from './identity-database.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

export interface Organisation {
  id: Id;
  name: string;
  demo: boolean;
}

export interface Municipality {
  id: Id;
  name: string;
}

export class Identity {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly demo: DemoState;

  private readonly noted;
  /** What the log says and the file did not take; it counts until the file does. */
  private told: { organisation: Organisation; municipalities: readonly Municipality[] } | undefined;

  constructor(private readonly db: Db) {
    this.noted = db.prepare<[], { id: string; name: string; demo: number }>('SELECT * FROM organisation');
    this.accounts = new Accounts(db);
    this.sessions = new Sessions(db);
    this.tokens = new Tokens(db);
    this.demo = new DemoState(db);
  }

  /** Opens or makes `identity.sqlite` in the directory. */
  static open(directory: string): Identity {
    return new Identity(openIdentityDatabase(directory));
  }

  /** The organisation of this directory, once it was set up. */
  organisation(): Organisation | undefined {
    if (this.told) return this.told.organisation;
    const row = this.noted.get();
    return row && { id: row.id, name: row.name, demo: row.demo === 1 };
  }

  /**
   * Notes what the log says of the organisation, so that `token` and `account` know it beside a running server. It counts here also when
   * the file does not take it.
   */
  know(organisation: Organisation, municipalities: readonly Municipality[]): void {
    this.told = { organisation, municipalities };
    const store = this.db.transaction(() => {
      this.db.prepare('DELETE FROM organisation').run();
      this.db
        .prepare('INSERT INTO organisation VALUES (?, ?, ?)')
        .run(organisation.id, organisation.name, organisation.demo ? 1 : 0);
      this.db.prepare('DELETE FROM municipalities').run();
      const insert = this.db.prepare('INSERT INTO municipalities VALUES (?, ?)');
      municipalities.forEach(({ id, name }) => insert.run(id, name));
    });
    store.immediate();
    this.told = undefined;
  }

  /** Notes what the file did not take before. */
  noteAgain(): void {
    if (this.told) this.know(this.told.organisation, this.told.municipalities);
  }

  municipalities(): Municipality[] {
    if (this.told) return this.told.municipalities.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return this.db.prepare<[], Municipality>('SELECT id, name FROM municipalities ORDER BY name').all();
  }

  /** Who a bearer token is for. `now` in milliseconds since 1970. */
  callerOfToken(token: string, now: number): Caller | undefined {
    const person = this.tokens.find(token, now);
    return person && { kind: 'person', ref: person.ref, organisationId: person.organisationId, grants: [person.grant] };
  }

  /** Who an active account is, and the function name that its pages show. */
  personOfAccount(ref: Id): { caller: Caller; name: string } | undefined {
    const organisation = this.organisation();
    const account = this.accounts.byRef(ref);
    if (!organisation || !account?.active) return undefined;
    const { name, grants } = account;
    return { caller: { kind: 'person', ref, organisationId: organisation.id, grants }, name };
  }

  /** The one active approver of these municipalities. */
  approverOf(_organisationId: Id, municipalityIds: readonly Id[]): Id | undefined {
    return this.accounts.onlyOneWith('approver', municipalityIds);
  }

  close(): void {
    this.db.close();
  }
}
