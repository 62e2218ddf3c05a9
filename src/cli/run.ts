// What `npx rode-draad` does, with its surroundings handed in so that tests can run it. Answers the exit code.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Id, Instant } from '../../workflows/kit/types.js';
import { BadConfig, readConfig } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { Identity } from '../identity/identity.js';
import { LoginTaken } from '../identity/accounts.js';
import { newPassword } from '../identity/passwords.js';
import { BadGrant, grantOf } from '../identity/roles.js';
import { TTL_MAX } from '../identity/tokens.js';

export interface CliAround {
  /** The one thing a script reads. */
  out(text: string): void;
  /** Everything meant for people. */
  err(text: string): void;
  now(): Instant;
  /** Starts the server with these options; it keeps the process running. */
  start(args: string[]): Promise<void>;
}

/** A call that cannot be understood or carried out. */
class BadCall extends Error {}

export const HELP = `Gebruik:
  npx rode-draad start [--empty --name "Naam van de organisatie"]
  npx rode-draad token --role <rol> [--municipality <id of naam>] [--ttl 1h]
  npx rode-draad account --name "Functie" --login <inlognaam> --role <rol> [--municipality <id of naam>]
  npx rode-draad account --end <inlognaam>`;

type Values = Record<string, string | undefined>;

/** Runs one command. Expected faults are one sentence on the error stream and exit code 1. */
export async function runCli(args: string[], env: NodeJS.ProcessEnv, around: CliAround): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === 'start') await around.start(rest);
    else if (command === 'token')
      withIdentity(env, (identity) => token(identity, valuesOf(rest, ['role', 'municipality', 'ttl']), around));
    else if (command === 'account')
      await withIdentity(env, (identity) =>
        account(identity, valuesOf(rest, ['name', 'login', 'role', 'municipality', 'end']), around),
      );
    else if (command === 'help' || command === '--help') around.err(HELP);
    else throw new BadCall(command === undefined ? HELP : `De opdracht '${command}' bestaat niet.\n${HELP}`);
    return 0;
  } catch (error) {
    if (!isExpected(error)) throw error;
    around.err(error.message);
    return 1;
  }
}

const isExpected = (error: unknown): error is Error =>
  [BadCall, BadConfig, BadGrant, LoginTaken].some((kind) => error instanceof kind);

function valuesOf(args: string[], names: string[]): Values {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    names.map((name) => [name, { type: 'string' as const }]),
  );
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values as Values;
  } catch {
    throw new BadCall(`Deze opties worden niet begrepen: ${args.join(' ')}\n${HELP}`);
  }
}

function withIdentity<T>(env: NodeJS.ProcessEnv, work: (identity: Identity) => T): T {
  const { directory } = dataDirectory(readConfig(env));
  if (!existsSync(join(directory, 'identity.sqlite')))
    throw new BadCall(`In ${directory} is nog geen organisatie. Start eerst de server met 'npm start'.`);
  const identity = Identity.open(directory);
  const result = work(identity);
  if (!(result instanceof Promise)) identity.close();
  else void result.finally(() => identity.close()).catch(() => undefined);
  return result;
}

function token(identity: Identity, { role, municipality, ttl = '1h' }: Values, around: CliAround): void {
  if (role === undefined) throw new BadCall(`Geef een rol met --role.\n${HELP}`);
  const organisation = organisationOf(identity);
  const grant = grantOf(role, municipalityOf(identity, municipality), knownIn(identity));
  around.out(identity.tokens.issue(organisation, grant, Date.parse(around.now()), durationOf(ttl)));
}

async function account(identity: Identity, values: Values, around: CliAround): Promise<void> {
  const { name, login, role, municipality, end } = values;
  if (end !== undefined) {
    if (Object.values(values).filter((value) => value !== undefined).length > 1)
      throw new BadCall(`Bij --end hoort alleen de inlognaam.\n${HELP}`);
    if (!identity.accounts.end(end)) throw new BadCall(`Er is geen lopend account '${end}'.`);
    around.out(`Het account '${end}' is beëindigd.`);
    return;
  }
  if (name === undefined || login === undefined || role === undefined)
    throw new BadCall(`Geef --name, --login en --role.\n${HELP}`);
  if (name.trim() === '' || name.length > 200)
    throw new BadCall('De naam heeft 1 tot en met 200 tekens. Gebruik een functie, geen naam van een persoon.');
  if (!/^[a-z0-9][a-z0-9._-]{2,63}$/i.test(login))
    throw new BadCall('De inlognaam heeft 3 tot en met 64 letters, cijfers, punten of streepjes.');
  organisationOf(identity);
  const grant = grantOf(role, municipalityOf(identity, municipality), knownIn(identity));
  const password = newPassword();
  await identity.accounts.create({ name, login, password, grants: [grant], createdAt: around.now() });
  around.out(`Inlognaam:  ${login.toLowerCase()}\nWachtwoord: ${password}`);
}

function organisationOf(identity: Identity): Id {
  const organisation = identity.organisation();
  if (!organisation) throw new BadCall("Er is nog geen organisatie. Start eerst de server met 'npm start'.");
  return organisation.id;
}

const knownIn = (identity: Identity): Set<Id> => new Set(identity.municipalities().map(({ id }) => id));

/** A municipality by id or by name. */
function municipalityOf(identity: Identity, text: string | undefined): Id | undefined {
  if (text === undefined) return undefined;
  return (
    identity.municipalities().find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase())?.id ??
    text
  );
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `30m`, `1h`, `7d`. */
function durationOf(text: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const duration = Number(amount) * (UNITS[unit] ?? 0);
  if (!(duration > 0 && duration <= TTL_MAX))
    throw new BadCall(`De duur '${text}' klopt niet. Geef bijvoorbeeld 30m, 8h of 7d, ten hoogste 30d.`);
  return duration;
}
