// The table of events and the statements on it; everything here is synchronous and runs inside the caller's transaction.
import { baseOf, judge, pageSize, type Stored } from '../append-rule.js';
import type { AppendResult, EventToAppend, ExpectedRevision, StoredEvent } from '../event-log.js';
import { checkBytes, checkDense } from '../integrity.js';
import type { Db } from './open-database.js';

/** Positions are row numbers. Rows are never removed, so a number is never given twice. */
export const EVENT_SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL,
    chain TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;`;

/** One append as it waits for its group. */
export interface Append {
  stream: string;
  expected: ExpectedRevision;
  events: readonly EventToAppend[];
}

/** The position as text: row numbers may grow beyond what a JavaScript number holds. */
const COLUMNS = 'CAST(position AS TEXT) AS position, stream, revision, id, type, bytes, crc, chain';

export class EventStore {
  private readonly statements;

  constructor(db: Db) {
    this.statements = {
      insert: db.prepare<[string, number, string, string, Uint8Array, number, string]>(
        'INSERT INTO events (stream, revision, id, type, bytes, crc, chain) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      last: db.prepare<[string], number | null>('SELECT max(revision) FROM events WHERE stream = ?').pluck(),
      has: db.prepare<[string], number>('SELECT 1 FROM events WHERE id = ?').pluck(),
      place: db.prepare<[string, number], { id: string; chain: string; position: string }>(
        'SELECT id, chain, CAST(position AS TEXT) AS position FROM events WHERE stream = ? AND revision = ?',
      ),
      stream: db.prepare<[string, number, number], StoredEvent>(
        `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
      ),
      all: db.prepare<[bigint, number], StoredEvent>(
        `SELECT ${COLUMNS} FROM events WHERE events.position > ? ORDER BY events.position LIMIT ?`,
      ),
      at: db.prepare<[bigint], StoredEvent>(`SELECT ${COLUMNS} FROM events WHERE events.position = ?`),
      head: db.prepare<[], string | null>('SELECT CAST(max(position) AS TEXT) FROM events').pluck(),
    };
    this.statements.insert.safeIntegers();
  }

  /** Judges and stores one append. Nothing is written unless all of it is. */
  append({ stream, expected, events }: Append): AppendResult {
    const verdict = judge(this.lookup, stream, expected, events);
    if (verdict.kind === 'wrong') return { kind: 'wrong-revision', actual: verdict.actual };
    const base = baseOf(expected);
    const revision = base + events.length;
    if (verdict.kind === 'repeat') return { ...verdict, kind: 'appended', revision };
    let position: number | bigint = 0n;
    for (const [index, { id, type, bytes, crc, chain }] of events.entries()) {
      position = this.statements.insert.run(stream, base + 1 + index, id, type, bytes, crc, chain).lastInsertRowid;
    }
    return { kind: 'appended', revision, position: String(position) };
  }

  /** @throws LogCorrupt when an event of the page is damaged or missing. */
  readStream(stream: string, from: number, limit: number): StoredEvent[] {
    const events = this.checked(this.statements.stream.all(stream, from, pageSize(limit)));
    checkDense(events, stream, from);
    return events;
  }

  /** @throws LogCorrupt when an event of the page is damaged. */
  readAll(after: string, limit: number): StoredEvent[] {
    return this.checked(this.statements.all.all(rowNumber(after), pageSize(limit)));
  }

  /** @throws LogCorrupt when the event is damaged. */
  at(position: string): StoredEvent | undefined {
    const event = this.statements.at.get(rowNumber(position));
    return event && this.checked([event])[0];
  }

  head(): string | undefined {
    return this.statements.head.get() ?? undefined;
  }

  private checked(events: StoredEvent[]): StoredEvent[] {
    events.forEach(checkBytes);
    return events;
  }

  private readonly lookup: Stored = {
    lastRevision: (stream) => this.statements.last.get(stream) ?? -1,
    has: (id) => this.statements.has.get(id) !== undefined,
    place: (stream, revision) => this.statements.place.get(stream, revision),
  };
}

/** The position as a number that SQLite can hold; beyond the highest there is nothing. */
function rowNumber(position: string): bigint {
  const highest = 0x7fff_ffff_ffff_ffffn;
  const row = BigInt(position);
  return row > highest ? highest : row;
}
