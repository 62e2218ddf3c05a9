// Who may read what: every role against every class of field, as the table of roles in the copy of the domain says it.
import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { ROLES, type Role } from '../../workflows/kit/types.js';
import type { Caller } from './caller.js';
import { maySee, scopeOf, sightIn, sightOf, textScopeOf } from './reading.js';

const HERE = idOf('Oosterkoog');
const THERE = idOf('Middelkoog');

/** Written by hand from domain.md section 2: what "May see" names. p = public only, f = also figures, t = also texts (Int.), c = also contact data (PII). */
const TABLE: Record<Role, 'p' | 'f' | 't' | 'c'> = {
  client: 't',
  approver: 'f',
  projectLeader: 'c',
  processCoordinator: 'c',
  teamMember: 't',
  communicationAdviser: 't',
  areaManager: 't',
  singleContact: 'c',
  deputy: 'p',
  buddy: 't',
  alderman: 'p',
  council: 'p',
  clerk: 'p',
  management: 'f',
  strategicAdviser: 't',
  analyst: 'f',
  privacyOfficer: 'f',
  wooContact: 'f',
  archivist: 'f',
  participant: 'p',
  publicReader: 'p',
  admin: 'p',
  system: 'c',
};
const UP_TO = ['p', 'f', 't', 'c'];

describe('what a role sees', () => {
  it.each(ROLES.map((role) => [role, TABLE[role]] as const))('%s: %s', (role, most) => {
    const sight = sightOf([role]);
    const seen = [
      maySee(sight, 'public', 'text'),
      maySee(sight, 'internal', 'hours'),
      maySee(sight, 'personal', 'text'),
      maySee(sight, 'personal', 'line'),
    ];
    expect(seen).toEqual(UP_TO.map((class_) => UP_TO.indexOf(class_) <= UP_TO.indexOf(most)));
    expect(maySee(sight, 'personal', 'letter')).toBe(maySee(sight, 'personal', 'text'));
  });

  it('is the sum of the roles one has there, and nothing of the roles one has elsewhere', () => {
    const grants = [
      { role: 'processCoordinator', municipalityId: HERE },
      { role: 'council', municipalityId: THERE },
    ] as const;
    const caller: Caller = { kind: 'person', ref: idOf('someone'), organisationId: idOf('organisation'), grants };
    expect(sightIn(caller, [HERE])).toEqual({ internal: true, text: true, contact: true });
    expect(sightIn(caller, [THERE])).toEqual({ internal: false, text: false, contact: false });
    expect(sightOf(['council', 'approver'])).toEqual({ internal: true, text: false, contact: false });
    expect(scopeOf(caller)).toEqual([HERE, THERE]);
    expect(textScopeOf(caller)).toEqual([HERE]);
    expect(scopeOf({ ...caller, grants: [{ role: 'analyst' }] })).toBe('all');
    expect(textScopeOf({ ...caller, grants: [{ role: 'analyst' }] })).toEqual([]);
  });
});
