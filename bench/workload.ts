// The common workload: twelve named commands of kern, from registration to feedback, each alone and by the role that may give it.
import { idOf } from '../workflows/kit/ids.js';
import type { Command, Id, Role } from '../workflows/kit/types.js';
import { workflowFor, type AnyWorkflow } from '../workflows/registry.js';
import type { Caller } from '../src/trajectories/caller.js';
import type { CommandResult } from '../src/trajectories/execute.js';
import { Runtime, type RuntimeOptions } from '../src/runtime.js';

export const ORGANISATION: Id = idOf('bench-organisation');
const person = (role: Role): Caller => ({
  kind: 'person',
  ref: idOf('bench', role),
  organisationId: ORGANISATION,
  grants: [{ role }],
});
const PC = person('processCoordinator');
const PL = person('projectLeader');
const AP = person('approver');

interface Step {
  by: Caller;
  command: (ids: Record<string, Id>, municipalityId: Id) => Command;
}

const step = (
  by: Caller,
  type: string,
  payload: (ids: Record<string, Id>, municipalityId: Id) => Record<string, unknown>,
): Step => ({
  by,
  command: (ids, municipalityId) => ({ type, payload: payload(ids, municipalityId) }),
});
const role = (name: Role, responsibility: string): Step =>
  step(PC, 'AssignRole', () => ({
    role: name,
    assigneeRef: PL.ref,
    department: 'Ruimte',
    isCommunication: false,
    responsibility,
    accepted: true,
  }));

export const TWELVE: readonly Step[] = [
  step(PC, 'RegisterTrajectory', (_ids, municipalityId) => ({
    title: 'Herinrichting plein',
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [municipalityId],
    clientRef: AP.ref,
  })),
  step(PC, 'AddPublicGroup', () => ({ name: 'bewoners', required: true, size: 400, min: 20, target: 40 })),
  step(PC, 'MakeEstimate', () => ({ totalHours: 40, totalCents: 150_000, endOn: '2099-06-30' })),
  step(PC, 'RequestApproval', () => ({ approverRef: AP.ref })),
  step(AP, 'ApproveTimeAndMoney', () => ({})),
  role('projectLeader', 'content'),
  role('processCoordinator', 'process'),
  step(PC, 'AppointSingleContact', () => ({ assigneeRef: PC.ref, publicName: 'Wijkloket', channel: 'telefoon' })),
  step(PC, 'ConfirmOrganisation', () => ({})),
  step(PC, 'HoldConversation', ({ groupId = '' }) => ({ attendance: [{ groupId, count: 31 }], mood: 'calm' })),
  step(PL, 'InterpretResults', () => ({ answered: 'yes', findings: [] })),
  step(PC, 'SendFeedback', ({ groupId = '' }) => ({ channel: 'brief', groupIds: [groupId], recipients: 31 })),
];

/** A runtime with one municipality. */
export interface Bench {
  runtime: Runtime;
  municipalityId: Id;
}

/** A runtime on that folder, or on another log, with one municipality. */
export async function benchRuntime(directory: string, eventLog?: RuntimeOptions['eventLog']): Promise<Bench> {
  const started = Number(process.hrtime.bigint()) / 1e6;
  const clock = { now: () => new Date().toISOString(), elapsed: () => Number(process.hrtime.bigint()) / 1e6 - started };
  const runtime = await Runtime.open({ directory, clock, demo: false, eventLog });
  const result = await runtime.executor.execute({
    stream: `organisation-${ORGANISATION}`,
    opens: workflow('organisation'),
    commands: [{ type: 'RegisterMunicipality', payload: { name: 'Oosterkoog' } }],
    key: 'bench',
    caller: person('admin'),
    arrivedAt: 0,
  });
  return { runtime, municipalityId: accepted(result).ids[0]?.municipalityId ?? '' };
}

function workflow(name: string): AnyWorkflow {
  const found = workflowFor(name);
  if (!found) throw new Error(`No workflow '${name}'.`);
  return found;
}

function accepted(result: CommandResult): Extract<CommandResult, { kind: 'accepted' }> {
  if (result.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(result).slice(0, 400)}`);
  return result;
}

/** Sends the twelve commands of one trajectory; answers the last position. `note` gets the milliseconds of each command. */
export async function runTrajectory(
  { runtime, municipalityId }: Bench,
  nr: string,
  note?: (ms: number) => void,
): Promise<string> {
  const stream = `trajectory-${idOf('bench-trajectory', nr)}`;
  const ids: Record<string, Id> = {};
  let position = '';
  for (const [index, { by, command }] of TWELVE.entries()) {
    const start = process.hrtime.bigint();
    const opens = index === 0 ? { opens: workflow('kern') } : {};
    const result = accepted(
      await runtime.executor.execute({
        stream,
        ...opens,
        commands: [command(ids, municipalityId)],
        key: `${nr}-${index}`,
        caller: by,
        arrivedAt: runtime.around.elapsed(),
      }),
    );
    note?.(Number(process.hrtime.bigint() - start) / 1e6);
    Object.assign(ids, result.ids[0]);
    position = result.position;
  }
  return position;
}

/** Runs `n` trajectories with `clients` at a time and waits until the projections of today have passed the last event. */
export async function runMany(
  bench: Bench,
  n: number,
  clients: number,
  tag: string,
  note?: (ms: number) => void,
): Promise<void> {
  let next = 0;
  const positions: string[] = [];
  const client = async (): Promise<void> => {
    for (let mine = next++; mine < n; mine = next++) positions.push(await runTrajectory(bench, `${tag}-${mine}`, note));
  };
  await Promise.all(Array.from({ length: clients }, client));
  const last = positions.reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
  if (!(await bench.runtime.runner.waitForToday(last, 60_000))) throw new Error('The projections did not get there.');
}
