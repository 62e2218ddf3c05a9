// Export, import and migrate: what comes out goes in again to an equal log with equal chains, a file that is not whole changes nothing, and
// broken-off work goes on where it was.
import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { crc32c } from '../../src/event-log/crc32c.js';
import type { EventLog, StoredEvent } from '../../src/event-log/event-log.js';
import { openLogReader } from '../../src/event-log/log-reader.js';
import { MemoryEventLog } from '../../src/event-log/memory.event-log.js';
import { SqliteEventLog } from '../../src/event-log/sqlite.event-log.js';
import { importLog } from '../../src/moving/import-log.js';
import { migrateLog } from '../../src/moving/migrate-log.js';
import { runInTest, type CliResult } from '../support/cli.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { filledDirectory, tamper } from '../support/filled.js';
import { eventsIn } from '../support/kill/log-file.js';
import { differences, rebuiltRows, rowsIn } from '../support/kill/rebuilt.js';
import { freshDirectory } from '../support/log/directory.js';
import { everything } from '../support/log/events.js';

const cli = (directory: string, ...args: string[]): Promise<CliResult> => runInTest(args, { DATA_DIR: directory });

/** What must be the same after moving: everything but the position. */
const essence = (events: readonly StoredEvent[]): string[] =>
  events.map(({ stream, revision, id, type, crc, chain, bytes }) =>
    JSON.stringify([stream, revision, id, type, crc, chain, Buffer.from(bytes).toString()]),
  );

async function exported(directory: string, ...args: string[]): Promise<string> {
  const file = join(freshDirectory(), 'export.jsonl');
  expect(await cli(directory, 'export', '--to', file, ...args)).toMatchObject({ code: 0 });
  return file;
}

function trajectoryIn(directory: string): string {
  return (
    eventsIn(directory)
      .find(({ stream }) => stream.startsWith('trajectory-'))
      ?.stream.slice(11) ?? ''
  );
}

describe('an export that is imported', () => {
  it('gives an equal log with equal chains, and equal rows once the vault is put beside it', async () => {
    const directory = await filledDirectory();
    const file = await exported(directory);
    const copy = freshDirectory();
    for (const name of readdirSync(directory).filter((n) => /^(vault|organisation|erasures|identity)/.test(n)))
      cpSync(join(directory, name), join(copy, name));
    const { code, out } = await cli(copy, 'import', '--from', file);
    expect({ code, out }).toEqual({
      code: 0,
      out: [`${eventsIn(directory).length} gebeurtenissen toegevoegd, 0 gebeurtenissen stonden er al.`],
    });
    expect(essence(eventsIn(copy))).toEqual(essence(eventsIn(directory)));
    expect(differences(rowsIn(directory), await rebuiltRows(copy))).toEqual([]);
  });

  it('holds the sealed texts as they are stored, and says who, how many and to the end', async () => {
    const directory = await filledDirectory();
    const file = await exported(directory);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const [header, first, end] = [lines[0], lines[1], lines.at(-1)].map(
      (line) => JSON.parse(line ?? '') as Record<string, unknown>,
    );
    const events = eventsIn(directory);
    expect(header).toMatchObject({ format: 'rode-draad-export', version: 1, scope: 'all', events: events.length });
    expect(first).toMatchObject({ stream: events[0]?.stream, revision: 0, chain: events[0]?.chain });
    expect(first?.event).toEqual(JSON.parse(Buffer.from(events[0]?.bytes ?? []).toString()));
    expect(end).toMatchObject({ end: true, events: events.length });
    expect(readFileSync(file, 'utf8')).toContain('sealed:v1:');
  });

  it('is a repeat the second time, and one trajectory fits in a log that misses it', async () => {
    const directory = await filledDirectory();
    const trajectory = trajectoryIn(directory);
    const [all, one] = [await exported(directory), await exported(directory, '--trajectory', trajectory)];
    expect((await cli(directory, 'import', '--from', all)).out.join()).toContain('0 gebeurtenissen toegevoegd');
    const without = await filledDirectory();
    tamper(without, 'DELETE FROM events WHERE stream = ?', `trajectory-${trajectory}`);
    expect((await cli(without, 'import', '--from', one)).code).toBe(0);
    expect(essence(eventsIn(without)).sort()).toEqual(essence(eventsIn(directory)).sort());
    const empty = freshDirectory();
    expect((await cli(empty, 'import', '--from', one)).err.join()).toContain('maar één traject');
  });

  it('goes on where a broken-off import was', async () => {
    const directory = await filledDirectory();
    const file = await exported(directory);
    const log = new MemoryEventLog();
    const half = Math.floor(eventsIn(directory).length / 2);
    for (const { stream, revision, ...event } of eventsIn(directory).slice(0, half))
      await log.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
    const { added, repeated } = await importLog(log, { file, scratch: freshDirectory() });
    expect({ repeated, total: added + repeated }).toEqual({ repeated: half, total: eventsIn(directory).length });
    expect(essence(await everything(log))).toEqual(essence(eventsIn(directory)));
  });
});

describe('an export that is not whole', () => {
  const lineAt = (file: string, nr: number): string => readFileSync(file, 'utf8').split('\n')[nr] ?? '';
  const changed = (file: string, change: (text: string) => string): void =>
    writeFileSync(file, change(readFileSync(file, 'utf8')));

  it.each<[string, (file: string) => void, string]>([
    [
      'cut between two lines',
      (file) => changed(file, (text) => text.slice(0, text.indexOf('\n', 20_000) + 1)),
      'afgebroken: de slotregel ontbreekt',
    ],
    ['cut within a line', (file) => truncateSync(file, 20_000), 'afgebroken midden in regel'],
    ['cut to nothing', (file) => truncateSync(file, 0), 'leeg'],
    [
      'damaged in a line',
      (file) =>
        changed(file, (text) => text.replace(lineAt(file, 5), lineAt(file, 5).replace('"version":1', '"version":2'))),
      'Regel 6 van de export is beschadigd',
    ],
    [
      'without one of its lines',
      (file) => changed(file, (text) => text.replace(`${lineAt(file, 5)}\n`, '')),
      'past niet bij de regels ervoor',
    ],
    ['followed by more', (file) => changed(file, (text) => `${text}${lineAt(file, 1)}\n`), 'Na de slotregel'],
    ['another kind of file', (file) => writeFileSync(file, 'Beste collega,\n'), 'geen export van Rode Draad'],
    ['of a later version', (file) => changed(file, (text) => text.replace('"version":1', '"version":9')), 'versie 9'],
  ])('is refused when %s, and nothing is added', async (_what, spoil, sentence) => {
    const file = await exported(await filledDirectory());
    spoil(file);
    const empty = freshDirectory();
    const { code, out, err } = await cli(empty, 'import', '--from', file);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join()).toContain(sentence);
    // Not even an empty log: with one the directory would count as that of an organisation.
    expect(readdirSync(empty).filter((name) => !name.startsWith('lock'))).toEqual([]);
  });

  it('is refused by the log of another organisation, and by one with other events in its places', async () => {
    const directory = await filledDirectory();
    const file = await exported(directory);
    const other = await filledDirectory();
    const [first] = eventsIn(other);
    const moved = Buffer.from(
      Buffer.from(first?.bytes ?? [])
        .toString()
        .replace(/"organisationId":"[^"]+"/, '"organisationId":"elders"'),
    );
    tamper(other, 'UPDATE events SET bytes = ?, crc = ? WHERE position = 1', moved, crc32c(moved));
    expect((await cli(other, 'import', '--from', file)).err.join()).toContain('van elders');
    const forked = await filledDirectory();
    const last = eventsIn(forked).at(-1);
    tamper(forked, `UPDATE events SET chain = ? WHERE position = ?`, 'f'.repeat(64), Number(last?.position));
    const before = essence(eventsIn(forked));
    expect((await cli(forked, 'import', '--from', file)).err.join()).toContain('andere gebeurtenissen');
    expect(essence(eventsIn(forked))).toEqual(before);
  });

  it('is never there under its name: an export that is broken off leaves no file', async () => {
    const directory = await filledDirectory();
    const file = join(freshDirectory(), 'export.jsonl');
    const stopped = await runInTest(
      ['export', '--to', file],
      { DATA_DIR: directory },
      { interrupted: AbortSignal.abort() },
    );
    expect(stopped).toMatchObject({ code: 130, err: [expect.stringContaining('Afgebroken')] });
    tamper(directory, 'UPDATE events SET crc = crc + 1 WHERE position = 5');
    expect((await cli(directory, 'export', '--to', file)).code).toBe(1);
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });
});

const fakes: FakeEventStore[] = [];
afterAll(() => Promise.all(fakes.map((fake) => fake.stop())));

describe('migrate', () => {
  it('goes to EventStoreDB and back with the same ids, order, bytes and chains; the rows are made anew', async () => {
    const directory = await filledDirectory();
    const fake = await FakeEventStore.start();
    fakes.push(fake);
    const env = { DATA_DIR: directory, EVENTSTORE_URL: fake.url };
    const before = eventsIn(directory);
    const there = await runInTest(['migrate', '--from', 'sqlite', '--to', 'eventstoredb'], env);
    expect(there).toMatchObject({ code: 0, err: [] });
    expect(existsSync(join(directory, 'read'))).toBe(false);
    const reader = await openLogReader({ kind: 'eventstoredb', url: fake.url }, directory);
    expect(essence(await everything(reader as EventLog))).toEqual(essence(before));
    await reader.close();
    expect(await runInTest(['verify', '--log-only'], { ...env, EVENT_LOG: 'eventstoredb' })).toMatchObject({ code: 0 });
    const back = freshDirectory();
    const returned = await runInTest(['migrate', '--from', 'eventstoredb', '--to', 'sqlite'], {
      ...env,
      DATA_DIR: back,
    });
    expect(returned).toMatchObject({ code: 0, err: [] });
    expect(essence(eventsIn(back))).toEqual(essence(before));
    // Again is a repeat.
    const again = await runInTest(['migrate', '--from', 'sqlite', '--to', 'eventstoredb'], env);
    expect(again.out.join()).toContain(`; ${before.length} daarvan al eerder.`);
  });

  it('goes on after a cut, and refuses a target with other events or a source that is damaged', async () => {
    const directory = await filledDirectory();
    const source = await openLogReader({ kind: 'sqlite' }, directory);
    const target = SqliteEventLog.open(freshDirectory());
    const cut = new AbortController();
    const onProgress = (step: string): void => (step === 'copy' ? cut.abort() : undefined);
    const options = { scratch: freshDirectory(), signal: cut.signal, onProgress };
    await expect(migrateLog(source, target, options)).rejects.toThrow();
    for (const { stream, revision, ...event } of eventsIn(directory).slice(0, 7))
      await target.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
    const { before, events } = await migrateLog(source, target, { scratch: freshDirectory() });
    expect({ resumed: before >= 7, events }).toEqual({ resumed: true, events: eventsIn(directory).length });
    expect(essence(await everything(target))).toEqual(essence(eventsIn(directory)));
    const other = new MemoryEventLog();
    const [, second] = eventsIn(directory);
    if (second) await other.append('trajectory-x', 'none', [second]);
    await expect(migrateLog(source, other, { scratch: freshDirectory() })).rejects.toThrow('andere gebeurtenissen');
    tamper(directory, 'DELETE FROM events WHERE position = 9');
    const empty = new MemoryEventLog();
    await expect(migrateLog(source, empty, { scratch: freshDirectory() })).rejects.toThrow('beschadigd');
    expect(await empty.head()).toBeUndefined();
    await Promise.all([source.close(), target.close()]);
  });

  it('says what it needs', async () => {
    const directory = await filledDirectory();
    expect((await cli(directory, 'migrate', '--from', 'sqlite', '--to', 'sqlite')).err.join()).toContain(
      'verschillende',
    );
    expect((await cli(directory, 'migrate', '--from', 'sqlite', '--to', 'eventstoredb')).err.join()).toContain(
      'EVENTSTORE_URL',
    );
    expect((await cli(directory, 'migrate', '--from', 'papier')).err.join()).toContain('Gebruik:');
  });
});
