// The key of the organisation, in a file of its own: it wraps all keys in the vault, so that a copy of the vault alone opens nothing.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import { VaultUnavailable } from './vault.js';

/**
 * Reads the key file; makes it (readable by its owner only, on disk before this returns) when `mayMake` and it is absent.
 * @throws VaultUnavailable when it is absent and may not be made, or does not hold a key.
 */
export function readMasterKey(file: string, mayMake: boolean): KeyObject {
  const text = read(file);
  if (text === undefined && !mayMake) {
    throw new VaultUnavailable(
      `De sleutel van de organisatie ontbreekt: ${file}. Zet het sleutelbestand terug uit de reservekopie.`,
    );
  }
  const key = Buffer.from((text ?? make(file)).trim(), 'hex');
  if (key.length !== 32) throw new VaultUnavailable(`Het bestand ${file} bevat geen sleutel van de organisatie.`);
  return createSecretKey(key);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function make(file: string): string {
  const text = randomBytes(32).toString('hex');
  // 'wx' refuses to write over a key: that would lose everything sealed under it.
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, `${text}\n`);
  fsyncSync(handle);
  closeSync(handle);
  // The name of the file must be on disk as well.
  const directory = openSync(dirname(file), 'r');
  fsyncSync(directory);
  closeSync(directory);
  return text;
}
