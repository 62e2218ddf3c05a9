// The events of a trajectory as they were stored, with what this caller may not see hidden.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Id, Recorded } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { sightIn } from '../trajectories/reading.js';
import { visibleEvent } from '../trajectories/visible.js';
import { municipalitiesOf, withFolded } from './folded.js';

export interface EventPage {
  items: Recorded[];
  /** Revision to ask from next; absent at the end. */
  next?: number;
}

/** Answers undefined when the trajectory does not exist or the caller may not know of it. */
export class ReadEvents extends Query<EventPage | undefined> {
  constructor(
    readonly caller: Caller,
    readonly trajectoryId: Id,
    readonly from: number,
  ) {
    super();
  }
}

const PAGE = 1_000;

@QueryHandler(ReadEvents)
export class ReadEventsHandler implements IQueryHandler<ReadEvents> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, trajectoryId, from }: ReadEvents): Promise<EventPage | undefined> {
    const stream = `trajectory-${trajectoryId}`;
    const last = await withFolded(this.runtime, caller, stream, ({ trajectory }) => trajectory.revision);
    if (last === undefined) return undefined;
    const events = await this.runtime.store.events(stream, from, Math.min(last, from + PAGE - 1));
    const next = from + events.length;
    const items = await withFolded(this.runtime, caller, stream, (loaded) => {
      const sight = sightIn(caller, municipalitiesOf(loaded));
      return events.map((event) => visibleEvent(loaded.workflow, loaded.trajectory, event, sight));
    });
    return items && { items, ...(next <= last ? { next } : {}) };
  }
}
