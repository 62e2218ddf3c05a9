// Reading the options of a command: only those it names, each at most once, nothing else on the line.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BadUsage } from './command.js';

type Kind = 'text' | 'flag';
type Spec = Record<string, Kind>;
type Values<S extends Spec> = { [K in keyof S]?: S[K] extends 'flag' ? boolean : string };

/** @throws BadUsage naming what is wrong: an option that the command does not have, that stands twice or without its value, or a loose word. */
export function optionsOf<S extends Spec>(args: string[], spec: S): Values<S> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
  );
  const { values, tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    const wrong = token.kind === 'option' ? faultIn(token, spec, seen) : looseWord(token);
    if (wrong !== undefined) throw new BadUsage(wrong);
  }
  return values as Values<S>;
}

function faultIn(
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
  spec: Spec,
  seen: Set<string>,
): string | undefined {
  const kind = Object.hasOwn(spec, name) && rawName.startsWith('--') ? spec[name] : undefined;
  if (kind === undefined) return `De optie ${rawName} bestaat niet bij deze opdracht.`;
  if (seen.has(name)) return `De optie --${name} staat er twee keer. Geef haar één keer.`;
  seen.add(name);
  if (kind === 'flag') return value === undefined ? undefined : `Achter --${name} hoort geen waarde.`;
  // What begins with a dash is the next option, of which the value was forgotten.
  return value === undefined || value.startsWith('--') ? `Achter --${name} hoort een waarde.` : undefined;
}

const looseWord = (token: { kind: string; value?: string | undefined }): string | undefined =>
  token.kind === 'positional' ? `Het woord '${token.value}' wordt niet begrepen: er staat geen optie voor.` : undefined;

/** The value of an option that must be there. @throws BadUsage when it is not, or is empty. */
export function needed(value: string | undefined, name: string, what: string): string {
  if (value === undefined || value.trim() === '') throw new BadUsage(`Geef ${what} met --${name}.`);
  return value;
}
