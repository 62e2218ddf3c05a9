// A directory of its own for each test that writes files, removed when the suite ends.
import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A new empty directory. */
export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rode-draad-'));
  made.push(directory);
  return directory;
}

afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});
