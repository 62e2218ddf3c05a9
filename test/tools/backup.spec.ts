// Backup: made beside the process that writes, whole or not there, and proved against itself. And rebuilding what it leaves out.
import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../src/backup/manifest.js';
import { systemClock } from '../../src/clock/clock.js';
import { Runtime } from '../../src/runtime.js';
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
