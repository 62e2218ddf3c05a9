// What is said of the room on a disk, and the file that keeps some aside.
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestClock } from '../../test/support/test-clock.js';
import { freshDirectory } from '../../test/support/log/directory.js';
import { LogUnavailable } from '../event-log/errors.js';
import { BALLAST, Ballast, BALLAST_BYTES, PLENTY } from './ballast.js';
import { StorageWatch } from './storage-watch.js';

const FULL = new LogUnavailable('full', 'SQLITE_FULL: database or disk is full');

function watching(room = true, free = PLENTY) {
  const directory = freshDirectory();
  const clock = new TestClock('2026-04-07T08:00:00.000Z');
  const state = { room, free, asked: 0 };
  const asked = (): boolean => {
    state.asked += 1;
    return state.room;
  };
  const watch = new StorageWatch({ directory, clock, rooms: [() => true, asked], free: () => state.free });
  const later = (ms: number): void => clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString());
  return { directory, watch, state, later };
}

describe('room on the disk', () => {
  it('is taken for granted while there is plenty and nothing failed', () => {
    const { watch, state } = watching(false);
    watch.note(new LogUnavailable('busy', 'SQLITE_BUSY'));
    expect(watch.look()).toBeUndefined();
    expect(state.asked).toBe(0);
  });

  it('is gone from the error that a command met until it is found again, whatever the disk says is free', () => {
    const { watch, state, later } = watching(false);
    watch.note(new Error('the vault', { cause: FULL }));
    later(5_000);
    const full = { code: 'storage-full', since: '2026-04-07T08:00:00.000Z' };
    expect(watch.look()).toMatchObject(full);
    watch.note(FULL);
    expect(watch.look()).toMatchObject(full);
    state.room = true;
    later(1_000);
    expect(watch.look()).toBeUndefined();
  });

  it('is tried when little is free, before a command meets it, and at most once a second', () => {
    const { watch, state, later } = watching(false, 0);
    expect(watch.look()).toMatchObject({ code: 'storage-full' });
    watch.look();
    expect(state.asked).toBe(1);
    later(1_000);
    state.room = true;
    expect(watch.look()).toBeUndefined();
    expect(state.asked).toBe(2);
  });
});

describe('the ballast', () => {
  const size = (directory: string): number | undefined =>
    statSync(join(directory, BALLAST), { throwIfNoEntry: false })?.size;

  it('is laid when there is plenty, and again after it was used and there is plenty again', async () => {
    const { directory, watch, state } = watching();
    watch.look();
    await watch.ballast.settled();
    expect(size(directory)).toBeUndefined();
    watch.start();
    await watch.ballast.settled();
    expect(size(directory)).toBe(BALLAST_BYTES);
    expect(readdirSync(directory)).toEqual([BALLAST]);
    rmSync(join(directory, BALLAST));
    state.free = PLENTY - 1;
    watch.look();
    await watch.ballast.settled();
    expect(size(directory)).toBeUndefined();
    state.free = PLENTY;
    watch.look();
    await watch.stop();
    expect(size(directory)).toBe(BALLAST_BYTES);
  });

  it('is left away without a word when it cannot be written, and what is there is left as it is', async () => {
    const directory = freshDirectory();
    await new Ballast(join(directory, 'gone')).lay();
    expect(existsSync(join(directory, 'gone'))).toBe(false);
    writeFileSync(join(directory, BALLAST), 'mine');
    await new Ballast(directory).lay();
    expect(size(directory)).toBe(4);
  });
});
