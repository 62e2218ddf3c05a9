// Shared by the commands about people: the accounts of this installation, also beside a running server, and what is known in them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../../workflows/kit/types.js';
import { readConfig } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { Identity } from '../identity/identity.js';
import { grantOf } from '../identity/roles.js';
import type { Grant } from '../trajectories/caller.js';
import { BadCall } from './command.js';

/** Opens the accounts for this piece of work only. @throws BadCall when there is no organisation yet. */
export async function withIdentity<T>(
  env: NodeJS.ProcessEnv,
  work: (identity: Identity) => T | Promise<T>,
): Promise<T> {
  const { directory } = dataDirectory(readConfig(env));
  if (!existsSync(join(directory, 'identity.sqlite')))
    throw new BadCall(`In ${directory} is nog geen organisatie. Start eerst de server met 'npm start'.`);
  const identity = Identity.open(directory);
  try {
    return await work(identity);
  } finally {
    identity.close();
  }
}

/** The organisation that the server noted. @throws BadCall when it never started. */
export function organisationOf(identity: Identity): Id {
  const organisation = identity.organisation();
  if (!organisation) throw new BadCall("Er is nog geen organisatie. Start eerst de server met 'npm start'.");
  return organisation.id;
}

/** The role, in a municipality by id or by name. @throws BadGrant when there is no such role or municipality. */
export function grantIn(identity: Identity, role: string, municipality: string | undefined): Grant {
  const known = identity.municipalities();
  const found = known.find(({ id, name }) => id === municipality || name.toLowerCase() === municipality?.toLowerCase());
  return grantOf(role, found?.id ?? municipality, new Set(known.map(({ id }) => id)));
}
