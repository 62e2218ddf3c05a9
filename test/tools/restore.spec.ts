// Restoring: nothing is moved before everything is proved, what was there is kept aside, and who was erased stays erased.
import { describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../src/clock/clock.js';
import { Runtime } from '../../src/runtime.js';
import { SqliteVault } from '../../src/vault/sqlite.vault.js';
import { runInTest, type CliResult } from '../support/cli.js';
import { filledDirectory } from '../support/filled.js';
import { eventsIn } from '../support/kill/log-file.js';
import { freshDirectory } from '../support/log/directory.js';

const cli = (directory: string, ...args: string[]): Promise<CliResult> => runInTest(args, { DATA_DIR: directory });
const opened = (directory: string): Promise<Runtime> => Runtime.open({ directory, clock: systemClock, demo: false });

async function backedUp(directory: string): Promise<string> {
  const backup = join(freshDirectory(), 'backup');
  expect(await cli(directory, 'backup', '--to', backup)).toMatchObject({ code: 0, err: [] });
  return backup;
}

async function keyOf(directory: string, person: string): Promise<string> {
  const vault = SqliteVault.open({ directory });
  const { id } = vault.subjectKey(person, `event-${person}`);
  await vault.commit();
  vault.close();
  return id;
}

const manifestWith = (file: string): string =>
  `{"format":"rode-draad-backup","version":1,"eventLog":"sqlite","log":{"events":0,"digest":""},"files":[${file}]}`;

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
    writeFileSync(join(target, 'ballast'), 'room');
    const { code, out } = await cli(target, 'restore', '--from', backup, '--replace');
    expect(existsSync(join(target, 'ballast'))).toBe(true);
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

  it('leaves the demo beside it alone, which may be running', async () => {
    const [demo, target] = [await filledDirectory(), freshDirectory()];
    const backup = await backedUp(demo);
    const running = await Runtime.open({ directory: join(target, 'demo'), clock: systemClock, demo: true });
    const restored = await cli(target, 'restore', '--from', backup);
    await running.close();
    expect(restored).toMatchObject({ code: 0, err: [] });
    expect(existsSync(join(target, 'demo', 'events.sqlite'))).toBe(true);
  });

  it('with a ledger that cannot be read is refused and leaves no keys behind', async () => {
    const backup = await backedUp(await filledDirectory());
    const target = freshDirectory();
    for (const ledger of [join(backup, 'manifest.json'), join(backup, 'nowhere'), backup]) {
      const { code, err } = await cli(target, 'restore', '--from', backup, '--erasures', ledger);
      expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining(ledger) as unknown });
      expect(readdirSync(target).filter((name) => !name.startsWith('lock'))).toEqual([]);
    }
  });

  it.each([
    ['null'],
    ['[]'],
    ['{"format":"rode-draad-backup","version":1,"files":[],"log":{}}'],
    [manifestWith('{}')],
    [manifestWith('null')],
    [manifestWith('{"name":"../x","sha256":""}')],
  ])('of a backup that says of itself %s is refused', async (manifest) => {
    const backup = freshDirectory();
    writeFileSync(join(backup, 'manifest.json'), manifest);
    for (const args of [
      ['restore', '--from'],
      ['verify', '--backup'],
    ]) {
      const { code, err } = await cli(freshDirectory(), ...args, backup);
      expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining('manifest.json') as unknown });
    }
  });
});

describe('an erasure', () => {
  it('is kept by a restore that was cut off when it had set the ledger aside', async () => {
    const directory = await filledDirectory();
    const key = await keyOf(directory, 'person-1');
    const backup = await backedUp(directory);
    const vault = SqliteVault.open({ directory });
    vault.destroySubject('person-1');
    vault.close();
    const aside = join(directory, 'replaced-20260407T080000Z');
    for (const cut of [aside, join(directory, 'restoring')]) mkdirSync(cut);
    for (const name of readdirSync(directory).filter((found) => /^(events|erasures)/.test(found)))
      renameSync(join(directory, name), join(aside, name));
    expect((await cli(directory, 'restore', '--from', backup)).code).toBe(0);
    const restored = SqliteVault.open({ directory });
    expect(restored.secret(key)).toBeUndefined();
    restored.close();
  });

  it('stays: a restore brings no destroyed key back, neither of the ledger that was there nor of one that is named', async () => {
    const directory = await filledDirectory();
    const [one, other] = [await keyOf(directory, 'person-1'), await keyOf(directory, 'person-2')];
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
      const secrets = [one, other].map((id) => restored.secret(id) !== undefined);
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
