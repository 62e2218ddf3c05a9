// Signals over all trajectories of the caller, as they stand now or stood on a past day.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Shown } from '../../projections/status-overview/signals/standing.js';
import type { ListedSignal, SignalFilter } from '../../projections/status-overview/signals/views.js';
import type { Listed } from '../../projections/status-overview/views.js';
import type { Id, LocalDate } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import type { AsOf } from '../trajectories/past.js';
import { internalScopeOf, scopeOf } from '../trajectories/reading.js';
import { pastRested, statusAsOf } from './past.js';

/** The day for signals, and since when they are shown in this organisation. */
export async function shownOn({ settings }: Pick<Runtime, 'settings'>, caller: Caller, day: LocalDate): Promise<Shown> {
  const { signalsFrom } = await settings.of(caller.organisationId);
  return { day, ...(signalsFrom === undefined ? {} : { from: signalsFrom }) };
}

export type SignalsAsked = Omit<SignalFilter, 'day' | 'from'> & { municipality?: Id };

/** Answers undefined for a municipality that does not exist or is not the caller's: the two look the same. */
export class ReadSignals extends Query<Listed<ListedSignal> | undefined> {
  constructor(
    readonly caller: Caller,
    readonly asked: SignalsAsked,
    readonly asOf?: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ReadSignals)
export class ReadSignalsHandler implements IQueryHandler<ReadSignals> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, asked, asOf }: ReadSignals): Promise<Listed<ListedSignal> | undefined> {
    const { municipality, ...filter } = asked;
    const known = scopeOf(caller);
    const { municipalities } = await this.runtime.settings.of(caller.organisationId);
    const isKnown = (id: Id): boolean => municipalities.has(id) && (known === 'all' || known.includes(id));
    if (municipality !== undefined && !isKnown(municipality)) return undefined;
    await pastRested(this.runtime, asOf);
    const { status, day } = statusAsOf(this.runtime, asOf);
    const scope = internalScopeOf(caller);
    const isOwn = municipality === undefined || scope === 'all' || scope.includes(municipality);
    const wanted = municipality === undefined ? scope : isOwn ? [municipality] : [];
    return status.signals(wanted, { ...filter, ...(await shownOn(this.runtime, caller, day)) });
  }
}
