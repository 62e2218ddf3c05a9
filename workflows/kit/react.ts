// What follows by itself in the same append: phases open and close, later phases come under review, decisions are explained.
import { evolve, phaseKeys } from './evolve.js';
import { idOf, SYSTEM_REF } from './ids.js';
import type { Change, Meta, Recorded, Trajectory } from './types.js';
import type { Automatic, Workflow } from './workflow.js';

/** More than any real reaction chain has; a workflow that exceeds it would never end. */
const REACTIONS_MAX = 200;

/** Writes events after one another with dense revisions and deterministic ids, evolving the trajectory as it goes. */
export class Append<F> {
  readonly events: Recorded[] = [];
  private index = 0;

  constructor(
    private readonly workflow: Workflow<F>,
    private readonly trajectory: Trajectory<F>,
    private readonly base: Omit<
      Meta,
      'id' | 'revision' | 'position' | 'occurredAt' | 'causationId' | 'phase' | 'round'
    >,
  ) {}

  /** Adds one event and everything that follows from it, to a fixpoint. */
  add(
    type: string,
    data: Record<string, unknown>,
    place: Pick<Meta, 'occurredAt' | 'phase' | 'round'> & Partial<Pick<Meta, 'actor'>>,
    cause?: string,
  ): Recorded {
    const event = this.evolved(type, data, place, cause);
    const before = this.events.length;
    const waiting: { cause: Recorded; change: Change<F> }[] = [event];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (this.events.length - before > REACTIONS_MAX)
        throw new Error(`Workflow '${this.workflow.name}' keeps reacting to '${type}'.`);
      for (const automatic of automatics(this.workflow, this.trajectory, next.cause, next.change)) {
        const { type: follow, data: followData, ...at } = automatic;
        waiting.push(
          this.evolved(
            follow,
            followData,
            {
              ...at,
              occurredAt: next.cause.meta.occurredAt,
              actor: { kind: 'system', ref: SYSTEM_REF, role: 'system' },
            },
            next.cause.meta.id,
          ),
        );
      }
    }
    return event.cause;
  }

  private evolved(
    type: string,
    data: Record<string, unknown>,
    place: Pick<Meta, 'occurredAt' | 'phase' | 'round'> & Partial<Pick<Meta, 'actor'>>,
    cause?: string,
  ): { cause: Recorded; change: Change<F> } {
    const id = idOf(this.base.stream, this.base.commandId, this.index);
    this.index += 1;
    const version = this.workflow.events.get(type)?.version ?? 1;
    const { occurredAt, phase, round, actor = this.base.actor } = place;
    const meta: Meta = {
      ...this.base,
      occurredAt,
      ...(phase === undefined ? {} : { phase }),
      ...(round === undefined ? {} : { round }),
      actor,
      id,
      revision: this.trajectory.revision + 1,
      position: '',
      causationId: cause ?? this.base.commandId,
    };
    const event: Recorded = { type, version, data, meta };
    this.events.push(event);
    return { cause: event, change: evolve(this.workflow, this.trajectory, event) };
  }
}

function automatics<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  event: Recorded,
  change: Change<F>,
): Automatic[] {
  return [
    ...openings(workflow, trajectory, event, change),
    ...closings(workflow, change),
    ...reviews(workflow, trajectory, event),
    ...workflow.follows(event, trajectory),
  ];
}

function openings<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  event: Recorded,
  change: Change<F>,
): Automatic[] {
  const opened: Automatic[] = [];
  for (const key of phaseKeys(workflow, trajectory)) {
    const { phase, round } = place(key);
    if (trajectory.phases.get(key)?.startedAt !== undefined) continue;
    const begun =
      isFirstEvent(workflow, event, change, key, phase) ||
      workflow.opens(phase, round, trajectory, event.meta.occurredAt);
    if (begun) opened.push(phaseEvent('PhaseStarted', phase, round));
  }
  return opened;
}

/** A fact that steps the phase's machine, or one of its own decisions (by override), opens it early. */
function isFirstEvent<F>(
  workflow: Workflow<F>,
  event: Recorded,
  change: Change<F>,
  key: string,
  phase: string,
): boolean {
  if (!change.steps.some((step) => step.key === key)) return false;
  const kind = workflow.events.get(event.type)?.kind;
  const own = workflow.phases.find((candidate) => candidate.key === phase)?.commands ?? {};
  return (
    kind === 'fact' || Object.values(own).some((command) => command.event === event.type && command.phase === phase)
  );
}

function closings<F>(workflow: Workflow<F>, change: Change<F>): Automatic[] {
  return change.steps.flatMap((step) => {
    const { phase, round } = place(step.key);
    const machine = workflow.phases.some((candidate) => candidate.key === phase)
      ? workflow.machines.get(phase)
      : undefined;
    const isClosed = (state: string): boolean => machine?.tags.get(state)?.has('closed') ?? false;
    if (!isClosed(step.to) || isClosed(step.from)) return [];
    return [phaseEvent('PhaseCompleted', phase, round, { outcome: step.to })];
  });
}

const REOPENING = ['PhaseReopened', 'RoundReopened', 'FactCorrected'];

/** Later phases that are finished come under review when an earlier one is reopened or corrected. */
function reviews<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, event: Recorded): Automatic[] {
  if (!REOPENING.includes(event.type) || event.meta.phase === undefined) return [];
  return workflow
    .laterPhases(event.meta.phase, event.meta.round, trajectory)
    .filter((key) => isFinished(workflow, trajectory, key) && trajectory.phases.get(key)?.underReview !== true)
    .map((key) => phaseEvent('PhaseMarkedForReview', place(key).phase, place(key).round, { because: event.type }));
}

/** Whether the machine at this key stands in a state tagged `closed`, or the phase was skipped. */
export function isFinished<F>(workflow: Workflow<F>, trajectory: Trajectory<F>, key: string): boolean {
  const cell = trajectory.cells.get(key);
  if (trajectory.phases.get(key)?.skipped) return true;
  return cell !== undefined && (workflow.machines.get(cell.machine)?.tags.get(cell.value)?.has('closed') ?? false);
}

function phaseEvent(
  type: string,
  phase: string,
  round: string | undefined,
  extra: Record<string, unknown> = {},
): Automatic {
  const isRound = round !== undefined && round !== 'stopped';
  return {
    type,
    phase,
    ...(round === undefined ? {} : { round }),
    data: { phase, ...(isRound ? { roundId: round } : {}), ...extra },
  };
}

/** Phase and round of a key in `cells`. */
export function place(key: string): { phase: string; round: string | undefined } {
  const slash = key.indexOf('/');
  return slash < 0 ? { phase: key, round: undefined } : { phase: key.slice(0, slash), round: key.slice(slash + 1) };
}
