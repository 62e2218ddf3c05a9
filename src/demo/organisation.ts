// The demo's organisation: its name, municipalities and calendar in its own stream, and who plays which role.
import { idOf } from '../../workflows/kit/ids.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Role } from '../../workflows/kit/types.js';
import { workflowFor } from '../../workflows/registry.js';
import type { Caller, Grant } from '../trajectories/caller.js';
import { CommandExecutor, type Surroundings } from '../trajectories/execute.js';
import { holidays } from './holidays.js';

export interface DemoAccount {
  login: string;
  /** Function name shown on screens; never a person's name. */
  name: string;
  grants: Grant[];
}

export interface Town {
  id: Id;
  name: string;
}

const NAME = 'De Drie Kogen';
const MUNICIPALITIES = ['Oosterkoog', 'Middelkoog', 'Zuiderkoog'] as const;
export type TownName = (typeof MUNICIPALITIES)[number];

const PER_MUNICIPALITY: [Role, string][] = [
  ['client', 'Opdrachtgever'],
  ['approver', 'Budgethouder'],
  ['projectLeader', 'Projectleider'],
  ['processCoordinator', 'Procescoördinator'],
  ['teamMember', 'Teamlid'],
  ['communicationAdviser', 'Communicatieadviseur'],
  ['areaManager', 'Gebiedsmanager'],
  ['singleContact', 'Aanspreekpunt'],
  ['alderman', 'Wethouder'],
  ['council', 'Raad'],
  ['clerk', 'Griffier'],
  ['wooContact', 'Woo-contactpersoon'],
];
const PER_ORGANISATION: [Role, string][] = [
  ['management', 'Directie'],
  ['strategicAdviser', 'Strategisch adviseur'],
  ['analyst', 'Analist'],
  ['privacyOfficer', 'Privacyfunctionaris'],
  ['archivist', 'Archivaris'],
  ['admin', 'Functioneel beheerder'],
];

/** Every account of the demo. */
export function demoAccounts(towns: readonly Town[]): DemoAccount[] {
  const local = towns.flatMap(({ id, name: town }) =>
    PER_MUNICIPALITY.map(([role, name]) => ({
      login: loginOf(role, town),
      name: `${name} ${town}`,
      grants: [{ role, municipalityId: id }],
    })),
  );
  return [...local, ...PER_ORGANISATION.map(([role, name]) => ({ login: loginOf(role), name, grants: [{ role }] }))];
}

const loginOf = (role: Role, town?: string): string => (town === undefined ? role : `${role}.${town}`).toLowerCase();

/** The person behind a login of the demo: the same in every demo, so that its commands can be repeated. */
export const demoPerson = (organisationId: Id, login: string): Id => idOf('demo-account', organisationId, login);

/** Who plays a role in a municipality, or in the organisation where it is a role of that. */
export const demoPeople =
  (organisationId: Id) =>
  (role: Role, town: string): Id =>
    demoPerson(organisationId, PER_ORGANISATION.some(([wide]) => wide === role) ? loginOf(role) : loginOf(role, town));

/** Opens the stream of the organisation before its first trajectory; answers its municipalities. Doing it again changes nothing. */
export async function seedOrganisation({
  around,
  organisationId,
  today,
  since,
}: {
  around: Omit<Surroundings, 'now'>;
  organisationId: Id;
  today: LocalDate;
  /** The day of the first trajectory. */
  since: LocalDate;
}): Promise<Town[]> {
  const workflow = workflowFor('organisation');
  if (!workflow) throw new Error('The organisation workflow is missing.');
  const now = atLocal(addDays(since, -10), '08:00');
  const executor = new CommandExecutor({ ...around, now: () => now, elapsed: () => 0 });
  const ref = idOf('demo-admin', organisationId);
  const caller: Caller = { kind: 'person', ref, organisationId, grants: [{ role: 'admin' }] };
  const periods = holidays(Number(since.slice(0, 4)), Number(today.slice(0, 4)));
  const result = await executor.execute({
    stream: `organisation-${organisationId}`,
    opens: workflow,
    commands: [
      { type: 'ChangeSetting', payload: { key: 'name', after: NAME } },
      ...MUNICIPALITIES.map((name) => ({ type: 'RegisterMunicipality', payload: { name } })),
      { type: 'SetCalendar', payload: { periods } },
    ],
    key: 'demo-organisation',
    caller,
    arrivedAt: 0,
  });
  if (result.kind !== 'accepted') throw new Error(`The demo organisation was not accepted: ${result.kind}.`);
  return MUNICIPALITIES.map((name, index) => ({ name, id: result.ids[index + 1]?.municipalityId ?? '' }));
}
