// One trajectory as it stands now or stood on a past day: its row of the status overview, and the machines with their revisions.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { history } from '../../projections/history/history.projection.js';
import type { StatusDetail } from '../../projections/status-overview/views.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Cell, Id } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { trajectoryAsOf, type AsOf } from '../trajectories/past.js';
import { scopeOf, sightIn, type Sight } from '../trajectories/reading.js';
import { municipalitiesOf, withFolded } from './folded.js';
import { pastOf, statusAsOf } from './past.js';
import { shownOn } from './signals.query.js';

export interface TrajectoryState {
  status: StatusDetail;
  root: Cell;
  /** Keyed `phase`, `phase/round` or `entity/id`. */
  cells: Map<string, Cell>;
  /** Of the stream. */
  revision: number;
  sight: Sight;
}

/** There was nothing of the trajectory on that day. */
export interface NotYet {
  notYet: AsOf;
}

/** Answers undefined when the trajectory does not exist or the caller may not know of it. */
export class ReadTrajectory extends Query<TrajectoryState | NotYet | undefined> {
  constructor(
    readonly caller: Caller,
    readonly trajectoryId: Id,
    readonly asOf?: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ReadTrajectory)
export class ReadTrajectoryHandler implements IQueryHandler<ReadTrajectory> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, trajectoryId, asOf }: ReadTrajectory): Promise<TrajectoryState | NotYet | undefined> {
    const { runtime } = this;
    const past = pastOf(asOf, localDay(runtime.around.now()));
    const found = await withFolded(runtime, caller, `trajectory-${trajectoryId}`, async (loaded) => {
      const steps = () => runtime.runner.ask(history).steps(trajectoryId);
      const trajectory = past ? await trajectoryAsOf(runtime.store, loaded, past, steps) : loaded.trajectory;
      const { root, cells, revision } = trajectory ?? {};
      return {
        // Who may read it is decided by how it is now.
        sight: sightIn(caller, municipalitiesOf(loaded)),
        ...(root && cells && revision !== undefined ? { folded: { root, cells: new Map(cells), revision } } : {}),
      };
    });
    if (!found) return undefined;
    const { status, day } = statusAsOf(runtime, asOf);
    const { from } = await shownOn(runtime, caller, day);
    const row = status.one(scopeOf(caller), trajectoryId, day, from);
    if (row && found.folded) return { ...found.folded, status: row, sight: found.sight };
    return past && { notYet: past };
  }
}
