// Which data directory a command is about: the real organisation where there is one, else the demo beside it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface DataDirectory {
  directory: string;
  demo: boolean;
}

/** The directory with the organisation of this installation. A real one is there once its event log exists. */
export function dataDirectory(dataDir: string): DataDirectory {
  const directory = resolve(dataDir);
  return existsSync(join(directory, 'events.sqlite'))
    ? { directory, demo: false }
    : { directory: join(directory, 'demo'), demo: true };
}
