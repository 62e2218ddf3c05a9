// One trajectory as it stands now: its row of the status overview, and the machines with their revisions.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { StatusDetail } from '../../projections/status-overview/views.js';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Cell, Id } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf, sightIn, type Sight } from '../trajectories/reading.js';
import { withFolded } from './folded.js';

export interface TrajectoryState {
  status: StatusDetail;
  root: Cell;
  /** Keyed `phase`, `phase/round` or `entity/id`. */
  cells: Map<string, Cell>;
  /** Of the stream. */
  revision: number;
  sight: Sight;
}

/** Answers undefined when the trajectory does not exist or the caller may not know of it. */
export class ReadTrajectory extends Query<TrajectoryState | undefined> {
  constructor(
    readonly caller: Caller,
    readonly trajectoryId: Id,
  ) {
    super();
  }
}

@QueryHandler(ReadTrajectory)
export class ReadTrajectoryHandler implements IQueryHandler<ReadTrajectory> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, trajectoryId }: ReadTrajectory): Promise<TrajectoryState | undefined> {
    const { runner, around } = this.runtime;
    const folded = await withFolded(this.runtime, caller, `trajectory-${trajectoryId}`, ({ trajectory }) => ({
      root: trajectory.root,
      cells: new Map(trajectory.cells),
      revision: trajectory.revision,
    }));
    if (!folded) return undefined;
    const status = runner.ask(statusOverview).one(scopeOf(caller), trajectoryId, localDay(around.now()));
    const municipalities = status?.municipalities.map(({ id }) => id) ?? [];
    return status && { ...folded, status, sight: sightIn(caller, municipalities) };
  }
}
