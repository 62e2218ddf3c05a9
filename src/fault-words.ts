// What can go wrong around a start or a command of the command line, in one sentence for the person who typed it: what it is and what to do.
// Anything that has no sentence here is a bug and is shown whole.
import { BadBackup } from './backup/manifest.js';
import { BadConfig } from './config.js';
import {
  LogBehind,
  LogCorrupt,
  LogLocked,
  LogRefused,
  LogUnavailable,
  type UnavailableCode,
} from './event-log/errors.js';
import { sqliteCode } from './event-log/sqlite/sqlite-code.js';
import { LoginTaken } from './identity/accounts.js';
import { BadGrant } from './identity/roles.js';
import { BadExport, TargetRefused } from './moving/moving-errors.js';
import { VaultCorrupt, VaultUnavailable } from './vault/vault.js';

/** Their messages are sentences already. */
const SAID = [
  BadBackup,
  BadConfig,
  BadExport,
  BadGrant,
  LogBehind,
  LogLocked,
  LoginTaken,
  LogRefused,
  TargetRefused,
  VaultUnavailable,
];

/** The sentence for an expected fault; undefined for a bug. */
export function sentenceOf(error: unknown): string | undefined {
  if (SAID.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof LogCorrupt) return corrupt(error);
  if (error instanceof LogUnavailable) return `${UNAVAILABLE[error.code]} (${error.message})`;
  if (error instanceof VaultCorrupt)
    return `De kluis met sleutels past niet bij het logboek of is beschadigd. Zet de kluis terug uit de reservekopie. (${error.message})`;
  return ofTheDatabase(error) ?? ofTheSystem(error);
}

/** By its shape: `instanceof Error` fails for an error from another realm, as in the test runner. */
function textOf(error: unknown, name: 'code' | 'path' | 'message'): string {
  const value: unknown = typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : '';
  return typeof value === 'string' ? value : '';
}

function corrupt({ place, message }: LogCorrupt): string {
  const { stream, revision, position } = place;
  const parts = [
    stream === undefined ? [] : [`stroom ${stream}`],
    revision === undefined ? [] : [`volgnummer ${revision}`],
    position === undefined ? [] : [`positie ${position}`],
  ].flat();
  const where = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return (
    `Het logboek van gebeurtenissen is beschadigd${where}. Voer 'npx rode-draad verify' uit en zet een goede reservekopie ` +
    `terug; zie docs/operations.md. (${message})`
  );
}

const FULL = 'De schijf is vol. Maak ruimte en geef dezelfde opdracht opnieuw; wat al was opgeslagen, blijft.';

const UNAVAILABLE: Record<UnavailableCode, string> = {
  full: FULL,
  busy: 'Het logboek van gebeurtenissen is bezet. Probeer het opnieuw.',
  io: 'Het logboek van gebeurtenissen kan niet worden gelezen of geschreven. Kijk de schijf na.',
  stopped: 'Het logboek van gebeurtenissen is gestopt. Kijk de schijf of de server na en start opnieuw.',
  closed: 'Het logboek van gebeurtenissen is gesloten.',
  unanswered:
    'Het logboek van gebeurtenissen geeft geen antwoord. Controleer of de server draait en probeer het opnieuw.',
  denied: 'Het account in EVENTSTORE_URL mag dit niet op EventStoreDB. Een beheerder van de server geeft dat recht.',
};

const NO_WRITING = 'Hier kan niet worden geschreven. Kies een andere plaats, of geef dit account daar schrijfrechten.';

/** A database of the data directory; the text of SQLite itself stands behind the sentence. */
function ofTheDatabase(error: unknown): string | undefined {
  const code = sqliteCode(error);
  const begin = Object.keys(DATABASE).find((known) => code?.startsWith(known));
  return begin === undefined ? undefined : `${DATABASE[begin]} (${textOf(error, 'message')})`;
}

const DATABASE: Readonly<Record<string, string>> = {
  SQLITE_FULL: FULL,
  SQLITE_IOERR: 'Een bestand kan niet worden gelezen of geschreven. Kijk na of de schijf vol of beschadigd is.',
  SQLITE_READONLY: NO_WRITING,
  SQLITE_CANTOPEN:
    'Een bestand in de gegevensmap kan niet worden geopend. Controleer DATA_DIR en de rechten van dit account.',
  SQLITE_CORRUPT: 'Een bestand in de gegevensmap is beschadigd. Zet het terug uit een reservekopie.',
  SQLITE_NOTADB: 'Een bestand in de gegevensmap is geen database. Zet het terug uit een reservekopie.',
  SQLITE_BUSY: 'Een bestand in de gegevensmap is bezet. Probeer het opnieuw.',
};

/** A path, a place or an address that cannot be used. */
function ofTheSystem(error: unknown): string | undefined {
  const code = textOf(error, 'code');
  const sentence = Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
  return sentence && `${sentence} (${textOf(error, 'path') || textOf(error, 'message')})`;
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'Deze map of dit bestand bestaat niet.',
  ENOTDIR: 'Dit is geen map.',
  EISDIR: 'Dit is een map en geen bestand.',
  EEXIST: 'Hier staat al iets met deze naam.',
  EACCES: NO_WRITING,
  EPERM: NO_WRITING,
  EROFS: NO_WRITING,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EIO: 'De schijf geeft een fout. Kijk de schijf na.',
  EADDRINUSE: 'Dit adres is al in gebruik. Kies een andere PORT, of stop wat daar draait.',
  EADDRNOTAVAIL: 'Dit adres heeft deze machine niet. Controleer HOST.',
};
