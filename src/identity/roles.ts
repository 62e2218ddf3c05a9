// Which roles an account can have, and whether a right holds for one municipality or for the whole organisation (domain.md section 2).
import type { Grant } from '../trajectories/caller.js';
import { ROLES, type Id, type Role } from '../../workflows/kit/types.js';

export type Reach = 'municipality' | 'organisation';

/** Roles that are given to accounts. Participants, readers and the system have none; a deputy has the rights of a person. */
export const REACH: Readonly<Partial<Record<Role, Reach>>> = {
  client: 'municipality',
  approver: 'municipality',
  projectLeader: 'municipality',
  processCoordinator: 'municipality',
  teamMember: 'municipality',
  communicationAdviser: 'municipality',
  areaManager: 'municipality',
  singleContact: 'municipality',
  alderman: 'municipality',
  council: 'municipality',
  clerk: 'municipality',
  wooContact: 'municipality',
  management: 'organisation',
  strategicAdviser: 'organisation',
  analyst: 'organisation',
  privacyOfficer: 'organisation',
  archivist: 'organisation',
  admin: 'organisation',
};

/** Why a right cannot be given; the message is for the person who gives it. */
export class BadGrant extends Error {
  override readonly name = 'BadGrant';
}

/**
 * The right as it is stored.
 * @throws BadGrant when the role is unknown or the municipality is absent, unknown or out of place.
 */
export function grantOf(role: string, municipalityId: Id | undefined, known: ReadonlySet<Id>): Grant {
  const found = ROLES.find((candidate) => candidate === role);
  const reach = found && REACH[found];
  if (!found || !reach)
    throw new BadGrant(`De rol '${role}' kan niet worden gegeven. Kies uit: ${Object.keys(REACH).join(', ')}.`);
  if (reach === 'organisation') {
    if (municipalityId !== undefined)
      throw new BadGrant(`De rol '${role}' geldt voor de hele organisatie. Laat de gemeente weg.`);
    return { role: found };
  }
  if (municipalityId === undefined) throw new BadGrant(`De rol '${role}' geldt per gemeente. Noem een gemeente.`);
  if (!known.has(municipalityId))
    throw new BadGrant(`De gemeente '${municipalityId}' is niet bekend in deze organisatie.`);
  return { role: found, municipalityId };
}
