// What `npx rode-draad` does, with its surroundings handed in so that tests can run it. Answers the exit code.
import { sentenceOf } from '../fault-words.js';
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
  if (!load) return unknown(name, around);
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) return help(name, around);
  try {
    return (await command.run(rest, env, around)) ?? 0;
  } catch (error) {
    if (around.interrupted.aborted) {
      around.err('Afgebroken. Wat af was, blijft; dezelfde opdracht gaat verder of begint opnieuw.');
      return INTERRUPTED;
    }
    const message = messageOf(error, command);
    if (message === undefined) throw error;
    around.err(message);
    return 1;
  }
}

/** Help that was asked for is an answer, so it goes to the output. */
async function help(name: string | undefined, around: CliAround): Promise<number> {
  if (name !== undefined && !Object.hasOwn(COMMANDS, name)) return unknown(name, around);
  const command = name === undefined ? undefined : await COMMANDS[name]?.();
  around.out(command ? `${command.summary}\n\n${usageOf(command)}\n\n${command.about}` : await helpText());
  return 0;
}

async function unknown(name: string, around: CliAround): Promise<number> {
  around.err(name === '' ? await helpText() : `De opdracht '${name}' bestaat niet.\n\n${await helpText()}`);
  return 1;
}

/** The sentence for the person who typed the call; undefined when nobody expected this. */
function messageOf(error: unknown, command: Command): string | undefined {
  if (error instanceof BadUsage) return `${error.message}\n\n${usageOf(command)}`;
  return error instanceof BadCall ? error.message : sentenceOf(error);
}
