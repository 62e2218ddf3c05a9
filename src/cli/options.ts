// Reading the options of a command: only those it names, each at most once, nothing else on the line.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BadUsage } from './command.js';

type Kind = 'text' | 'flag';
type Values<S extends Record<string, Kind>> = { [K in keyof S]?: S[K] extends 'flag' ? boolean : string };

/** @throws BadUsage for an option that the command does not have, or that stands without its value. */
export function optionsOf<S extends Record<string, Kind>>(args: string[], spec: S): Values<S> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
  );
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values as Values<S>;
  } catch {
    throw new BadUsage(`Deze opties worden niet begrepen: ${args.join(' ')}`);
  }
}

/** The value of an option that must be there. @throws BadUsage when it is not, or is empty. */
export function needed(value: string | undefined, name: string, what: string): string {
  if (value === undefined || value.trim() === '') throw new BadUsage(`Geef ${what} met --${name}.`);
  return value;
}
