// What one client does with one trajectory: mixed commands, alone and in batches, with texts that are sealed for an entry and for a person.
import { idOf } from '../../../workflows/kit/ids.js';
import type { Municipality, TownRole } from './town.js';

export interface Sending {
  by: TownRole;
  /** A batch; with one command it is sent alone. */
  commands: { type: string; payload: Record<string, unknown> }[];
}

/** Ids that earlier answers made, by name of the field; `event:<type>` is the id of the last event of that type. */
export type Known = Record<string, string>;
type Step = (known: Known) => Sending;

const one = (by: TownRole, type: string, payload: Record<string, unknown>): Sending => ({
  by,
  commands: [{ type, payload }],
});
const many = (by: TownRole, ...commands: [string, Record<string, unknown>][]): Sending => ({
  by,
  commands: commands.map(([type, payload]) => ({ type, payload })),
});

/** From registration to contributions; `nr` makes persons and texts unique. */
export function walkOf(nr: string, { id, people }: Municipality): Step[] {
  const role = (name: TownRole, responsibility: string): [string, Record<string, unknown>] => [
    'AssignRole',
    {
      role: name,
      assigneeRef: people[name].ref,
      department: 'Ruimte',
      isCommunication: false,
      responsibility,
      accepted: true,
    },
  ];
  return [
    () =>
      many(
        'processCoordinator',
        ['RegisterTrajectory', registration(`Plein ${nr}`, id, people.approver.ref)],
        ['AddPublicGroup', { name: 'bewoners', required: true, size: 400, min: 20, target: 40 }],
      ),
    () => one('processCoordinator', 'MakeEstimate', { totalHours: 40, totalCents: 150_000, endOn: '2099-06-30' }),
    () => one('processCoordinator', 'RequestApproval', { approverRef: people.approver.ref }),
    () => one('approver', 'ApproveTimeAndMoney', {}),
    () =>
      many(
        'processCoordinator',
        role('projectLeader', 'content'),
        role('processCoordinator', 'process'),
        [
          'AppointSingleContact',
          { assigneeRef: people.processCoordinator.ref, publicName: 'Wijkloket', channel: 'telefoon' },
        ],
        ['ConfirmOrganisation', {}],
      ),
    () => logEntry(nr),
    ({ groupId }) =>
      many(
        'processCoordinator',
        ['HoldConversation', { attendance: [{ groupId, count: 31 }], mood: 'calm' }],
        ['ReceiveContribution', { conversationId: '$0.conversationId', kind: 'idea', text: `bankje ${nr}` }],
        [
          'MakeAgreement',
          { text: `bankje ${nr} komt er`, dueOn: '2099-06-19', public: true, conversationId: '$0.conversationId' },
        ],
      ),
    () => letter(nr),
    (known) =>
      one('processCoordinator', 'CorrectFact', {
        eventId: known['event:ContributionReceived'],
        field: '/text',
        before: letterText(nr),
        after: `brief ${nr}, verbeterd`,
        reason: 'verkeerd overgenomen',
      }),
    () => one('projectLeader', 'AddPublicGroup', { name: 'ondernemers', required: false, size: 30, min: 2, target: 5 }),
  ];
}

/** What every client adds to one trajectory that they share. */
export const sharedStep = (nr: string, even: boolean): Sending => (even ? letter(nr) : logEntry(nr));

/** Opens a trajectory. */
export const registration = (title: string, municipalityId: string, clientRef: string): Record<string, unknown> => ({
  title,
  theme: 'groen',
  workflow: 'kern',
  municipalityIds: [municipalityId],
  clientRef,
});

const letterText = (nr: string): string => `brief ${nr} over de speelplek`;

function letter(nr: string): Sending {
  const personRef = idOf('resident', nr);
  return one('processCoordinator', 'ReceiveContribution', {
    source: 'letter',
    kind: 'idea',
    text: letterText(nr),
    personRef,
  });
}

function logEntry(nr: string): Sending {
  const withWhom = [{ personRef: idOf('neighbour', nr), label: `buur ${nr}` }];
  return one('projectLeader', 'WriteLogEntry', { withWhom, discussed: `de bankjes van ${nr}`, yield: 'een plek' });
}
