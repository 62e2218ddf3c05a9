// Throwing away the rows of a data directory when they belong to another log, or to other positions in it; the next start makes them anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes all read models; the directory must not be in use. */
export function dropReadModels(directory: string): void {
  rmSync(join(directory, 'read'), { recursive: true, force: true });
}
