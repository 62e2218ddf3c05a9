// Putting events into a log from elsewhere: the log is kept by this process meanwhile, says that it is not whole until it is, and is not
// left behind empty when nothing could go in.
import type { EventLog } from '../event-log/event-log.js';
import { openLog, type LogChoice } from '../event-log/open-log.js';
import { dropEmptyLog } from './empty-log.js';
import { noteFinished, noteUnfinished } from './unfinished.js';

/** The log that is filled, and the command that does it. */
export interface Filling {
  log: LogChoice;
  directory: string;
  command: string;
  /** Hears when a server is waited for. */
  waiting?: ((sentence: string) => void) | undefined;
}

/** Does the work with the log open; the work says when it begins to write. */
export async function intoLog<T>(
  { log: choice, directory, command, waiting }: Filling,
  work: (log: EventLog, onWriting: () => void) => Promise<T>,
): Promise<T> {
  const log = await openLog(choice, directory, waiting);
  let isWhole = false;
  try {
    const result = await work(log, () => noteUnfinished(directory, { log: choice.kind, command }));
    isWhole = true;
    noteFinished(directory);
    return result;
  } finally {
    await log.close();
    if (!isWhole && choice.kind === 'sqlite' && (await dropEmptyLog(directory))) noteFinished(directory);
  }
}
