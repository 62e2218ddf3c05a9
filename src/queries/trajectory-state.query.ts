// One trajectory as it stands now or stood on a past day: its row of the status overview, and the machines with their revisions.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { history } from '../../projections/history/history.projection.js';
import type { StatusDetail } from '../../projections/status-overview/views.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Cell, Id, LocalDate } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { trajectoryAsOf, type AsOf } from '../trajectories/past.js';
import { internalScopeOf, scopeOf, sightIn, type Sight } from '../trajectories/reading.js';
import { municipalitiesOf, withFolded } from './folded.js';
import { pastOf, pastRested, statusAsOf } from './past.js';
import { shownOn } from './signals.query.js';

/** A reader waits at most this long for the rows, then gets what is there. */
const WAIT_MS = 2_000;

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
    await pastRested(runtime, asOf);
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
    const { from } = await shownOn(runtime, caller, statusAsOf(runtime, asOf).day);
    const row = await this.rowOf(caller, trajectoryId, asOf, from, past ? undefined : found.folded?.revision);
    if (row && found.folded) return { ...found.folded, status: row, sight: found.sight };
    return past && { notYet: past };
  }

  /**
   * The row of the status overview, with everything up to `revision`: what stands in the log is there for everyone, also for somebody else
   * than who just wrote it, so the reader waits until the rows have it.
   */
  private async rowOf(
    caller: Caller,
    trajectoryId: Id,
    asOf: AsOf | undefined,
    from: LocalDate | undefined,
    revision = -1,
  ): Promise<StatusDetail | undefined> {
    const { runtime } = this;
    const ask = (): StatusDetail | undefined => {
      const { status, day } = statusAsOf(runtime, asOf);
      return status.one(scopeOf(caller), trajectoryId, day, from, internalScopeOf(caller));
    };
    const row = ask();
    if ((row?.revision ?? -1) >= revision) return row;
    await runtime.runner.waitForToday((await runtime.log.head()) ?? '-1', WAIT_MS);
    return ask();
  }
}
