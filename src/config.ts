// The configuration of one process, read once from the environment and refused early: a wrong value must stop the start, not a request.
import type { LogChoice } from './event-log/open-log.js';

/** Token of the configuration in Nest's container. */
export const CONFIG = Symbol('Config');

export type LogLevel = 'silent' | 'error' | 'info' | 'debug';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  eventLog: LogChoice;
  /** Where people reach the product, without a slash at the end; decides whether cookies are only sent over https. */
  publicUrl: string;
  logLevel: LogLevel;
}

/** A value in the environment that cannot be used; the message is for the person who starts the program. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The configuration from environment variables; an empty value counts as absent.
 * @throws BadConfig naming the variable, what it holds and what it may hold.
 */
export function readConfig(env: Env): Config {
  const host = value(env, 'HOST') ?? '127.0.0.1';
  const port = portOf(value(env, 'PORT'));
  return {
    port,
    host,
    dataDir: value(env, 'DATA_DIR') ?? './data',
    eventLog: eventLogOf(value(env, 'EVENT_LOG'), value(env, 'EVENTSTORE_URL')),
    publicUrl: urlOf(value(env, 'PUBLIC_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`),
    logLevel: levelOf(value(env, 'LOG_LEVEL')),
  };
}

function value(env: Env, name: string): string | undefined {
  const found = env[name]?.trim();
  return found === '' ? undefined : found;
}

function portOf(text = '3000'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new BadConfig(`PORT is '${text}'. Geef een getal van 0 tot en met 65535.`);
  return port;
}

function eventLogOf(text = 'sqlite', url: string | undefined): LogChoice {
  if (text === 'sqlite') return { kind: 'sqlite' };
  if (text !== 'eventstoredb') throw new BadConfig(`EVENT_LOG is '${text}'. Kies 'sqlite' of 'eventstoredb'.`);
  if (url === undefined)
    throw new BadConfig(
      `EVENT_LOG is 'eventstoredb', maar EVENTSTORE_URL ontbreekt. Geef het adres van de server, zoals ${EXAMPLE_URL}.`,
    );
  // The address may hold a password, so the message never repeats it.
  if (!/^esdb(\+discover)?:\/\/[^/?#\s]+\/?(\?[^\s#]*)?$/.test(url))
    throw new BadConfig(`EVENTSTORE_URL is geen adres van EventStoreDB. Geef een adres zoals ${EXAMPLE_URL}.`);
  return { kind: 'eventstoredb', url };
}

const EXAMPLE_URL = `'esdb://account:wachtwoord@eventstore.example.nl:2113?tls=true'`;

function urlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.username === '';
  if (!plain)
    throw new BadConfig(`PUBLIC_URL is '${text}'. Geef het adres zonder pad, zoals 'https://participatie.example.nl'.`);
  return url.origin;
}

const LEVELS: readonly LogLevel[] = ['silent', 'error', 'info', 'debug'];
function levelOf(text = 'info'): LogLevel {
  const level = LEVELS.find((known) => known === text);
  if (!level) throw new BadConfig(`LOG_LEVEL is '${text}'. Kies uit ${LEVELS.join(', ')}.`);
  return level;
}
