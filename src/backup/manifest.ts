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
  if (found?.format !== 'rode-draad-backup' || found.version !== 1 || !Array.isArray(found.files) || !found.log)
    throw new BadBackup(`${MANIFEST} in ${directory} is niet van een reservekopie die dit programma kan lezen.`);
  return found as Manifest;
}
