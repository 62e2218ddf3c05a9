// Tables of the learning report. Nothing here is personal or sealed: ids, dates, counts, amounts, and names that everyone may see.

export const TABLES = [
  `CREATE TABLE trajectory (trajectory_id TEXT PRIMARY KEY, title TEXT NOT NULL, theme TEXT NOT NULL, level TEXT NOT NULL,
    municipalities TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  'CREATE INDEX trajectory_theme ON trajectory (theme)',
  `CREATE TABLE trajectory_municipality (municipality_id TEXT NOT NULL, trajectory_id TEXT NOT NULL,
    PRIMARY KEY (municipality_id, trajectory_id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX municipality_of ON trajectory_municipality (trajectory_id)',
  // One thing to learn from: a finished phase, round, contribution, group, an agreement, an override. `day` decides in which period it counts.
  `CREATE TABLE item (trajectory_id TEXT NOT NULL, ord INTEGER NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, data TEXT NOT NULL,
    events TEXT NOT NULL, PRIMARY KEY (trajectory_id, ord)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX item_of_kind ON item (kind, day, trajectory_id)',
  // The event with which a phase really began, by its key; PhaseStarted says when it could begin.
  `CREATE TABLE first_event (trajectory_id TEXT NOT NULL, key TEXT NOT NULL, event_id TEXT NOT NULL,
    PRIMARY KEY (trajectory_id, key)) STRICT, WITHOUT ROWID`,
] as const;
