// Whether the server can be used, found out before anything else is opened, and told in one sentence that says what to do. A server that
// is still starting is waited for; one that says no is not.
import { BACKWARDS, END } from '@eventstore/db-client';
import { LogRefused, type RefusedCode } from '../errors.js';
import { CALL_MS, type Calls } from './calls.js';
import { definiteOf, isDenied, messageOf, property, TimedOut } from './faults.js';
import { backOff, pause, type Timing } from './timing.js';

/** How long a server that is away or not ready is waited for. */
export const WAIT_MS = 30_000;

/** A stream and a revision that nobody has: the append below is refused on any server, and only the way in which tells. */
const NOWHERE = 'trajectory-00000000-0000-0000-0000-000000000000';
const NEVER = 9_007_199_254_740_991n;
const PROBE = {
  id: '00000000-0000-0000-0000-000000000000',
  type: 'Probe',
  contentType: 'application/octet-stream' as const,
  data: new Uint8Array(),
  metadata: undefined,
};

/**
 * Resolves when everything can be read and appended. `waiting` hears once when the server is waited for.
 * @throws LogRefused
 */
export async function checkUsable(calls: Calls, timing: Timing, waiting?: (sentence: string) => void): Promise<void> {
  const until = timing.elapsed() + WAIT_MS;
  for (let failures = 1; ; failures++) {
    const refused = await tried(calls);
    if (!refused) return;
    const wait = backOff(timing, failures);
    const mayPass = refused.code === 'unreachable' || refused.code === 'not-ready';
    if (!mayPass || timing.elapsed() + wait >= until) throw refused;
    if (failures === 1) waiting?.(`${refused.message} Er wordt ${WAIT_MS / 1_000} seconden op de server gewacht.`);
    await pause(timing, wait);
  }
}

async function tried(calls: Calls): Promise<LogRefused | undefined> {
  try {
    const last = { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true } as const;
    await calls.read((client, credentials) => client.readAll({ ...last, credentials }), CALL_MS);
  } catch (error) {
    return refusal(error, 'alles lezen ($all)');
  }
  try {
    await calls.append(NOWHERE, NEVER, [PROBE], CALL_MS);
  } catch (error) {
    if (definiteOf(error) === 'wrong-revision') return undefined;
    return refusal(error, 'toevoegen aan stromen');
  }
  return undefined;
}

/** The sentence for what the server answered. @param right the right that is missing when it says that this account may not. */
export function refusal(error: unknown, right: string): LogRefused {
  const code = codeOf(error);
  return new LogRefused(code, SENTENCES[code](right, messageOf(error)), { cause: error });
}

const CERTIFICATE = /certificate|self[- ]signed|unable to verify|CERT_|altnames?|SSL|TLS/i;
const UNAUTHENTICATED = 16;

function codeOf(error: unknown): 'unreachable' | 'certificate' | 'password' | 'right' | 'not-ready' {
  const message = messageOf(error);
  if (isDenied(error)) return property(error, 'code') === UNAUTHENTICATED ? 'password' : 'right';
  if (/file was not found/i.test(message) || CERTIFICATE.test(message)) return 'certificate';
  if (error instanceof TimedOut || property(error, 'code') === 4) return 'unreachable';
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|Name resolution|Failed to connect/i.test(
      message,
    )
  )
    return 'unreachable';
  return /Failed to discover|No connection established/.test(message) ? 'unreachable' : 'not-ready';
}

const SENTENCES: Record<
  Exclude<RefusedCode, 'address' | 'other-log' | 'empty'>,
  (right: string, said: string) => string
> = {
  unreachable: (_right, said) =>
    `EventStoreDB is niet bereikbaar of geeft geen antwoord (${said}). Controleer EVENTSTORE_URL (ook tls=true of false), het netwerk en of de server draait.`,
  certificate: (_right, said) =>
    `Het certificaat van EventStoreDB wordt niet vertrouwd (${said}). Noem het certificaat van de uitgever met tlsCAFile in EVENTSTORE_URL.`,
  password: () => 'EventStoreDB kent dit account of wachtwoord niet. Controleer account:wachtwoord@ in EVENTSTORE_URL.',
  right: (right) =>
    `Het account in EVENTSTORE_URL mag dit niet op EventStoreDB: ${right}. Een beheerder van de server geeft dat recht; zie docs/operations.md.`,
  'not-ready': (_right, said) =>
    `EventStoreDB is nog niet klaar voor gebruik (${said}). Wacht tot de server een leider heeft en start opnieuw.`,
};
