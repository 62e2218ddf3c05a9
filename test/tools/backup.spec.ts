// Backup and restore: made beside the process that writes, whole or not there, proved against itself, with every erasure kept.
import { describe, expect, it } from '@jest/globals';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../src/backup/manifest.js';
import { systemClock } from '../../src/clock/clock.js';
import { Runtime } from '../../src/runtime.js';
import { SqliteVault } from '../../src/vault/sqlite.vault.js';
import { runInTest, type CliResult } from '../support/cli.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { filledDirectory, tamper } from '../support/filled.js';
import { eventsIn } from '../support/kill/log-file.js';
import { differences, rebuiltRows, rowsIn } from '../support/kill/rebuilt.js';
import { freshDirectory } from '../support/log/directory.js';

const cli = (directory: string, ...args: string[]): Promise<CliResult> => runInTest(args, { DATA_DIR: directory });
const opened = (directory: string): Promise<Runtime> => Runtime.open({ directory, clock: systemClock, demo: false });

async function backedUp(directory: string): Promise<string> {
  const backup = join(freshDirectory(), 'backup');
  expect(await cli(directory, 'backup', '--to', backup)).toMatchObject({ code: 0, err: [] });
  return backup;
}

describe('a backup', () => {
  it('is made beside the process that has the directory, log first and then vault, and restores to equal events and rows', async () => {
    const directory = await filledDirectory();
    const runtime = await opened(directory);
    const backup = await backedUp(directory);
    await runtime.close();
    const { log, files } = readManifest(backup);
    expect(files.map(({ name }) => name)).toEqual([
      'events.sqlite',
      'vault.sqlite',
      'organisation.key',
      'erasures.sqlite',
      'identity.sqlite',
    ]);
    expect(log).toMatchObject({ events: eventsIn(directory).length, faults: 0 });
    const target = freshDirectory();
    expect(await cli(target, 'restore', '--from', backup)).toMatchObject({ code: 0, err: [] });
    expect(eventsIn(target)).toEqual(eventsIn(directory));
    expect(differences(rowsIn(directory), await rebuiltRows(target))).toEqual([]);
    expect(await cli(directory, 'verify', '--backup', backup, '--log-only')).toMatchObject({ code: 0 });
  });

  it('tells by verify that the end of a log is gone, or that it is another log', async () => {
    const directory = await filledDirectory();
    const backup = await backedUp(directory);
    tamper(directory, 'DELETE FROM events WHERE position > (SELECT max(position) FROM events) - 3');
    const { code, out } = await cli(directory, 'verify', '--backup', backup, '--log-only');
    expect({ code, first: out[0] }).toEqual({
      code: 1,
      first: 'FOUT het logboek heeft 3 gebeurtenissen minder dan de reservekopie: het einde ontbreekt.',
    });
  });

  it('is not there under its name when it is broken off, and never written over another', async () => {
    const directory = await filledDirectory();
    const backup = join(freshDirectory(), 'backup');
    const stopped = await runInTest(
      ['backup', '--to', backup],
      { DATA_DIR: directory },
      { interrupted: AbortSignal.abort() },
    );
    expect({ code: stopped.code, left: existsSync(backup) || existsSync(`${backup}.part`) }).toEqual({
      code: 130,
      left: false,
    });
    mkdirSync(backup);
    expect((await cli(directory, 'backup', '--to', backup)).err.join()).toContain('bestaat al');
  });

  it('of a damaged log is made all the same and says so', async () => {
    const directory = await filledDirectory();
    tamper(directory, 'UPDATE events SET crc = crc + 1 WHERE position = 5');
    const backup = join(freshDirectory(), 'backup');
    const { code, err } = await cli(directory, 'backup', '--to', backup);
    expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining('1 fouten') as unknown });
    expect(existsSync(join(backup, 'events.sqlite'))).toBe(true);
  });
});

describe('a restore', () => {
  it.each<[string, (backup: string) => void, string]>([
    ['has no manifest', (backup) => rmSync(join(backup, 'manifest.json')), 'geen hele reservekopie'],
    ['misses a file', (backup) => rmSync(join(backup, 'vault.sqlite')), 'ontbreekt vault.sqlite'],
    ['has a changed file', (backup) => appendFileSync(join(backup, 'events.sqlite'), 'x'), 'events.sqlite beschadigd'],
  ])('of a backup that %s is refused and leaves nothing', async (_what, spoil, sentence) => {
    const backup = await backedUp(await filledDirectory());
    spoil(backup);
    const target = freshDirectory();
    const { code, err } = await cli(target, 'restore', '--from', backup);
    expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining(sentence) as unknown });
    expect(readdirSync(target).filter((name) => !name.startsWith('lock'))).toEqual([]);
  });

  it('into a directory that is not empty or in use is refused; with --replace what was there is kept aside', async () => {
    const [directory, target] = [await filledDirectory(), await filledDirectory()];
    const backup = await backedUp(directory);
    expect((await cli(target, 'restore', '--from', backup)).err.join()).toContain('niet leeg');
    const runtime = await opened(target);
    expect((await cli(target, 'restore', '--from', backup, '--replace')).err.join()).toContain('al in gebruik');
    await runtime.close();
    const { code, out } = await cli(target, 'restore', '--from', backup, '--replace');
    const aside = readdirSync(target).find((name) => name.startsWith('replaced-')) ?? '';
    expect({ code, told: out.join().includes(aside), aside }).toMatchObject({ code: 0, told: true });
    expect(existsSync(join(target, aside, 'events.sqlite'))).toBe(true);
    expect(existsSync(join(target, 'read'))).toBe(false);
    expect(eventsIn(target)).toEqual(eventsIn(directory));
  });

  it('begins anew when it was cut off before', async () => {
    const directory = await filledDirectory();
    const backup = await backedUp(directory);
    const target = freshDirectory();
    mkdirSync(join(target, 'restoring'));
    writeFileSync(join(target, 'vault.sqlite'), 'half');
    expect((await cli(target, 'restore', '--from', backup)).code).toBe(0);
    expect(eventsIn(target)).toEqual(eventsIn(directory));
  });

  it('brings no destroyed key back: neither of the ledger that was there nor of one that is named', async () => {
    const directory = await filledDirectory();
    const vault = SqliteVault.open({ directory });
    const [one, other] = ['person-1', 'person-2'].map((person) => vault.subjectKey(person, `event-${person}`).id);
    await vault.commit();
    vault.close();
    const backup = await backedUp(directory);
    const later = SqliteVault.open({ directory });
    expect(later.destroySubject('person-1')).toBe(1);
    later.close();
    const elsewhere = freshDirectory();
    copyFileSync(join(directory, 'erasures.sqlite'), join(elsewhere, 'erasures.sqlite'));
    expect((await cli(directory, 'restore', '--from', backup, '--replace')).code).toBe(0);
    const empty = freshDirectory();
    expect((await cli(empty, 'restore', '--from', backup, '--erasures', join(elsewhere, 'erasures.sqlite'))).code).toBe(
      0,
    );
    const without = freshDirectory();
    expect((await cli(without, 'restore', '--from', backup)).code).toBe(0);
    const known = [directory, empty, without].map((place) => {
      const restored = SqliteVault.open({ directory: place });
      const secrets = [one, other].map((id) => restored.secret(id ?? '') !== undefined);
      restored.close();
      return secrets;
    });
    // The last shows that the backup did hold the key.
    expect(known).toEqual([
      [false, true],
      [false, true],
      [true, true],
    ]);
  });
});

describe('with the log on EventStoreDB', () => {
  it('the events are backed up as an export, which import puts back', async () => {
    const directory = await filledDirectory();
    const [fake, fresh] = [await FakeEventStore.start(), await FakeEventStore.start()];
    try {
      const env = { DATA_DIR: directory, EVENTSTORE_URL: fake.url, EVENT_LOG: 'eventstoredb' };
      expect((await runInTest(['migrate', '--from', 'sqlite', '--to', 'eventstoredb'], env)).code).toBe(0);
      const backup = join(freshDirectory(), 'backup');
      expect(await runInTest(['backup', '--to', backup], env)).toMatchObject({ code: 0, err: [] });
      const there = { DATA_DIR: freshDirectory(), EVENTSTORE_URL: fresh.url, EVENT_LOG: 'eventstoredb' };
      const { code, out } = await runInTest(['restore', '--from', backup], there);
      expect({ code, out: out.join() }).toEqual({ code: 0, out: expect.stringContaining('import --from') as unknown });
      const file = join(there.DATA_DIR, 'events.jsonl');
      expect((await runInTest(['import', '--from', file], there)).code).toBe(0);
      const checked = await runInTest(['verify', '--backup', backup, '--log-only'], there);
      expect(checked).toMatchObject({ code: 0, err: [] });
    } finally {
      await Promise.all([fake.stop(), fresh.stop()]);
    }
  });
});

describe('rebuild', () => {
  it('makes the rows of one projection or all anew, and serves a log that is older than the rows', async () => {
    const directory = await filledDirectory();
    const before = rowsIn(directory);
    expect(await cli(directory, 'rebuild', '--projection', 'logbook')).toMatchObject({ code: 0, err: [] });
    expect(differences(before, rowsIn(directory))).toEqual([]);
    expect((await cli(directory, 'rebuild', '--projection', 'kroniek')).err.join()).toContain(
      "geen overzicht 'kroniek'",
    );
    const runtime = await opened(directory);
    expect((await cli(directory, 'rebuild')).err.join()).toContain('al in gebruik');
    await runtime.close();
    tamper(directory, 'DELETE FROM events WHERE position = (SELECT max(position) FROM events)');
    expect(await cli(directory, 'rebuild')).toMatchObject({ code: 0, err: [] });
    expect(await cli(directory, 'verify')).toMatchObject({ code: 0 });
  });
});
