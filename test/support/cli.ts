// The command line in the process of a test: what it prints and how it ends, with a clock that stands still and a screen that is no terminal.
import { PassThrough } from 'node:stream';
import type { CliAround } from '../../src/cli/command.js';
import { runCli } from '../../src/cli/run.js';

export interface CliResult {
  code: number;
  out: string[];
  err: string[];
  /** What was shown as progress. */
  progress: string;
}

/** Runs one command as `npx rode-draad` does. `start` starts nothing here; it only says what it was given. */
export async function runInTest(
  args: string[],
  env: NodeJS.ProcessEnv,
  given: { now?: string; interrupted?: AbortSignal } = {},
): Promise<CliResult> {
  const [out, err]: [string[], string[]] = [[], []];
  const stream = new PassThrough();
  const around: CliAround = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now: () => given.now ?? '2026-04-07T08:00:00.000Z',
    elapsed: () => 0,
    screen: { stream, isTerminal: false },
    interrupted: given.interrupted ?? new AbortController().signal,
    start: (options) => Promise.resolve(void err.push(`start ${options.join(' ')}`)),
  };
  const code = await runCli(args, env, around);
  return { code, out, err, progress: String(stream.read() ?? '') };
}
