// `demo` on a data directory: the story that was asked for, passwords on stdout, and no second story over the first.
import { expect, it } from '@jest/globals';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInTest, type CliResult } from '../../test/support/cli.js';
import { freshDirectory } from '../../test/support/log/directory.js';
import { systemClock } from '../clock/clock.js';
import { demoOf } from '../demo/fill.js';
import { Runtime } from '../runtime.js';

const run = (directory: string, ...options: string[]): Promise<CliResult> =>
  runInTest(['demo', ...options], { DATA_DIR: directory }, { now: '2026-11-02T09:00:00.000Z' });

it('makes the demo once, with the passwords of its accounts, and says so the second time', async () => {
  const directory = freshDirectory();
  const first = await run(directory, '--trajectories', '2', '--years', '1', '--seed', '7');
  expect(first.code).toBe(0);
  expect(first.out).toHaveLength(42);
  const runtime = await Runtime.open({ directory: join(directory, 'demo'), clock: systemClock, demo: true });
  expect(demoOf(runtime)).toMatchObject({ trajectories: 2, years: 1, seed: 7, reached: 'whole' });
  const streams = new Set((await runtime.log.readAll('-1', 500)).map(({ stream }) => stream));
  await runtime.close();
  // The organisation, the four examples and the two that were asked for.
  expect(streams.size).toBe(7);
  const second = await run(directory, '--trajectories', '2', '--years', '1', '--seed', '7');
  expect(second).toMatchObject({ code: 1, out: [], err: ['De demo is er al. Haal de map weg voor een nieuwe.'] });
  // As another data directory on the same log would see it: a demo that was begun elsewhere, on another day.
  ['', '-wal', '-shm'].forEach((part) => rmSync(join(directory, 'demo', `identity.sqlite${part}`), { force: true }));
  const elsewhere = await run(directory, '--trajectories', '2', '--years', '1', '--seed', '7');
  expect(elsewhere).toMatchObject({
    code: 1,
    out: [],
    err: ['Dit logboek is niet leeg. De demo wordt alleen in een leeg logboek gezet.'],
  });
});

it.each([
  ['--trajectories', '0', 'Geef een heel getal van 1 tot en met 2000'],
  ['--years', 'drie', 'Geef een heel getal van 1 tot en met 20'],
  ['--seed', '-1', 'Geef een heel getal'],
])('refuses %s %s and makes nothing', async (option, value, message) => {
  const directory = freshDirectory();
  const result = await run(directory, `${option}=${value}`);
  expect(result.code).toBe(1);
  expect(result.err.join('\n')).toContain(message);
  expect(existsSync(join(directory, 'demo'))).toBe(false);
});

it('does not go on with another story than the one that was begun', async () => {
  const directory = freshDirectory();
  const runtime = await Runtime.open({ directory: join(directory, 'demo'), clock: systemClock, demo: true });
  demoOf(runtime, { trajectories: 3, years: 1, seed: 1 });
  await runtime.close();
  const result = await run(directory, '--trajectories', '3', '--years', '1', '--seed', '2');
  expect(result.code).toBe(1);
  expect(result.err.join('\n')).toContain('begonnen met --trajectories 3 --years 1 --seed 1');
});

it('is not put beside an organisation of one’s own', async () => {
  const directory = freshDirectory();
  writeFileSync(join(directory, 'events.sqlite'), '');
  const result = await run(directory);
  expect(result.code).toBe(1);
  expect(result.err.join('\n')).toContain('staat al een eigen organisatie');
  expect(existsSync(join(directory, 'demo'))).toBe(false);
});
