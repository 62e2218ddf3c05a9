// Folding: a stored event steps the machines it addresses and changes the facts. Nothing is decided here, so a replay cannot re-decide.
// The trajectory is a draft owned by its fold and changed in place: copying per event was measured quadratic.
import { valueAt, withValue } from './leaves.js';
import { upcast } from './events.js';
import type { Cell, Change, Recorded, Step, Trajectory } from './types.js';
import type { EntityDef, Workflow } from './workflow.js';

/** A stored event that fits no machine of its trajectory: a bug or a wrong workflow version, never the user's fault. */
export class HistoryRejected extends Error {
  constructor(event: Recorded, states: string) {
    super(`Event '${event.type}' (${event.meta.stream} revision ${event.meta.revision}) fits no machine: ${states}.`);
    this.name = 'HistoryRejected';
  }
}

/** Key of a phase's machine in `cells` and `phases`. */
export function phaseKey(phase: string, round?: string): string {
  return round === undefined ? phase : `${phase}/${round}`;
}

/** A trajectory before its first event. */
export function emptyTrajectory<F>(workflow: Workflow<F>, stream: string): Trajectory<F> {
  return {
    id: stream.slice(stream.indexOf('-') + 1),
    stream,
    workflow: { name: workflow.name, version: workflow.version },
    revision: -1,
    root: workflow.rootMachine.start(),
    cells: new Map(),
    phases: new Map(),
    facts: workflow.emptyFacts(),
    overrides: [],
    requests: new Map(),
    events: new Map(),
  };
}

/** The trajectory after these events of one stream, from its beginning. */
export function fold<F>(workflow: Workflow<F>, stream: string, events: Iterable<Recorded>): Trajectory<F> {
  const trajectory = emptyTrajectory(workflow, stream);
  for (const event of events) evolve(workflow, trajectory, event);
  return trajectory;
}

/** Takes one event in place and says what it did. Throws HistoryRejected when nothing takes it. */
export function evolve<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, stored: Recorded): Change<F> {
  const def = workflow.events.get(stored.type);
  if (!def) throw new HistoryRejected(stored, `the workflow ${workflow.name} v${workflow.version} does not know it`);
  const event = upcast(stored, def);
  const steps = stepMachines(workflow, trajectory, event);
  if (steps.length === 0 && !def.standsAlone) throw new HistoryRejected(event, statesOf(workflow, trajectory, event));
  if (event.type === 'FactCorrected') applyCorrection(workflow, trajectory, event);
  noteEvent(workflow, trajectory, event, steps);
  return { steps, after: trajectory };
}

/** Everything that an event leaves beside the machines: facts, the lives of phases, passed needs, the request it came with. */
export function noteEvent<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  event: Recorded,
  steps: readonly Pick<Step, 'key' | 'machine'>[],
): void {
  const standsAlone = workflow.events.get(event.type)?.standsAlone === true;
  const rootStepped = steps.some((step) => step.key === 'root');
  if (standsAlone && !rootStepped) trajectory.root.revision += 1;
  noteFirstEvents(workflow, trajectory, event, steps);
  notePhase(trajectory, event);
  noteOverrides(workflow, trajectory, event);
  for (const handler of workflow.handlers.get(event.type) ?? []) handler(trajectory.facts, event);
  trajectory.events.set(event.meta.id, event);
  if (standsAlone || rootStepped) growCells(workflow, trajectory);
  noteRequest(trajectory, event);
  trajectory.revision = event.meta.revision;
}

/** Keys of the machines an event addresses, in the order in which they step. */
export function addressed<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, event: Recorded): string[] {
  const takers = workflow.takers.get(event.type);
  if (!takers) return [];
  const keys = takers.root ? ['root'] : [];
  for (const phase of takers.phases) {
    if (event.type === 'PhaseReopened') {
      if (event.data.phase === phase.key) keys.push(phaseKey(phase.key, event.meta.round));
    } else if (phase.per === 'trajectory') keys.push(phase.key);
    else for (const round of phase.rounds?.(event, trajectory.facts) ?? []) keys.push(phaseKey(phase.key, round));
  }
  for (const entity of takers.entities)
    for (const id of entityIds(entity, event.data)) keys.push(`${entity.key}/${id}`);
  return keys;
}

/** The entities an event names: `<key>Id`, `<key>Ids` or both. */
export function entityIds<F>(entity: Pick<EntityDef<F>, 'key'>, data: Record<string, unknown>): string[] {
  const one = data[`${entity.key}Id`];
  const many = data[`${entity.key}Ids`];
  return [...(typeof one === 'string' ? [one] : []), ...(Array.isArray(many) ? (many as string[]) : [])];
}

/** The cell at a key, made on first use: a machine counts as having existed since its trajectory or round began. */
export function cellAt<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, key: string): Cell | undefined {
  if (key === 'root') return trajectory.root;
  const existing = trajectory.cells.get(key);
  if (existing) return existing;
  const slash = key.indexOf('/');
  return workflow.machines.get(slash < 0 ? key : key.slice(0, slash))?.start();
}

function stepMachines<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, event: Recorded): Step[] {
  const steps: Step[] = [];
  for (const key of addressed(workflow, trajectory, event)) {
    const cell = cellAt(workflow, trajectory, key);
    if (!cell) continue;
    const from = cell.value;
    const machine = key === 'root' ? workflow.rootMachine : workflow.machines.get(cell.machine);
    if (!machine?.step(cell, event)) continue;
    if (key !== 'root') trajectory.cells.set(key, cell);
    steps.push({ key, machine: cell.machine, from, to: cell.value, since: cell.context.since });
  }
  return steps;
}

function statesOf<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, event: Recorded): string {
  const keys = addressed(workflow, trajectory, event);
  return (
    keys.map((key) => `${key} is '${cellAt(workflow, trajectory, key)?.value ?? 'unknown'}'`).join(', ') ||
    'none is addressed'
  );
}

function noteFirstEvents<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  event: Recorded,
  steps: readonly Pick<Step, 'key' | 'machine'>[],
): void {
  const phases = workflow.takers.get(event.type)?.phases ?? [];
  for (const { key, machine } of steps) {
    if (!phases.some((phase) => phase.key === machine) || trajectory.phases.get(key)?.firstEventAt !== undefined)
      continue;
    trajectory.phases.set(key, { ...trajectory.phases.get(key), firstEventAt: event.meta.occurredAt });
  }
}

function notePhase<F>(trajectory: Trajectory<F>, event: Recorded): void {
  const phase = event.data.phase;
  if (!event.type.startsWith('Phase') || typeof phase !== 'string') return;
  const note = (key: string, life: object): unknown =>
    trajectory.phases.set(key, { ...trajectory.phases.get(key), ...life });
  const key = phaseKey(phase, event.meta.round);
  if (event.type === 'PhaseStarted') note(key, { startedAt: event.meta.occurredAt });
  if (event.type === 'PhaseCompleted') note(key, { completedAt: event.meta.occurredAt, underReview: false });
  if (event.type === 'PhaseMarkedForReview') note(key, { underReview: true });
  if (event.type !== 'PhaseSkipped') return;
  for (const cell of [phase, ...trajectory.cells.keys()].filter(
    (name) => name === phase || name.startsWith(`${phase}/`),
  ))
    note(cell, { skipped: true });
}

/** GuardOverridden waits for the next such command of that phase and round, whose event uses it up. */
function noteOverrides<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, event: Recorded): void {
  if (event.type === 'GuardOverridden') {
    const { command, phase, roundId, needs } = event.data as {
      command: string;
      phase?: string;
      roundId?: string;
      needs: string[];
    };
    trajectory.overrides.push({ command, needs, ...(phase ? { phase } : {}), ...(roundId ? { roundId } : {}) });
  } else if (trajectory.overrides.length > 0) {
    trajectory.overrides = trajectory.overrides.filter((pending) => {
      const sameCommand = workflow.commands.get(pending.command)?.event === event.type;
      const samePlace =
        (pending.phase ?? event.meta.phase) === event.meta.phase &&
        (pending.roundId ?? event.meta.round) === event.meta.round;
      return !(sameCommand && samePlace);
    });
  }
}

/** A correction replaces the value in the original event and lets its facts be read again; fact handlers therefore overwrite, never add up. */
function applyCorrection<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, event: Recorded): void {
  const { eventId, field, after } = event.data as { eventId: string; field: string; after: unknown };
  const original = trajectory.events.get(eventId);
  if (!original || valueAt(original.data, field) === after) return;
  const corrected = { ...original, data: withValue(original.data, field, after ?? undefined) };
  trajectory.events.set(eventId, corrected);
  for (const handler of workflow.handlers.get(original.type) ?? []) handler(trajectory.facts, corrected);
}

function growCells<F>(workflow: Workflow<F>, trajectory: Trajectory<F>): void {
  for (const key of phaseKeys(workflow, trajectory)) {
    const cell = trajectory.cells.has(key) ? undefined : cellAt(workflow, trajectory, key);
    if (cell) trajectory.cells.set(key, cell);
  }
}

/** Keys of all phase machines of a trajectory, in the order of the workflow. */
export function phaseKeys<F>(workflow: Workflow<F>, trajectory: Trajectory<F>): string[] {
  const keys: string[] = [];
  for (const phase of workflow.phases) {
    if (phase.per === 'trajectory') keys.push(phase.key);
    else for (const round of workflow.rounds(phase.key, trajectory.facts)) keys.push(phaseKey(phase.key, round));
  }
  return keys;
}

function noteRequest<F>(trajectory: Trajectory<F>, event: Recorded): void {
  const { correlationId, commandHash, revision } = event.meta;
  const span = trajectory.requests.get(correlationId);
  if (span) span.to = revision;
  else trajectory.requests.set(correlationId, { hash: commandHash, from: revision, to: revision });
}
