// Which data directory a command is about: the real organisation where there is one, else the demo beside it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from './config.js';

export interface DataDirectory {
  directory: string;
  demo: boolean;
}

/**
 * The directory with the organisation of this installation. A real one is there once its event log exists. With the log on a server there
 * is one directory only: whether it is the demo stands in the log.
 */
export function dataDirectory({ dataDir, eventLog }: Pick<Config, 'dataDir' | 'eventLog'>): DataDirectory {
  const directory = resolve(dataDir);
  return eventLog.kind === 'eventstoredb' || existsSync(join(directory, 'events.sqlite'))
    ? { directory, demo: false }
    : { directory: join(directory, 'demo'), demo: true };
}
