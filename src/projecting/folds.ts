// Streams folded as far as a projection has come, kept while they are used. A stream that is no longer kept is folded again from the log.
import { emptyTrajectory, evolve } from '../../workflows/kit/evolve.js';
import { upcast } from '../../workflows/kit/events.js';
import type { Change, Recorded, Trajectory } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { comparePositions } from '../event-log/append-rule.js';
import { LogCorrupt, StreamDeleted } from '../event-log/errors.js';
import type { EventLog, StoredEvent } from '../event-log/event-log.js';
import type { Domain } from './domain.js';
import { Poison } from './poison.js';
import type { ParkCode } from './read-database.js';

const PAGE = 500;
const STREAMS_MAX = 2_000;
const EVENTS_MAX = 100_000;

/** One stream as it stands; a draft that changes in place. */
export interface Fold {
  workflow: AnyWorkflow;
  trajectory: Trajectory<unknown>;
  /** Its last event, lifted to the newest version. */
  last: Recorded;
}

/** Runs a step for one event of a stream; what it throws becomes the reason to park that stream. */
export function guarded<T>(code: ParkCode, place: { stream: string; revision: number }, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof Poison
      ? error
      : new Poison({ stream: place.stream, revision: place.revision, code }, { cause: error });
  }
}

/** Takes the next event of its stream. Throws Poison when no workflow is known, or the event does not fit. */
export function take(
  domain: Domain,
  fold: Fold | undefined,
  event: Recorded,
): { fold: Fold; change: Change<unknown>; event: Recorded } {
  const { stream } = event.meta;
  const workflow = fold?.workflow ?? domain.workflowOf(stream, event);
  if (!workflow) throw new Poison({ stream, revision: event.meta.revision, code: 'no-workflow' });
  return guarded('does-not-fit', event.meta, () => {
    const def = workflow.events.get(event.type);
    if (def && event.version > def.version)
      throw new Error(`Event '${event.type}' has version ${event.version}, newer than this program.`);
    const lifted = def ? upcast(event, def) : event;
    const trajectory = fold?.trajectory ?? emptyTrajectory(workflow, stream);
    if (event.meta.revision !== trajectory.revision + 1)
      throw new Error(`Revision ${event.meta.revision} does not follow ${trajectory.revision}.`);
    const change = evolve(workflow, trajectory, lifted);
    return { fold: { workflow, trajectory, last: lifted }, change, event: lifted };
  });
}

export class Folds {
  private readonly kept = new Map<string, Fold>();
  /** Events counted for each kept stream: the draft goes on growing after it was counted. */
  private readonly sizes = new Map<string, number>();
  private events = 0;

  constructor(
    private readonly log: EventLog,
    private readonly domain: Domain,
  ) {}

  /** The stream before that revision; undefined before its first event. Throws Poison when an earlier event cannot be applied. */
  async before(stream: string, revision: number): Promise<Fold | undefined> {
    const kept = this.kept.get(stream);
    if (kept?.trajectory.revision === revision - 1) return kept;
    this.drop(stream);
    let fold: Fold | undefined;
    for (let from = 0; from < revision; from += PAGE) {
      const page = await this.readable({ stream, revision }, from, Math.min(PAGE, revision - from));
      for (const stored of page)
        fold = take(
          this.domain,
          fold,
          guarded('undecodable', stored, () => this.domain.decode(stored)),
        ).fold;
      if (page.length === 0) break;
    }
    return fold;
  }

  /** The stream as it stood at that position of the log; undefined when it had no events, or one that cannot be applied. */
  async at(stream: string, position: string): Promise<Fold | undefined> {
    const kept = this.kept.get(stream);
    if (kept) return kept;
    let fold: Fold | undefined;
    for (let from = 0; ; from += PAGE) {
      const page = await this.readable({ stream, revision: from }, from, PAGE);
      for (const stored of page) {
        if (comparePositions(stored.position, position) > 0) return fold;
        fold = take(this.domain, fold, this.domain.decode(stored)).fold;
      }
      if (page.length < PAGE) return fold;
    }
  }

  /** A page of a stream; one that is damaged or deleted is no reason to hold up the others. */
  private async readable(
    place: { stream: string; revision: number },
    from: number,
    limit: number,
  ): Promise<StoredEvent[]> {
    try {
      return await this.log.readStream(place.stream, from, limit);
    } catch (error) {
      if (!(error instanceof LogCorrupt || error instanceof StreamDeleted)) throw error;
      throw new Poison({ ...place, code: 'damaged' }, { cause: error });
    }
  }

  keep(stream: string, fold: Fold): void {
    this.drop(stream);
    this.kept.set(stream, fold);
    this.sizes.set(stream, fold.trajectory.revision + 1);
    this.events += fold.trajectory.revision + 1;
    for (const oldest of this.kept.keys()) {
      if (oldest === stream || (this.kept.size <= STREAMS_MAX && this.events <= EVENTS_MAX)) break;
      this.drop(oldest);
    }
  }

  clear(): void {
    this.kept.clear();
    this.sizes.clear();
    this.events = 0;
  }

  drop(stream: string): void {
    this.events -= this.sizes.get(stream) ?? 0;
    this.sizes.delete(stream);
    this.kept.delete(stream);
  }
}
