// A log into which events are being put is not to be used before all of them are there: what is half there looks whole to a server. So the
// data directory says so from the first event to the last, also when the work is broken off in between.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogRefused } from '../event-log/errors.js';
import { syncDirectory } from './line-file.js';

const FILE = 'unfinished.json';

/** Which log is half filled, and the command that finishes it. */
export interface Unfinished {
  log: 'sqlite' | 'eventstoredb';
  command: string;
}

/** From here on that log is not whole; lasts a power failure. */
export function noteUnfinished(directory: string, note: Unfinished): void {
  writeFileSync(join(directory, FILE), `${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
  syncDirectory(directory);
}

/** Everything is there. */
export function noteFinished(directory: string): void {
  rmSync(join(directory, FILE), { force: true });
}

/** @throws LogRefused when that log was filled in part only, with what to do. */
export function refuseUnfinished(directory: string, log: Unfinished['log']): void {
  const sentence = whyUnfinished(directory, log);
  if (sentence !== undefined) throw new LogRefused('other-log', sentence);
}

/** The sentence about a log that was filled in part only; undefined for a whole one. */
export function whyUnfinished(directory: string, log: Unfinished['log']): string | undefined {
  const note = noteIn(directory);
  if (!note || note.log !== log) return undefined;
  return (
    'Het logboek is nog niet heel: het vullen ervan is onderbroken of nog bezig. Geef dezelfde opdracht opnieuw, dan gaat zij ' +
    `verder: npx rode-draad ${note.command}`
  );
}

function noteIn(directory: string): Unfinished | undefined {
  const file = join(directory, FILE);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Unfinished;
  } catch {
    // Cut while it was being written: nothing was added yet.
    return undefined;
  }
}
