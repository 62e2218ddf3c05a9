// One SQLite file with who may log in: accounts, sessions, tokens, and the names a command beside the server needs to know.
// It is not part of the event log: accounts are about access, not about what happened in a trajectory.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Db } from '../event-log/sqlite/open-database.js';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS organisation (id TEXT PRIMARY KEY, name TEXT NOT NULL, demo INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS demo (one INTEGER PRIMARY KEY CHECK (one = 1), today TEXT NOT NULL, done INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS demo_story (
  one INTEGER PRIMARY KEY CHECK (one = 1), trajectories INTEGER NOT NULL, years INTEGER NOT NULL, seed INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS municipalities (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS accounts (
  ref TEXT PRIMARY KEY, name TEXT NOT NULL, login TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, active INTEGER NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS grants (
  ref TEXT NOT NULL REFERENCES accounts(ref), role TEXT NOT NULL, municipality_id TEXT NOT NULL, PRIMARY KEY (ref, role, municipality_id)
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  hash TEXT PRIMARY KEY, ref TEXT NOT NULL REFERENCES accounts(ref), csrf TEXT NOT NULL, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sessions_ref ON sessions (ref);
CREATE TABLE IF NOT EXISTS tokens (
  hash TEXT PRIMARY KEY, ref TEXT NOT NULL, role TEXT NOT NULL, municipality_id TEXT NOT NULL, expires_at INTEGER NOT NULL
) STRICT;
`;

/** Opens or makes `identity.sqlite` in the directory; several processes may have it open. */
export function openIdentityDatabase(directory: string): Db {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return openDatabase(join(directory, 'identity.sqlite'), { schema: SCHEMA, secureDelete: true });
}
