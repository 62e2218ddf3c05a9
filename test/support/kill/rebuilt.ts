// Holding the rows that are served to rows made anew: from a copy of the log and the keys alone, in another directory.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../../projections/registry.js';
import { systemClock } from '../../../src/clock/clock.js';
import type { LogChoice } from '../../../src/event-log/open-log.js';
import { Runtime } from '../../../src/runtime.js';
import { freshDirectory } from '../log/directory.js';
import { rowsOf } from '../projecting/stage.js';

/** All rows of all projections of a data directory, `projection table row` each. How far they are and their hash are among them. */
export function rowsIn(directory: string): string[] {
  return projections.flatMap((projection) =>
    Object.entries(rowsOf(join(directory, 'read'), projection)).flatMap(([table, rows]) =>
      rows.map((row) => `${projection.name} ${table} ${row}`),
    ),
  );
}

/** A copy of the log, the vault and the organisation's key, without any rows. The directory may be open, but not written to. */
export function copyWithoutRows(directory: string): string {
  const copy = freshDirectory();
  for (const name of readdirSync(directory))
    if (!/^(read|lock\.sqlite.*)$/.test(name)) cpSync(join(directory, name), join(copy, name), { recursive: true });
  return copy;
}

/** The rows that a fresh start makes of a copy without rows. Throws when they do not account for every event. */
export async function rebuiltRows(copy: string, eventLog: LogChoice = { kind: 'sqlite' }): Promise<string[]> {
  const runtime = await Runtime.open({ directory: copy, clock: systemClock, demo: false, eventLog });
  await runtime.start();
  const reached = await runtime.runner.waitFor((await runtime.log.head()) ?? '-1', 60_000);
  const verdicts = await runtime.runner.verify();
  await runtime.close();
  if (!reached || verdicts.some(({ ok }) => !ok)) throw new Error(`Not rebuilt: ${JSON.stringify(verdicts)}`);
  return rowsIn(copy);
}

/** Rows that only one of the two has. */
export function differences(served: readonly string[], rebuilt: readonly string[]): string[] {
  const [here, there] = [new Set(served), new Set(rebuilt)];
  return [
    ...served.filter((row) => !there.has(row)).map((row) => `only served: ${row}`),
    ...rebuilt.filter((row) => !here.has(row)).map((row) => `only rebuilt: ${row}`),
  ];
}
