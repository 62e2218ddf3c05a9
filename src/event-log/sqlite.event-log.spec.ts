// The SQLite log keeps the contract, and what only a file can break: a second start, a restart, damage, a full disk, a failing disk.
import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { eventLogContract } from '../../test/event-log.contract.js';
import { freshDirectory } from '../../test/support/log/directory.js';
import { anEvent, appended, everything, idsOf, someEvents } from '../../test/support/log/events.js';
import { LogCorrupt, LogLocked } from './errors.js';
import { SqliteEventLog } from './sqlite.event-log.js';

eventLogContract('SQLite', () => SqliteEventLog.open(freshDirectory()));

const opened: SqliteEventLog[] = [];
const open = (directory: string) => {
  const log = SqliteEventLog.open(directory);
  opened.push(log);
  return log;
};
/** Changes the file behind the back of the log, which must be closed. */
const tamper = (directory: string, sql: string, ...values: unknown[]) => {
  const db = new Database(join(directory, 'events.sqlite'));
  db.prepare(sql).run(...values);
  db.close();
};
afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
});

describe('the SQLite log', () => {
  it('refuses a second start on the same directory, in words for the person who starts it, until the first is closed', async () => {
    const directory = freshDirectory();
    const first = open(directory);
    expect(() => open(directory)).toThrow(LogLocked);
    expect(() => open(directory)).toThrow(/al in gebruik door een ander proces van Rode Draad/);
    await first.close();
    expect(await open(directory).head()).toBeUndefined();
  });

  it('has everything back after a restart, and still knows a repeat', async () => {
    const directory = freshDirectory();
    const before = open(directory);
    const first = await before.append('s', 'none', someEvents('a', 2));
    await before.append('s', 1, someEvents('b', 1));
    await before.close();
    const after = open(directory);
    expect(await after.append('s', 'none', someEvents('a', 2))).toEqual(first);
    expect(await after.append('s', 2, someEvents('a', 1))).toEqual({ kind: 'wrong-revision', actual: 2 });
    expect(idsOf(await everything(after))).toEqual(['a-0', 'a-1', 'b-0']);
  });

  it('commits appends that come together once, and one that comes alone by itself', async () => {
    const log = open(freshDirectory());
    await Promise.all(Array.from({ length: 32 }, (_, n) => log.append(`s${n}`, 'none', someEvents(`s${n}`, 2))));
    expect(log.metrics()).toEqual({ transactions: 1, appends: 32, events: 64 });
    await log.append('t', 'none', someEvents('t', 1));
    await log.append('t', 0, someEvents('u', 1));
    expect(log.metrics()).toEqual({ transactions: 3, appends: 34, events: 66 });
  });

  it('splits a group at 500 appends and at 4 MB', async () => {
    const many = open(freshDirectory());
    await Promise.all(Array.from({ length: 501 }, (_, n) => many.append(`s${n}`, 'none', someEvents(`s${n}`, 1))));
    expect(many.metrics()).toMatchObject({ transactions: 2, appends: 501 });
    const large = open(freshDirectory());
    await Promise.all(
      Array.from({ length: 5 }, (_, n) => large.append(`s${n}`, 'none', [anEvent(`s${n}`, 1_000_000)])),
    );
    expect(large.metrics()).toMatchObject({ transactions: 2, appends: 5 });
  });

  it('gives positions beyond what a JavaScript number holds exactly', async () => {
    const directory = freshDirectory();
    const log = open(directory);
    await log.append('s', 'none', someEvents('a', 1));
    await log.close();
    tamper(directory, 'UPDATE events SET position = 9007199254740993');
    const again = open(directory);
    expect(appended(await again.append('s', 0, someEvents('b', 2))).position).toBe('9007199254740995');
    expect((await again.readAll('9007199254740993', 10)).map((e) => e.position)).toEqual([
      '9007199254740994',
      '9007199254740995',
    ]);
    expect((await again.at('9007199254740994'))?.id).toBe('b-0');
    expect(await again.head()).toBe('9007199254740995');
  });
});

describe('the SQLite log when its file fails', () => {
  it('finds one flipped bit, names the place, and serves none of the page', async () => {
    const directory = freshDirectory();
    const log = open(directory);
    await log.append('s', 'none', someEvents('a', 3));
    await log.close();
    const flipped = Buffer.from(someEvents('a', 2)[1]?.bytes ?? []);
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    tamper(directory, 'UPDATE events SET bytes = ? WHERE revision = 1', flipped);
    const again = open(directory);
    const place = { stream: 's', revision: 1, position: '2' };
    await expect(again.readStream('s', 0)).rejects.toMatchObject({ name: 'LogCorrupt', place });
    await expect(again.readAll('-1', 10)).rejects.toMatchObject({ place });
    await expect(again.at('2')).rejects.toThrow(LogCorrupt);
    const failure = new Promise((resolve) => again.subscribe('-1', () => Promise.resolve(), resolve));
    expect(await failure).toBeInstanceOf(LogCorrupt);
    expect(idsOf(await again.readStream('s', 2))).toEqual(['a-2']);
  });

  it('finds an event that is gone from a stream', async () => {
    const directory = freshDirectory();
    const log = open(directory);
    await log.append('s', 'none', someEvents('a', 3));
    await log.close();
    tamper(directory, 'DELETE FROM events WHERE revision = 1');
    await expect(open(directory).readStream('s', 0)).rejects.toMatchObject({ place: { stream: 's', revision: 1 } });
  });

  it('stops writing for good after an error of the file, says so, and stores nothing of the group', async () => {
    const directory = freshDirectory();
    const log = open(directory);
    await log.append('s', 'none', someEvents('a', 1));
    const other = new Database(join(directory, 'events.sqlite'));
    other.exec('ALTER TABLE events RENAME TO hidden');
    const group = ['b', 'c'].map((name) => log.append(name, 'none', someEvents(name, 1)));
    for (const append of group) await expect(append).rejects.toMatchObject({ name: 'LogUnavailable', code: 'io' });
    expect(log.health()).toMatchObject({ state: 'stopped' });
    other.exec('ALTER TABLE hidden RENAME TO events');
    other.close();
    await expect(log.append('d', 'none', someEvents('d', 1))).rejects.toMatchObject({ code: 'stopped' });
    expect(idsOf(await everything(log))).toEqual(['a-0']);
    await log.close();
    const again = open(directory);
    expect(appended(await again.append('d', 'none', someEvents('d', 1))).revision).toBe(0);
  });

  it('goes on after another connection was in the way', async () => {
    const directory = freshDirectory();
    const log = open(directory);
    const other = new Database(join(directory, 'events.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await expect(log.append('s', 'none', someEvents('a', 1))).rejects.toMatchObject({ code: 'busy' });
    other.close();
    expect(log.health()).toEqual({ state: 'open' });
    expect(appended(await log.append('s', 'none', someEvents('a', 1))).revision).toBe(0);
  });

  it('empties the write-ahead log into the file', async () => {
    const directory = freshDirectory();
    const log = open(directory);
    for (let n = 0; n < 20; n++) await log.append('s', n === 0 ? 'none' : n - 1, [anEvent(`e${n}`, 10_000)]);
    expect(statSync(join(directory, 'events.sqlite-wal')).size).toBeGreaterThan(0);
    expect(log.maintain()).toBe(true);
    expect(statSync(join(directory, 'events.sqlite-wal')).size).toBe(0);
    expect(await everything(log)).toHaveLength(20);
  });
});
