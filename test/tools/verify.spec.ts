// `npx rode-draad verify`: what is whole is said to be whole; every kind of damage is named with its place, and no text of a person is shown.
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32c } from '../../src/event-log/crc32c.js';
import type { StoredEvent } from '../../src/event-log/event-log.js';
import { Runtime } from '../../src/runtime.js';
import { systemClock } from '../../src/clock/clock.js';
import { projections } from '../../projections/registry.js';
import { runInTest, type CliResult } from '../support/cli.js';
import { filledDirectory, tamper } from '../support/filled.js';
import { eventsIn } from '../support/kill/log-file.js';

const verify = (directory: string, ...args: string[]): Promise<CliResult> =>
  runInTest(['verify', ...args], { DATA_DIR: directory });

/** What lies there, but for the files that SQLite keeps beside an open database. */
const filesIn = (directory: string): string[] => readdirSync(directory).filter((name) => !/-(wal|shm)$/.test(name));

/** An event in the middle of a trajectory with more after it, and the last one of another. */
function someOf(directory: string): { middle: StoredEvent; last: StoredEvent } {
  const events = eventsIn(directory);
  const [stream = ''] = new Set(events.filter((e) => e.stream.startsWith('trajectory-')).map((e) => e.stream));
  const middle = events.find((e) => e.stream === stream && e.revision === 10);
  const others = events.filter((e) => e.stream.startsWith('trajectory-') && e.stream !== stream);
  // One that is not the last of the log, so that a position is seen to be empty.
  const last = others.find((e) => !others.some((o) => o.stream === e.stream && o.revision > e.revision));
  if (!middle || !last || last.position === events.at(-1)?.position) throw new Error('The story is too short.');
  return { middle, last };
}

describe('verify of a whole directory', () => {
  it('says that all is well, with every projection compared, and leaves nothing behind', async () => {
    const directory = await filledDirectory();
    const before = filesIn(directory);
    const { code, out, progress } = await verify(directory);
    expect({ code, out }).toEqual({ code: 0, out: expect.any(Array) as unknown });
    for (const { name } of projections)
      expect(out.join('\n')).toMatch(new RegExp(`Overzicht '${name}': [\\d.]+ rijen gelijk aan een nieuwe opbouw`));
    expect(out.at(-2)).toMatch(new RegExp(`^Logboek: ${eventsIn(directory).length} gebeurtenissen in \\d+ stromen`));
    expect(out.at(-1)).toBe('Alles in orde.');
    expect(progress).toContain('Logboek nalopen: klaar');
    expect(filesIn(directory)).toEqual(before);
  });

  it('runs beside the process that has the directory', async () => {
    const directory = await filledDirectory();
    const runtime = await Runtime.open({ directory, clock: systemClock, demo: false });
    await runtime.start();
    const { code, out } = await verify(directory, '--quiet');
    await runtime.close();
    expect(out.at(-1)).toBe('Alles in orde.');
    expect(code).toBe(0);
  });

  it('is silent on the error stream with --quiet, and says when there is no log', async () => {
    const directory = await filledDirectory();
    expect(await verify(directory, '--log-only', '--quiet')).toMatchObject({ code: 0, err: [], progress: '' });
    const { code, err } = await verify(join(directory, 'read'));
    expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining('geen logboek') as unknown });
  });
});

describe('verify of a damaged log', () => {
  it('names the place of a flipped byte, and goes on behind it', async () => {
    const directory = await filledDirectory();
    const { middle } = someOf(directory);
    const bytes = Buffer.from(middle.bytes);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    expect(tamper(directory, 'UPDATE events SET bytes = ? WHERE position = ?', bytes, Number(middle.position))).toBe(1);
    const { code, out } = await verify(directory, '--log-only');
    expect(out.filter((line) => line.startsWith('FOUT'))).toEqual([
      `FOUT stroom ${middle.stream}, volgnummer 10, positie ${middle.position}: ` +
        'de opgeslagen bytes zijn veranderd (het controlegetal klopt niet).',
    ]);
    expect(code).toBe(1);
  });

  it('sees by the chain that bytes were changed together with their checksum', async () => {
    const directory = await filledDirectory();
    const { middle } = someOf(directory);
    const bytes = Buffer.from(middle.bytes.toString().replace('"version":1', '"version":2'));
    expect(bytes.equals(middle.bytes)).toBe(false);
    tamper(
      directory,
      'UPDATE events SET bytes = ?, crc = ? WHERE position = ?',
      bytes,
      crc32c(bytes),
      Number(middle.position),
    );
    const { code, out } = await verify(directory, '--log-only');
    expect(out.filter((line) => line.startsWith('FOUT'))).toEqual([
      expect.stringContaining(
        `stroom ${middle.stream}, volgnummer 10, positie ${middle.position}: de keten klopt niet`,
      ),
    ]);
    expect(code).toBe(1);
  });

  it('names an event dropped from the middle of a stream, and the empty position', async () => {
    const directory = await filledDirectory();
    const { middle } = someOf(directory);
    tamper(directory, 'DELETE FROM events WHERE position = ?', Number(middle.position));
    const { code, out } = await verify(directory);
    const text = out.join('\n');
    expect(text).toMatch(
      new RegExp(`stroom ${middle.stream}, volgnummer 10, positie \\d+: deze gebeurtenis ontbreekt`),
    );
    expect(text).toContain(`FOUT positie ${middle.position}: op deze positie ontbreekt een gebeurtenis.`);
    expect(text).toMatch(/FOUT Overzicht 'logbook'/);
    expect(code).toBe(1);
  });

  it('names the position where the last event of a stream is gone, and the trajectory by its rows', async () => {
    const directory = await filledDirectory();
    const { last } = someOf(directory);
    tamper(directory, 'DELETE FROM events WHERE position = ?', Number(last.position));
    const { code, out } = await verify(directory);
    const text = out.join('\n');
    expect(text).toContain(`FOUT positie ${last.position}: op deze positie ontbreekt een gebeurtenis.`);
    expect(text).toMatch(
      new RegExp(`tabel trajectory wijkt af.*Trajecten: .*${last.stream.slice('trajectory-'.length)}`),
    );
    expect(code).toBe(1);
  });

  it('sees by the rows that the end of the log is gone', async () => {
    const directory = await filledDirectory();
    tamper(directory, 'DELETE FROM events WHERE position = (SELECT max(position) FROM events)');
    const { code, out } = await verify(directory);
    expect(out.join('\n')).toContain(`FOUT Overzicht 'logbook': het logboek mist gebeurtenissen`);
    expect(code).toBe(1);
  });

  it('sees an event moved to another stream, and an index that differs from its table', async () => {
    const directory = await filledDirectory();
    const { middle, last } = someOf(directory);
    tamper(
      directory,
      'UPDATE events SET stream = ?, revision = ? WHERE position = ?',
      last.stream,
      last.revision + 1,
      Number(middle.position),
    );
    const { code, out } = await verify(directory, '--log-only');
    expect(out.join('\n')).toContain(
      `stroom ${last.stream}, volgnummer ${last.revision + 1}, positie ${middle.position}: de inhoud is geen gebeurtenis van deze plaats`,
    );
    expect(code).toBe(1);
  });
});

describe('verify of rows that differ', () => {
  it('names the table and the trajectory and shows no text', async () => {
    const directory = await filledDirectory();
    const read = join(directory, 'read');
    const file = readdirSync(read).find((name) => /^read-status-overview-v\d+\.sqlite$/.test(name)) ?? '';
    const db = new Database(join(read, file));
    const id = db.prepare<[], string>('SELECT trajectory_id FROM trajectory LIMIT 1').pluck().get() ?? '';
    db.prepare(`UPDATE trajectory SET title = 'Geheim van iemand' WHERE trajectory_id = ?`).run(id);
    db.close();
    const { code, out } = await verify(directory);
    expect(out.join('\n')).toMatch(
      new RegExp(`FOUT Overzicht 'status-overview': tabel trajectory wijkt af .*Trajecten: ${id}\\.`),
    );
    expect(out.join('\n')).not.toContain('Geheim');
    expect(out.at(-1)).toBe('Er is 1 fout gevonden.');
    expect(code).toBe(1);
  });
});
