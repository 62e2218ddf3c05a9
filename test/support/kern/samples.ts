// One rightful example of every command of kern: in which role, and with which payload in a given world.
// The ids it names are those the world made last; a test that wants another thing makes that thing last.
import { addDays } from '../../../workflows/kit/time.js';
import type { Id, Role } from '../../../workflows/kit/types.js';
import { commandRow, kernCommands } from '../domain/index.js';
import { factPayloads } from './sample-facts.js';
import { phasePayloads } from './sample-phases.js';
import { thingPayloads } from './sample-things.js';
import { OOSTERKOOG, personOf, type World } from './world.js';

export type Payload = Record<string, unknown>;
export type Sample = (world: World) => Payload;

/** The words of the rule table as persons of these tests: who was assigned, who receives, who recorded. */
export const STAND_INS: Readonly<Record<string, Role>> = {
  assignee: 'buddy',
  receiver: 'management',
  author: 'alderman',
};

const REASON = 'omdat het zo is afgesproken';

/** The last event of that type, else the first of all: its id, and the value in force of one of its fields. */
function lastOf(world: World, type: string): { id: Id; data: Payload } {
  const event = world.events.findLast((one) => one.type === type) ?? world.events[0];
  const inForce = event && world.trajectory.events.get(event.meta.id);
  return { id: inForce?.meta.id ?? world.id('eventId'), data: inForce?.data ?? {} };
}

const rootPayloads: Record<string, Sample> = {
  RegisterTrajectory: ({ today }) => ({
    title: 'Vijf bankjes in de Kersenlaan',
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [OOSTERKOOG],
    startOn: addDays(today, 30),
    clientRef: personOf('client'),
    coordinatorRef: personOf('processCoordinator'),
  }),
  PlanRound: () => ({ title: 'Tweede ronde' }),
  SkipPhase: () => ({ phase: 'conversations', reason: REASON }),
  ReopenPhase: () => ({ phase: 'approval', toState: 'estimating', reason: REASON }),
  OverrideGuard: () => ({ command: 'CompleteConversations', needs: ['REPORTS_SHARED'], reason: REASON }),
  CorrectFact: (world) => {
    const { id, data } = lastOf(world, 'DirectRouteNoticed');
    return { eventId: id, field: '/topic', before: data.topic ?? '', after: 'het verkeer', reason: REASON };
  },
  PauseTrajectory: () => ({ reason: REASON }),
  ResumeTrajectory: () => ({}),
  CancelTrajectory: ({ today }) => ({ reason: REASON, messagePlannedOn: today }),
  CompleteTrajectory: () => ({}),
  ReopenTrajectory: () => ({ reason: REASON }),
  ArchiveTrajectory: () => ({ selectionCategory: 'B1', keepUntil: 'permanent' }),
};

const payloads: Readonly<Record<string, Sample>> = {
  ...rootPayloads,
  ...factPayloads,
  ...phasePayloads,
  ...thingPayloads,
};

/** The commands of a trajectory in kern, in the order of the rule table: the three of the organisation have a stream of their own. */
export const trajectoryCommands: readonly string[] = kernCommands.filter(
  (name) => commandRow(name).group !== 'organisation stream',
);

/** The payload of the sample of a command. Throws for a command without one, so that no command is forgotten. */
export function sampleOf(command: string, world: World): Payload {
  const sample = payloads[command];
  if (!sample) throw new Error(`there is no sample of ${command}`);
  return sample(world);
}

/** The roles that may decide by the rule table, its words replaced by the roles that stand for them here. */
export function rightful(command: string): Role[] {
  return commandRow(command).by.map((who) => STAND_INS[who] ?? (who as Role));
}
