// What a command of `npx rode-draad` is, and what it gets handed: so that each command is one small file and tests can run it bare.
import type { Instant } from '../../workflows/kit/types.js';
import type { Screen } from './progress.js';

/** The world around a command. */
export interface CliAround {
  /** The one thing a script reads. */
  out: (text: string) => void;
  /** Everything meant for people. */
  err: (text: string) => void;
  now(): Instant;
  /** Milliseconds on a clock that never jumps. */
  elapsed: () => number;
  /** Where progress is shown. */
  screen: Screen;
  /** Set off by Ctrl+C: long work stops between two pages and cleans up. */
  interrupted: AbortSignal;
  /** Starts the server with these options; it keeps the process running. */
  start(args: string[]): Promise<void>;
}

export interface Command {
  name: string;
  /** What it does, in one line of the overview. */
  summary: string;
  /** How it is called, one line per form, without `npx rode-draad`. */
  usage: readonly string[];
  /** What the options mean and what is good to know, in plain sentences; shown by `--help`. */
  about: string;
  /** Answers the exit code; nothing means 0. Throws BadCall for what cannot be carried out. */
  run(args: string[], env: NodeJS.ProcessEnv, around: CliAround): Promise<number | void>;
}

/** A call that cannot be carried out; the message is for the person who typed it. */
export class BadCall extends Error {}

/** A call that cannot be understood; the usage of the command is shown below the message. */
export class BadUsage extends BadCall {}

/** How a command is called, for below a message and in `--help`. */
export const usageOf = ({ usage }: Pick<Command, 'usage'>): string =>
  `Gebruik:\n${usage.map((line) => `  npx rode-draad ${line}`).join('\n')}`;
