// The connection string, taken apart: who we are goes with every call and never into the client, which prints what it does not understand.
import { LogRefused } from '../errors.js';

export interface Credentials {
  username: string;
  password: string;
}

export interface Address {
  /** `esdb` for named nodes, `esdb+discover` for a name that stands for all nodes. */
  scheme: string;
  hosts: string;
  options: ReadonlyMap<string, string>;
  /** Go with every call. Without any in the address the server gets a name it will refuse, unless it asks for none. */
  credentials: Credentials;
}

/** Options as the client spells them. `keepAliveInterval` and `throwOnAppendFailure` are ours to set. */
const OPTIONS = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
];
const NUMBERS = ['defaultDeadline', 'discoveryInterval', 'gossipTimeout', 'keepAliveTimeout', 'maxDiscoverAttempts'];
const flat = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '');
const KNOWN = new Map(OPTIONS.map((name) => [flat(name), name]));

/** Shorter than our own bound on a call, or one frozen node of a cluster costs every fresh connection its chance. */
const GOSSIP_SECONDS = '1';
/** Any name will do on a server that asks for none; with one in the call the client takes the path that ends on time. */
const NOBODY: Credentials = { username: 'rode-draad', password: 'none' };

/** @throws LogRefused when the address cannot be understood; the sentence never repeats a password. */
export function addressOf(url: string): Address {
  const [, scheme, account, hosts, query] =
    /^(esdb(?:\+discover)?):\/\/(?:([^@/?]*)@)?([^@/?#\s]+)\/?(?:\?(\S*))?$/.exec(url.trim()) ?? [];
  if (scheme === undefined || hosts === undefined)
    throw refused('begint met esdb:// of esdb+discover:// en noemt een server');
  for (const host of hosts.split(',')) {
    if (!/^[^:\s]+(:\d{1,5})?$/.test(host)) throw refused(`noemt de server '${host}', en dat is geen naam met poort`);
  }
  const options = new Map([['gossipTimeout', GOSSIP_SECONDS], ...(query ?? '').split('&').flatMap(optionOf)]);
  return { scheme, hosts, options, credentials: account === undefined ? NOBODY : credentialsOf(account) };
}

/**
 * The text for the client. `interval` tells connections apart: those with the same options share one, also one that is dead.
 * @param node a node to go to instead of those of the address.
 */
export function connectionString(address: Address, interval: number, node?: { address: string; port: number }): string {
  const options = [...address.options, ['keepAliveInterval', String(interval)] as const];
  const query = options.map(([name, value]) => `${name}=${value}`).join('&');
  if (node) return `esdb://${node.address}:${node.port}?${query}`;
  return `${address.scheme}://${address.hosts}?${query}`;
}

function optionOf(pair: string): [string, string][] {
  if (pair === '') return [];
  const [key = '', value = ''] = pair.split('=');
  const name = KNOWN.get(flat(key));
  if (['keepaliveinterval', 'throwonappendfailure'].includes(flat(key))) return [];
  if (flat(key) === 'tlsverifycert') {
    if (value === 'true') return [];
    throw refused("heeft tlsVerifyCert=false. Dat wordt niet ondersteund; noem het certificaat met 'tlsCAFile'");
  }
  if (name === undefined) throw refused(`heeft een onbekende instelling '${key}'. Bekend zijn ${OPTIONS.join(', ')}`);
  const fits = NUMBERS.includes(name)
    ? /^\d{1,9}$/.test(value)
    : name === 'tls'
      ? /^(true|false)$/.test(value)
      : value !== '';
  if (!fits) throw refused(`heeft bij '${name}' een waarde die niet past`);
  return [[name, value]];
}

function credentialsOf(account: string): Credentials {
  const at = account.indexOf(':');
  if (at < 1)
    throw refused('heeft een account zonder wachtwoord. Schrijf account:wachtwoord@ voor de naam van de server');
  try {
    return {
      username: decodeURIComponent(account.slice(0, at)),
      password: decodeURIComponent(account.slice(at + 1)),
    };
  } catch {
    throw refused('heeft een account of wachtwoord dat niet te lezen is. Schrijf bijzondere tekens als %-codes');
  }
}

function refused(what: string): LogRefused {
  return new LogRefused('address', `Het adres van EventStoreDB (EVENTSTORE_URL) klopt niet: het ${what}.`);
}
