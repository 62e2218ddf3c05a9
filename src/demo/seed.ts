// The demo organisation: three municipalities, an account per role, the example whole and three copies of it stopped half-way.
import { idOf } from '../../workflows/kit/ids.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Role } from '../../workflows/kit/types.js';
import { workflowFor } from '../../workflows/registry.js';
import type { Caller, Grant } from '../trajectories/caller.js';
import { CommandExecutor, type Surroundings } from '../trajectories/execute.js';
import type { Player } from './example.js';
import { kersenlaan, STOPS } from './kersenlaan.js';
import { play } from './play.js';

export interface DemoAccount {
  login: string;
  /** Function name shown on screens; never a person's name. */
  name: string;
  grants: Grant[];
}

export interface DemoParts {
  around: Omit<Surroundings, 'now'>;
  organisationId: Id;
  /** Makes the account and returns the person behind it; the password is the caller's to print once. */
  createAccount: (account: DemoAccount) => Promise<Id>;
  today: LocalDate;
  /** One sentence per step, for the one who waits. */
  progress: (text: string) => void;
}

const NAME = 'De Drie Kogen';
const MUNICIPALITIES = ['Oosterkoog', 'Middelkoog', 'Zuiderkoog'] as const;

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

/** Holidays and recess of the example's year (domain.md section 9), shifted to the year of seeding. */
const CALENDAR = [
  ['04-03', '04-03', 'Goede Vrijdag'],
  ['04-06', '04-06', 'Tweede Paasdag'],
  ['04-27', '04-27', 'Koningsdag'],
  ['05-05', '05-05', 'Bevrijdingsdag'],
  ['05-14', '05-14', 'Hemelvaartsdag'],
  ['05-25', '05-25', 'Tweede Pinksterdag'],
  ['07-13', '08-23', 'zomerreces'],
] as const;

/** Fills an empty data directory with the demo. Running it again on a half-filled one completes it. */
export async function seedDemo(parts: DemoParts): Promise<void> {
  parts.progress('De demo-organisatie wordt klaargezet.');
  const municipalities = await seedOrganisation(parts);
  const people = await seedAccounts(parts, municipalities);
  for (const example of EXAMPLES) {
    parts.progress(`Traject '${example.title}' wordt doorlopen.`);
    await seedExample(parts, example, municipalities, people);
  }
}

interface Example {
  title: string;
  municipality: (typeof MUNICIPALITIES)[number];
  /** Days before the day of seeding on which it was registered. */
  ago: number;
  until: number;
}

const EXAMPLES: readonly Example[] = [
  { title: 'Vijf bankjes in de Kersenlaan', municipality: 'Oosterkoog', ago: 80, until: STOPS.completed },
  { title: 'Vijf bankjes in de Lindelaan', municipality: 'Oosterkoog', ago: 3, until: STOPS.askedApproval },
  { title: 'Vijf bankjes in de Wilgenstraat', municipality: 'Middelkoog', ago: 14, until: STOPS.invited },
  { title: 'Vijf bankjes in de Havenstraat', municipality: 'Zuiderkoog', ago: 51, until: STOPS.conversationsDone },
];

async function seedOrganisation({ around, organisationId, today }: DemoParts): Promise<Map<string, Id>> {
  const workflow = workflowFor('organisation');
  if (!workflow) throw new Error('The organisation workflow is missing.');
  const now = atLocal(addDays(today, -90), '08:00');
  const executor = new CommandExecutor({ ...around, now: () => now, elapsed: () => 0 });
  const caller: Caller = {
    kind: 'person',
    ref: idOf('demo-admin', organisationId),
    organisationId,
    grants: [{ role: 'admin' }],
  };
  const year = today.slice(0, 4);
  const commands = [
    { type: 'ChangeSetting', payload: { key: 'name', after: NAME } },
    ...MUNICIPALITIES.map((name) => ({ type: 'RegisterMunicipality', payload: { name } })),
    {
      type: 'SetCalendar',
      payload: {
        periods: CALENDAR.map(([from, to, name]) => ({ from: `${year}-${from}`, to: `${year}-${to}`, name })),
      },
    },
  ];
  const result = await executor.execute({
    stream: `organisation-${organisationId}`,
    opens: workflow,
    commands,
    key: 'demo-organisation',
    caller,
    arrivedAt: 0,
  });
  if (result.kind !== 'accepted') throw new Error(`The demo organisation was not accepted: ${result.kind}.`);
  return new Map(MUNICIPALITIES.map((name, index) => [name, result.ids[index + 1]?.municipalityId ?? '']));
}

/** Person refs by `role municipality` (or `role`). */
async function seedAccounts(
  { createAccount }: DemoParts,
  municipalities: ReadonlyMap<string, Id>,
): Promise<Map<string, Id>> {
  const people = new Map<string, Id>();
  for (const [town, municipalityId] of municipalities) {
    for (const [role, name] of PER_MUNICIPALITY) {
      const login = `${role}.${town}`.toLowerCase();
      people.set(
        `${role} ${town}`,
        await createAccount({ login, name: `${name} ${town}`, grants: [{ role, municipalityId }] }),
      );
    }
  }
  for (const [role, name] of PER_ORGANISATION)
    people.set(role, await createAccount({ login: role.toLowerCase(), name, grants: [{ role }] }));
  return people;
}

async function seedExample(
  parts: DemoParts,
  example: Example,
  municipalities: ReadonlyMap<string, Id>,
  people: ReadonlyMap<string, Id>,
): Promise<void> {
  const workflow = workflowFor('kern');
  if (!workflow) throw new Error('Workflow kern is missing.');
  const { organisationId, today } = parts;
  const municipalityId = municipalities.get(example.municipality) ?? '';
  const ref = (role: Role): Id => people.get(`${role} ${example.municipality}`) ?? '';
  const caller = (role: Role): Caller => ({
    kind: 'person',
    ref: ref(role),
    organisationId,
    grants: [{ role, municipalityId }],
  });
  const callers: Record<Player, Caller> = {
    PC: caller('processCoordinator'),
    PL: caller('projectLeader'),
    AP: caller('approver'),
  };
  const cast = {
    PC: ref('processCoordinator'),
    PL: ref('projectLeader'),
    AP: ref('approver'),
    client: ref('client'),
    municipalityId,
    title: example.title,
  };
  await play(parts.around, {
    steps: kersenlaan(cast),
    stream: `trajectory-${idOf('demo', organisationId, example.title)}`,
    workflow,
    start: addDays(today, -example.ago),
    until: example.until,
    callers,
  });
}
