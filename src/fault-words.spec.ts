// Faults as they really come from SQLite and the system are told in one Dutch sentence; what nobody expected stays a bug.
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdirSync, mkdtempSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogCorrupt, LogUnavailable } from './event-log/errors.js';
import { sentenceOf } from './fault-words.js';

const directory = mkdtempSync(join(tmpdir(), 'rode-draad-words-'));
const path = (name: string): string => join(directory, name);

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing went wrong.');
}

const notADatabase = (): unknown => new Database(path('text.sqlite')).prepare('SELECT 1 FROM sqlite_master').get();

function full(): unknown {
  const db = new Database(path('full.sqlite'));
  db.exec('CREATE TABLE t (x)');
  db.pragma('max_page_count = 2');
  return db.prepare('INSERT INTO t VALUES (zeroblob(100000))').run();
}

function readOnly(): unknown {
  new Database(path('made.sqlite')).exec('CREATE TABLE t (x)').close();
  return new Database(path('made.sqlite'), { readonly: true }).exec('CREATE TABLE u (x)');
}

describe('a fault in words', () => {
  it.each<[string, () => unknown, string]>([
    ['a file that is no database', notADatabase, 'is geen database'],
    ['a full disk under SQLite', full, 'De schijf is vol'],
    ['writing where one may not', readOnly, 'kan niet worden geschreven'],
    ['a path that is not there', () => readdirSync(path('nowhere')), 'bestaat niet'],
    ['a directory where a file should be', () => openSync(directory, 'w'), 'een map en geen bestand'],
    ['a file where a directory should be', () => mkdirSync(path('text.sqlite/demo')), 'geen map'],
  ])('says what is wrong with %s', (_what, work, sentence) => {
    writeFileSync(path('text.sqlite'), 'Beste collega, '.repeat(100));
    const error = caught(work);
    expect(sentenceOf(error)).toContain(sentence);
  });

  it('names the place of damage, and what to do', () => {
    const damaged = sentenceOf(new LogCorrupt({ stream: 'trajectory-x', revision: 4, position: '12' }, 'checksum'));
    expect(damaged).toContain('beschadigd (stroom trajectory-x, volgnummer 4, positie 12)');
    expect(damaged).toContain('npx rode-draad verify');
    expect(sentenceOf(new LogUnavailable('full', 'SQLITE_FULL'))).toContain('De schijf is vol');
    expect(sentenceOf(new LogUnavailable('unanswered', 'no answer'))).toContain('geeft geen antwoord');
  });

  it('has none for a bug', () => {
    expect([new TypeError('x is undefined'), 'text', undefined].map(sentenceOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
