// What a backup says of itself: which files with which hashes, and which events its log holds. It is written last: a directory without it
// is no backup.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Earlier } from '../verifying/check-log.js';

export const MANIFEST = 'manifest.json';

export interface BackedUpFile {
  name: string;
  bytes: number;
  sha256: string;
}

export interface Manifest {
  format: 'rode-draad-backup';
  version: 1;
  madeAt: string;
  /** Where the events were: `sqlite` as a file, `eventstoredb` as an export. */
  eventLog: 'sqlite' | 'eventstoredb';
  log: Earlier & { streams: number; head: string; faults: number };
  /** In the order in which they were copied: the log first, then the vault. */
  files: BackedUpFile[];
}

/** A directory that is no whole backup; the message is for the person who typed the command. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup';
}

/** @throws BadBackup when there is no manifest or it cannot be read. */
export function readManifest(directory: string): Manifest {
  let found: Partial<Manifest> | undefined;
  try {
    found = JSON.parse(readFileSync(join(directory, MANIFEST), 'utf8')) as Partial<Manifest>;
  } catch {
    throw new BadBackup(`In ${directory} is geen hele reservekopie: ${MANIFEST} ontbreekt of is beschadigd.`);
  }
  if (!isManifest(found))
    throw new BadBackup(`${MANIFEST} in ${directory} is niet van een reservekopie die dit programma kan lezen.`);
  return found;
}

function isManifest(found: Partial<Manifest> | undefined): found is Manifest {
  const { log, files } = found ?? {};
  return (
    found?.format === 'rode-draad-backup' &&
    found.version === 1 &&
    ['sqlite', 'eventstoredb'].includes(found.eventLog ?? '') &&
    Number.isSafeInteger(log?.events) &&
    typeof log?.digest === 'string' &&
    Array.isArray(files) &&
    files.every(
      (file: Partial<BackedUpFile> | null) => FILE_NAME.test(file?.name ?? '') && typeof file?.sha256 === 'string',
    )
  );
}

/** A name in the directory of the backup itself, and no other place. */
const FILE_NAME = /^[a-z0-9][a-z0-9._-]*$/i;
