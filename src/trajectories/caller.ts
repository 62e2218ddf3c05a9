// Who asks: a person (or the system) of one organisation, with roles granted per municipality or for the whole organisation.
import type { Id, Role } from '../../workflows/kit/types.js';

export interface Grant {
  role: Role;
  /** Without one the role holds for all municipalities of the organisation. */
  municipalityId?: Id;
}

export interface Caller {
  kind: 'person' | 'system' | 'import';
  ref: Id;
  organisationId: Id;
  grants: readonly Grant[];
}

/** Roles of the caller in any of these municipalities; in all of them when `every` (opening something new for several at once). */
export function rolesIn(caller: Caller, municipalityIds: readonly Id[], every = false): Role[] {
  const holds = ({ municipalityId }: Grant, id: Id): boolean => municipalityId === undefined || municipalityId === id;
  const roles = [...new Set(caller.grants.map(({ role }) => role))];
  return roles.filter((role) => {
    const own = caller.grants.filter((grant) => grant.role === role);
    if (own.some(({ municipalityId }) => municipalityId === undefined)) return true;
    const covered = (id: Id): boolean => own.some((grant) => holds(grant, id));
    return municipalityIds.length > 0 && (every ? municipalityIds.every(covered) : municipalityIds.some(covered));
  });
}

/** Whether the caller may know of something that belongs to these municipalities. */
export function mayKnow(caller: Caller, municipalityIds: readonly Id[]): boolean {
  return caller.kind === 'system' || rolesIn(caller, municipalityIds).length > 0;
}
