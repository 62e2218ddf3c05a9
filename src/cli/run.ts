// What `npx rode-draad` does, with its surroundings handed in so that tests can run it. Answers the exit code.
import { BadBackup } from '../backup/manifest.js';
import { BadConfig } from '../config.js';
import { LogBehind, LogCorrupt, LogLocked, LogRefused, LogUnavailable } from '../event-log/errors.js';
import { LoginTaken } from '../identity/accounts.js';
import { BadGrant } from '../identity/roles.js';
import { BadExport, TargetRefused } from '../moving/moving-errors.js';
import { VaultCorrupt, VaultUnavailable } from '../vault/vault.js';
import { BadCall, BadUsage, usageOf, type CliAround, type Command } from './command.js';
import { helpText } from './help.js';
import { COMMANDS } from './registry.js';

/** Exit code of a command that Ctrl+C has ended, as shells have it. */
const INTERRUPTED = 130;

/** Runs one command. Expected faults are one sentence on the error stream and exit code 1. */
export async function runCli(args: string[], env: NodeJS.ProcessEnv, around: CliAround): Promise<number> {
  const [name = '', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) return help(rest[0], around);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    around.err(name === '' ? await helpText() : `De opdracht '${name}' bestaat niet.\n\n${await helpText()}`);
    return 1;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) return help(name, around);
  try {
    return (await command.run(rest, env, around)) ?? 0;
  } catch (error) {
    if (around.interrupted.aborted) {
      around.err('Afgebroken. Wat af was, blijft; dezelfde opdracht gaat verder of begint opnieuw.');
      return INTERRUPTED;
    }
    if (!isExpected(error)) throw error;
    around.err(messageOf(error, command));
    return 1;
  }
}

/** Help that was asked for is an answer, so it goes to the output. */
async function help(name: string | undefined, around: CliAround): Promise<number> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const command = await load?.();
  around.out(command ? `${command.summary}\n\n${usageOf(command)}\n\n${command.about}` : await helpText());
  return 0;
}

const EXPECTED = [
  BadBackup,
  BadCall,
  BadConfig,
  BadExport,
  BadGrant,
  LoginTaken,
  LogBehind,
  LogCorrupt,
  LogLocked,
  LogRefused,
  LogUnavailable,
  TargetRefused,
  VaultCorrupt,
  VaultUnavailable,
];

function isExpected(error: unknown): error is Error {
  return EXPECTED.some((kind) => error instanceof kind) || isOfTheDisk(error);
}

/** A path that is not there or may not be used: the message of the system names it. */
function isOfTheDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    typeof code === 'string' && ['ENOENT', 'EACCES', 'ENOSPC', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EROFS'].includes(code)
  );
}

const messageOf = (error: Error, command: Command): string =>
  error instanceof BadUsage ? `${error.message}\n\n${usageOf(command)}` : error.message;
