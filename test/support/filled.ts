// A data directory with an organisation in it: the demo's story through commands, projected and closed, for tests of tools around the log.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { systemClock } from '../../src/clock/clock.js';
import { DEMO_ORGANISATION } from '../../src/demo/fill.js';
import { seedDemo } from '../../src/demo/seed.js';
import { Runtime } from '../../src/runtime.js';
import { freshDirectory } from './log/directory.js';

let filled: Promise<string> | undefined;

/** A copy of its own for each test; the story is played once per suite. */
export async function filledDirectory(): Promise<string> {
  filled ??= fill();
  const directory = freshDirectory();
  cpSync(await filled, directory, { recursive: true });
  return directory;
}

async function fill(): Promise<string> {
  const directory = freshDirectory();
  const runtime = await Runtime.open({ directory, clock: systemClock, demo: false });
  await seedDemo({
    around: runtime.around,
    organisationId: DEMO_ORGANISATION,
    today: '2026-06-26',
    since: '2026-03-01',
    progress: () => undefined,
    createAccount: () => Promise.resolve(),
  });
  await runtime.settings.renew(DEMO_ORGANISATION);
  await runtime.start();
  if (!(await runtime.runner.waitFor((await runtime.log.head()) ?? '-1', 60_000))) throw new Error('Not projected.');
  await runtime.close();
  return directory;
}

/** Runs one statement on the log of a directory, as damage or a bad hand would; answers how many rows it changed. */
export function tamper(directory: string, sql: string, ...values: unknown[]): number {
  const db = new Database(join(directory, 'events.sqlite'));
  const { changes } = db.prepare(sql).run(...values);
  db.close();
  return changes;
}
