// The command line beside a data directory: one token on stdout and nothing else, clear refusals, passwords shown once.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf } from '../../workflows/kit/ids.js';
import { Identity } from '../identity/identity.js';
import { COMMANDS } from './registry.js';
import { runInTest, type CliResult } from '../../test/support/cli.js';

const NOW = '2026-04-07T08:00:00.000Z';
const OOSTERKOOG = idOf('Oosterkoog');
let directory: string;
let identity: Identity;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rode-draad-cli-'));
  identity = Identity.open(join(directory, 'demo'));
  identity.know({ id: idOf('organisation'), name: 'De Drie Kogen', demo: true }, [
    { id: OOSTERKOOG, name: 'Oosterkoog' },
  ]);
});
afterEach(() => {
  identity.close();
  rmSync(directory, { recursive: true });
});

const run = (...args: string[]): Promise<CliResult> => runInTest(args, { DATA_DIR: directory }, { now: NOW });

describe('npx rode-draad token', () => {
  it('prints the token alone, for a person that stays the same', async () => {
    const first = await run('token', '--role', 'processCoordinator', '--municipality', OOSTERKOOG);
    const second = await run('token', '--role', 'processCoordinator', '--municipality', 'oosterkoog', '--ttl', '30m');
    expect(first).toMatchObject({ code: 0, err: [] });
    expect(first.out).toHaveLength(1);
    const now = Date.parse(NOW);
    const [one, two] = [first, second].map(({ out }) => identity.callerOfToken(out[0] ?? '', now));
    expect(one).toEqual({
      kind: 'person',
      ref: expect.any(String),
      organisationId: idOf('organisation'),
      grants: [{ role: 'processCoordinator', municipalityId: OOSTERKOOG }],
    });
    expect(two).toEqual(one);
    expect(identity.callerOfToken(second.out[0] ?? '', now + 1_800_000)).toBeUndefined();
    expect(identity.callerOfToken(first.out[0] ?? '', now + 3_599_999)).toEqual(one);
  });

  it.each([
    ['no role', [], 'Geef een rol'],
    ['an unknown role', ['--role', 'burgemeester'], "rol 'burgemeester'"],
    ['a role that accounts do not have', ['--role', 'system'], "rol 'system'"],
    ['a role per municipality without one', ['--role', 'client'], 'Noem een gemeente'],
    ['an unknown municipality', ['--role', 'client', '--municipality', 'Elders'], "gemeente 'Elders'"],
    [
      'a municipality for the whole organisation',
      ['--role', 'admin', '--municipality', 'Oosterkoog'],
      'hele organisatie',
    ],
    ['a strange duration', ['--role', 'admin', '--ttl', '1 hour'], "duur '1 hour'"],
    ['too long a life', ['--role', 'admin', '--ttl', '31d'], "duur '31d'"],
    ['an unknown option', ['--role', 'admin', '--forever', 'yes'], '--forever'],
  ])('refuses %s with one clear sentence and nothing on stdout', async (_what, args, sentence) => {
    const { code, out, err } = await run('token', ...args);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join(' ')).toContain(sentence);
  });
});

describe('npx rode-draad account', () => {
  it('makes an account whose password is shown once and works, and ends it', async () => {
    const made = await run(
      'account',
      '--name',
      'Projectleider',
      '--login',
      'Leider.Oost',
      '--role',
      'projectLeader',
      '--municipality',
      'Oosterkoog',
    );
    const password = /Wachtwoord: (\S+)/.exec(made.out.join('\n'))?.[1] ?? '';
    expect(await identity.accounts.verified('leider.oost', password)).toMatchObject({
      name: 'Projectleider',
      grants: [{ role: 'projectLeader', municipalityId: OOSTERKOOG }],
    });
    expect(await identity.accounts.verified('leider.oost', `${password}x`)).toBeUndefined();
    expect((await run('account', '--name', 'Ander', '--login', 'leider.oost', '--role', 'admin')).code).toBe(1);
    expect((await run('account', '--end', 'leider.oost')).code).toBe(0);
    expect(await identity.accounts.verified('leider.oost', password)).toBeUndefined();
    expect((await run('account', '--end', 'leider.oost')).code).toBe(1);
  });

  it.each([
    ['a part of the options', ['--name', 'Iemand']],
    ['a bad login', ['--name', 'Iemand', '--login', 'a b', '--role', 'admin']],
    ['an end with more', ['--end', 'iemand', '--name', 'Iemand']],
  ])('refuses %s', async (_what, args) => {
    expect(await run('account', ...args)).toMatchObject({ code: 1, out: [] });
  });
});

describe('npx rode-draad', () => {
  it('says how to use it', async () => {
    expect(await run()).toMatchObject({ code: 1, out: [], err: [expect.stringContaining('Gebruik:')] });
    expect(await run('dans')).toMatchObject({ code: 1, err: [expect.stringContaining("'dans'")] });
  });

  it('says that there is no organisation yet', async () => {
    const result = await runInTest(['token', '--role', 'admin'], { DATA_DIR: join(directory, 'elsewhere') });
    expect(result).toMatchObject({ code: 1, err: [expect.stringContaining('nog geen organisatie')] });
  });

  it.each([
    ['twice', ['--to', 'a', '--to', 'b'], '--to staat er twee keer'],
    ['without its value', ['--to'], 'Achter --to hoort een waarde'],
    ['with the next option as its value', ['--to', '--quiet'], 'Achter --to hoort een waarde'],
    ['with a value that it does not take', ['--to', 'a', '--quiet=1'], 'Achter --quiet hoort geen waarde'],
    ['without its name', ['a'], "'a' wordt niet begrepen"],
    ['that does not exist', ['--naar', 'a'], '--naar bestaat niet'],
    ['by a letter', ['-q'], '-q bestaat niet'],
    ['that is empty', ['--to', ' '], 'Geef het bestand met --to'],
  ])('says what is wrong with an option %s, and shows how it is used', async (_what, args, sentence) => {
    const { code, out, err } = await run('export', ...args);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join()).toContain(sentence);
    expect(err.join()).toContain('Gebruik:');
  });

  it('answers help on something that does not exist with what does exist', async () => {
    expect(await run('help', 'dans')).toMatchObject({ code: 1, out: [], err: [expect.stringContaining("'dans'")] });
  });

  it('tells a place that cannot be used in a sentence', async () => {
    const { code, err } = await runInTest(['backup', '--to', join(directory, 'b')], { DATA_DIR: '/dev/null' });
    expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining('geen map') as unknown });
  });

  it('builds no rows of a log that is not there', async () => {
    const elsewhere = join(directory, 'elsewhere');
    const { code, err } = await runInTest(['rebuild'], { DATA_DIR: elsewhere });
    expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringContaining('goede map') as unknown });
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('answers help on the output, of everything and of each command, without doing anything', async () => {
    const { code, out, err } = await run('help');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    for (const [name, load] of Object.entries(COMMANDS)) {
      const command = await load();
      expect(command.name).toBe(name);
      expect(out.join()).toContain(command.summary);
      const help = await run(name, '--help');
      expect(help).toMatchObject({ code: 0, err: [] });
      expect(help.out.join()).toContain(`npx rode-draad ${command.usage[0]}`);
      const strange = await run(name, '--dans');
      expect(strange.err.join()).toContain('--dans');
      expect(strange.code).toBe(name === 'start' ? 0 : 1);
    }
  });
});
