// The raw steps under replay and rebuild, each alone: read pages of the file, parse, unseal, hash the ids, insert constant rows. Their sum
// is the serial limit: nothing that does all of them on one thread can be quicker. Pages are measured one by one, so memory stays flat.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteVault } from '../src/vault/sqlite.vault.js';
import { unsealEvent, type SealedEvent } from '../src/vault/sealing.js';
import type { Recorded } from '../workflows/kit/types.js';
import { now, scratch } from './support.js';

const PAGE = 2_000;
/** Rows in one transaction, as the runner does. */
const GROUP = 200;

export type Step = 'read' | 'parse' | 'unseal' | 'hash' | 'rows';

interface Row {
  position: number;
  stream: string;
  id: string;
  type: string;
  bytes: Uint8Array;
}

/** Milliseconds per event of each step over the log in that directory, and how many events there are. */
export function rawSteps(directory: string): { perEvent: Record<Step, number>; events: number } {
  const db = new Database(join(directory, 'events.sqlite'), { readonly: true });
  const page = db.prepare<[number, number], Row>(
    'SELECT position, stream, id, type, bytes FROM events WHERE position > ? ORDER BY position LIMIT ?',
  );
  const vault = SqliteVault.open({ directory });
  const rows = rowsOf();
  const spent: Record<Step, number> = { read: 0, parse: 0, unseal: 0, hash: 0, rows: 0 };
  const step = <T>(name: Step, work: () => T): T => {
    const start = now();
    const result = work();
    spent[name] += now() - start;
    return result;
  };
  let [events, after, chain] = [0, 0, ''];
  for (;;) {
    const read = step('read', () => page.all(after, PAGE));
    const texts = read.map(({ bytes }) => Buffer.from(bytes).toString());
    const parsed = step('parse', () => texts.map((text) => JSON.parse(text) as Recorded & { sealed?: string[] }));
    const sealed: SealedEvent[] = parsed.map((one) => ({ recorded: one, sealed: one.sealed ?? [] }));
    step('unseal', () => sealed.forEach((one) => unsealEvent(one, vault)));
    step('hash', () => {
      for (const { id } of read) chain = hash('sha256', chain + id, 'hex');
    });
    step('rows', () => rows.insert(read));
    events += read.length;
    after = read.at(-1)?.position ?? after;
    if (read.length < PAGE) break;
  }
  rows.remove();
  vault.close();
  db.close();
  const perEvent = Object.fromEntries(Object.entries(spent).map(([name, ms]) => [name, ms / events]));
  return { perEvent: perEvent as Record<Step, number>, events };
}

const NL = 'Er is een gesprek gehouden met 31 bewoners in de wijk; de sfeer was rustig.';
const EN = 'A conversation was held with 31 residents of the district; the mood was calm.';

/** Constant rows: a line with its full text, and the status of its trajectory. */
function rowsOf(): { insert(read: readonly Row[]): void; remove(): void } {
  const place = scratch();
  const db = new Database(join(place.directory, 'raw.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON']) db.pragma(pragma);
  db.exec(
    'CREATE TABLE line (nr INTEGER PRIMARY KEY, event TEXT UNIQUE, trajectory TEXT, day TEXT, type TEXT); CREATE INDEX by_trajectory ON line (trajectory, day)',
  );
  db.exec(
    "CREATE VIRTUAL TABLE words USING fts5 (nl, en); INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
  );
  db.exec('CREATE TABLE status (id TEXT PRIMARY KEY, state TEXT, last TEXT, count INTEGER)');
  const line = db.prepare('INSERT INTO line (nr, event, trajectory, day, type) VALUES (?, ?, ?, ?, ?)');
  const words = db.prepare('INSERT INTO words (rowid, nl, en) VALUES (?, ?, ?)');
  const status = db.prepare(
    "INSERT INTO status VALUES (?, 'active', ?, 1) ON CONFLICT (id) DO UPDATE SET last = excluded.last, count = count + 1",
  );
  const group = db.transaction((batch: readonly Row[]) => {
    for (const { position, id, stream, type } of batch) {
      line.run(position, id, stream, '2026-01-01', type);
      words.run(position, NL, EN);
      status.run(stream, type);
    }
  });
  return {
    insert: (read) => {
      for (let from = 0; from < read.length; from += GROUP) group(read.slice(from, from + GROUP));
    },
    remove: () => {
      db.close();
      place.remove();
    },
  };
}
