// Lists over many trajectories, from the rows of the status overview: the list itself, the counts, and what is owed by the caller.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import type { Counts, Listed, ListFilter, OwedView, StatusRow } from '../../projections/status-overview/views.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Id } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import type { AsOf } from '../trajectories/past.js';
import { internalScopeOf, scopeOf, sightIn, type Sight } from '../trajectories/reading.js';
import { pastRested, statusAsOf } from './past.js';
import { shownOn } from './signals.query.js';

export type SeenRow = StatusRow & { sight: Sight };

export class ListTrajectories extends Query<Listed<SeenRow>> {
  constructor(
    readonly caller: Caller,
    readonly filter: ListFilter,
    readonly asOf?: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ListTrajectories)
export class ListTrajectoriesHandler implements IQueryHandler<ListTrajectories> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, filter, asOf }: ListTrajectories): Promise<Listed<SeenRow>> {
    await pastRested(this.runtime, asOf);
    const { status, day } = statusAsOf(this.runtime, asOf);
    // Who may not know of signals, or of who leads, may not find out with them either.
    const isOpen = filter.signal === undefined && filter.coordinator === undefined;
    const scope = isOpen ? scopeOf(caller) : internalScopeOf(caller);
    const listed = status.list(scope, { ...filter, asked: await shownOn(this.runtime, caller, day) });
    const items = listed.items.map((row) => ({
      ...row,
      sight: sightIn(
        caller,
        row.municipalities.map(({ id }) => id),
      ),
    }));
    return { ...listed, items };
  }
}

/** Counts over all that the caller may see, or one municipality of it; undefined when that is not the caller's. */
export class ReadOverview extends Query<Counts | undefined> {
  constructor(
    readonly caller: Caller,
    readonly municipalityId?: Id,
    readonly asOf?: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ReadOverview)
export class ReadOverviewHandler implements IQueryHandler<ReadOverview> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, municipalityId, asOf }: ReadOverview): Promise<Counts | undefined> {
    const scope = scopeOf(caller);
    const { municipalities } = await this.runtime.settings.of(caller.organisationId);
    const known =
      municipalityId === undefined ||
      (municipalities.has(municipalityId) && (scope === 'all' || scope.includes(municipalityId)));
    if (!known) return undefined;
    await pastRested(this.runtime, asOf);
    const { status, day } = statusAsOf(this.runtime, asOf);
    const counts = status.counts(municipalityId === undefined ? scope : [municipalityId]);
    const inside = internalScopeOf(caller);
    const wanted = municipalityId === undefined || inside === 'all' || inside.includes(municipalityId);
    const within = municipalityId === undefined ? inside : wanted ? [municipalityId] : [];
    return { ...counts, signals: status.signalGroups(within, await shownOn(this.runtime, caller, day)) };
  }
}

/** What is owed by the caller; oldest first unless asked by urgency. */
export class ReadOwed extends Query<Listed<OwedView>> {
  constructor(
    readonly caller: Caller,
    readonly page: { page: number; pageSize: number; order?: 'age' | 'urgency' },
  ) {
    super();
  }
}

@QueryHandler(ReadOwed)
export class ReadOwedHandler implements IQueryHandler<ReadOwed> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, page }: ReadOwed): Promise<Listed<OwedView>> {
    const { runner, around } = this.runtime;
    const shown = await shownOn(this.runtime, caller, localDay(around.now()));
    return runner.ask(statusOverview).owed(caller.grants, caller.ref, { ...page, ...shown });
  }
}
