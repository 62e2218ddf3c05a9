// What the demo begins with: its organisation, an account per role, the example whole and three copies of it stopped half-way.
import { idOf } from '../../workflows/kit/ids.js';
import { addDays } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Role } from '../../workflows/kit/types.js';
import { workflowFor } from '../../workflows/registry.js';
import type { Caller } from '../trajectories/caller.js';
import type { Surroundings } from '../trajectories/execute.js';
import type { Player } from './example.js';
import { kersenlaan, STOPS } from './kersenlaan.js';
import {
  demoAccounts,
  demoPeople,
  seedOrganisation,
  type DemoAccount,
  type Town,
  type TownName,
} from './organisation.js';
import { play } from './play.js';

export interface DemoParts {
  around: Omit<Surroundings, 'now'>;
  organisationId: Id;
  /** Makes the account of a person; the password is the caller's to print once. */
  createAccount: (account: DemoAccount) => Promise<void>;
  today: LocalDate;
  /** The day from which the organisation has trajectories. */
  since: LocalDate;
  /** One sentence per step, for the one who waits. */
  progress: (text: string) => void;
}

interface Example {
  title: string;
  municipality: TownName;
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

/** Fills an empty data directory with the demo; answers its municipalities. Running it again on a half-filled one completes it. */
export async function seedDemo(parts: DemoParts): Promise<Town[]> {
  parts.progress('De demo-organisatie wordt klaargezet.');
  const towns = await seedOrganisation(parts);
  // All at once: making a password takes its time, and there are as many as there are roles.
  await Promise.all(demoAccounts(towns).map((account) => parts.createAccount(account)));
  for (const example of EXAMPLES) {
    parts.progress(`Traject '${example.title}' wordt doorlopen.`);
    await seedExample(parts, example, towns);
  }
  return towns;
}

async function seedExample(parts: DemoParts, example: Example, towns: readonly Town[]): Promise<void> {
  const workflow = workflowFor('kern');
  if (!workflow) throw new Error('Workflow kern is missing.');
  const { organisationId, today } = parts;
  const municipalityId = towns.find(({ name }) => name === example.municipality)?.id ?? '';
  const person = demoPeople(organisationId);
  const ref = (role: Role): Id => person(role, example.municipality);
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
