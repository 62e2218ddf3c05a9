// An opened file keeps what it acknowledges, and one whose settings did not take is refused.
import { describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDirectory } from '../../../test/support/log/directory.js';
import { checkVersion, openDatabase, readBack } from './open-database.js';

describe('opening a SQLite file', () => {
  it('has WAL, FULL and foreign keys in force after tables were read and written', () => {
    const db = openDatabase(join(freshDirectory(), 'a.sqlite'), {
      schema: 'CREATE TABLE t (n INTEGER)',
      secureDelete: true,
    });
    db.exec('INSERT INTO t VALUES (1); SELECT * FROM t');
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map((s) =>
      db.pragma(s, { simple: true }),
    );
    db.close();
    expect(settings).toEqual(['wal', 2, 1, 1]);
  });

  it('refuses a setting that is not in force', () => {
    const db = openDatabase(join(freshDirectory(), 'a.sqlite'), { schema: '' });
    db.pragma('synchronous = NORMAL');
    expect(() => readBack(db, { synchronous: 2 })).toThrow(/synchronous is 1, not 2/);
    db.close();
  });

  it('refuses a SQLite with the race that can damage a file', () => {
    for (const old of ['3.40.1', '3.51.2', '2.99.9', '3.51']) expect(() => checkVersion(old)).toThrow(/too old/);
    for (const good of ['3.51.3', '3.51.10', '3.52.0', '4.0.0']) expect(() => checkVersion(good)).not.toThrow();
  });

  it('refuses a file that is no database', () => {
    const file = join(freshDirectory(), 'a.sqlite');
    writeFileSync(file, 'no database at all, but long enough to look at '.repeat(100));
    expect(() => openDatabase(file, { schema: '' })).toThrow(/not a database/);
  });
});
