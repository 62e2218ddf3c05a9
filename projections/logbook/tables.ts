// Tables of the logbook. What holds clear text of people stands apart in `line` and `line_person`; an erasure empties those, and SQLite
// overwrites what is deleted (secure_delete, and the same of the full-text index).

/** `nr` sorts lines by when they happened; see order.ts. It is also the row of the line in the full-text table. */
export const TABLES = [
  `CREATE TABLE entry (nr INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, entry_id TEXT NOT NULL, trajectory_id TEXT NOT NULL,
    municipality_ids TEXT NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL, happened_on TEXT NOT NULL, happened_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL, days_late INTEGER NOT NULL, phase TEXT, round TEXT, auto INTEGER NOT NULL, category TEXT NOT NULL,
    actor_kind TEXT NOT NULL, actor_ref TEXT NOT NULL, actor_role TEXT NOT NULL, decided_role TEXT, visibility TEXT NOT NULL,
    mark TEXT, event_ids TEXT NOT NULL) STRICT`,
  'CREATE INDEX entry_of_trajectory ON entry (trajectory_id, nr)',
  // `scope` holds the ids of trajectory and municipalities as words, so that a search for common words stays within them.
  `CREATE VIRTUAL TABLE line USING fts5 (scope, open_nl, open_en, nl, en, with_whom, discussed, yield, consideration,
    corrections UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')`,
  `INSERT INTO line (line, rank) VALUES ('secure-delete', 1)`,
  // What remains of a line without the texts of its persons; and the texts of this one, where the line has more persons.
  `CREATE TABLE line_person (person TEXT NOT NULL, event_id TEXT NOT NULL, template TEXT NOT NULL, own TEXT NOT NULL,
    PRIMARY KEY (person, event_id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX line_person_event ON line_person (event_id)',
  'CREATE TABLE erased_person (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID',
] as const;
