// A log that was filled in part, or not at all: it is not opened as if it were whole, and the same command finishes it.
import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { systemClock } from '../../src/clock/clock.js';
import type { StoredEvent } from '../../src/event-log/event-log.js';
import { openOrganisation } from '../../src/first-start.js';
import { intoLog } from '../../src/moving/into-log.js';
import { noteUnfinished } from '../../src/moving/unfinished.js';
import { Runtime } from '../../src/runtime.js';
import { runInTest, type CliResult } from '../support/cli.js';
import { filledDirectory, tamper } from '../support/filled.js';
import { eventsIn } from '../support/kill/log-file.js';
import { freshDirectory } from '../support/log/directory.js';

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

describe('events that came over in part', () => {
  it('are not opened as if they were all, until the same command has finished', async () => {
    const directory = await filledDirectory();
    const file = await exported(directory);
    const target = freshDirectory();
    const opening = (): Promise<Runtime> => Runtime.open({ directory: target, clock: systemClock, demo: false });
    const half = intoLog(
      { log: { kind: 'sqlite' }, directory: target, command: `import --from ${file}` },
      async (log, onWriting) => {
        onWriting();
        for (const { stream, revision, ...event } of eventsIn(directory).slice(0, 5))
          await log.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
        throw new Error('The power failed.');
      },
    );
    await expect(half).rejects.toThrow('The power failed');
    await expect(opening()).rejects.toThrow(`npx rode-draad import --from ${file}`);
    const checked = await cli(target, 'verify', '--log-only');
    expect({ code: checked.code, out: checked.out.join() }).toMatchObject({
      code: 1,
      out: expect.stringContaining('1 fout gevonden'),
    });
    expect((await cli(target, 'rebuild')).err.join()).toContain('nog niet heel');
    expect((await cli(target, 'import', '--from', file)).out.join()).toContain('5 gebeurtenissen stonden er al');
    expect(essence(eventsIn(target))).toEqual(essence(eventsIn(directory)));
    expect(await cli(target, 'verify', '--log-only')).toMatchObject({ code: 0 });
    await (await opening()).close();
  });

  it('do not keep a server off the log that they came from', async () => {
    const directory = await filledDirectory();
    noteUnfinished(directory, { log: 'eventstoredb', command: 'migrate --from sqlite --to eventstoredb' });
    await (await Runtime.open({ directory, clock: systemClock, demo: false })).close();
  });

  it('are opened without accounts with a warning; an empty log is opened only when somebody asks for an organisation', async () => {
    const target = freshDirectory();
    const starting = async (empty: boolean): Promise<string> => {
      const runtime = await Runtime.open({ directory: target, clock: systemClock, demo: false });
      const said: string[] = [];
      const eventLog = { kind: 'sqlite' } as const;
      const start = openOrganisation(runtime, { eventLog }, { empty, name: 'Ander' }, (text) => said.push(text));
      return start.then(() => said.join()).finally(() => runtime.close());
    };
    await expect(starting(false)).rejects.toThrow('is leeg');
    await cli(target, 'import', '--from', await exported(await filledDirectory()));
    expect(await starting(false)).toContain('geen accounts');
    tamper(target, 'UPDATE events SET crc = crc + 1 WHERE stream LIKE ?', 'organisation-%');
    await expect(starting(true)).rejects.toThrow('begint niet met een organisatie');
  });
});
