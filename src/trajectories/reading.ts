// Who may read what (domain.md section 2): which municipalities, and within a trajectory which classes of fields. One function, so that
// API, screens and exports cannot differ.
import type { Leaf } from '../../workflows/kit/leaves.js';
import type { Id, Role } from '../../workflows/kit/types.js';
import { rolesIn, type Caller } from './caller.js';

/** What a role sees of a trajectory. */
export interface Sight {
  /** Fields of class `internal`: dates, figures, states and choices. Everyone who sees a trajectory sees the class `public`. */
  internal: boolean;
  /** Sealed free text ("Int." of the table). */
  text: boolean;
  /** Sealed names and contact data ("PII" of the table). */
  contact: boolean;
}

const NOTHING: Sight = { internal: false, text: false, contact: false };
const FIGURES: Sight = { internal: true, text: false, contact: false };
const TEXTS: Sight = { internal: true, text: true, contact: false };
const ALL: Sight = { internal: true, text: true, contact: true };

/** A role that is not here sees nothing but what is public. */
const SIGHTS: Readonly<Partial<Record<Role, Sight>>> = {
  client: TEXTS,
  approver: FIGURES,
  projectLeader: ALL,
  processCoordinator: ALL,
  teamMember: TEXTS,
  communicationAdviser: TEXTS,
  areaManager: TEXTS,
  singleContact: ALL,
  buddy: TEXTS,
  management: FIGURES,
  strategicAdviser: TEXTS,
  analyst: FIGURES,
  privacyOfficer: FIGURES,
  wooContact: FIGURES,
  archivist: FIGURES,
  system: ALL,
};

/** What these roles together see. */
export function sightOf(roles: readonly Role[]): Sight {
  return roles
    .map((role) => SIGHTS[role] ?? NOTHING)
    .reduce(
      (a, b) => ({ internal: a.internal || b.internal, text: a.text || b.text, contact: a.contact || b.contact }),
      NOTHING,
    );
}

/** What a caller sees of something of these municipalities. */
export function sightIn(caller: Caller, municipalityIds: readonly Id[]): Sight {
  return sightOf(caller.kind === 'system' ? ['system'] : rolesIn(caller, municipalityIds));
}

/** Whether a field may be seen. A sealed line is a name or contact data, a sealed text is free text. */
export function maySee(
  sight: Sight,
  fieldClass: 'public' | 'internal' | 'personal',
  kind: Leaf['meta']['kind'],
): boolean {
  if (fieldClass === 'public') return true;
  if (fieldClass === 'internal') return sight.internal;
  return kind === 'text' || kind === 'letter' ? sight.text : sight.contact;
}

/** Municipalities of which the caller may know trajectories; `all` = every one of the organisation. */
export function scopeOf(caller: Caller): readonly Id[] | 'all' {
  if (caller.kind === 'system' || caller.grants.some(({ municipalityId }) => municipalityId === undefined))
    return 'all';
  return [...new Set(caller.grants.flatMap(({ municipalityId }) => municipalityId ?? []))];
}

/** Municipalities in which the caller sees what is internal: figures, states and signals. */
export function internalScopeOf(caller: Caller): readonly Id[] | 'all' {
  if (caller.kind === 'system') return 'all';
  const inside = caller.grants.filter(({ role }) => sightOf([role]).internal);
  return inside.length === 0 ? [] : scopeOf({ ...caller, grants: inside });
}

/** Municipalities in which the caller sees sealed free text. */
export function textScopeOf(caller: Caller): readonly Id[] | 'all' {
  const reading = caller.grants.filter(({ role }) => sightOf([role]).text);
  return reading.length === 0 ? [] : scopeOf({ ...caller, grants: reading });
}
