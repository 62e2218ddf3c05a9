// The logbook for this caller: of one trajectory, or a search over all of them. Whoever has no right to the internal edition gets the public one.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { logbook } from '../../projections/logbook/logbook.projection.js';
import type { LogbookEntry, LogbookFilter, Page } from '../../projections/logbook/logbook.queries.js';
import type { Id } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf, sightIn, textScopeOf, type Sight } from '../trajectories/reading.js';
import { municipalitiesOf, withFolded } from './folded.js';

export type Edition = 'internal' | 'public';
export type Asked = Omit<LogbookFilter, 'sealedText'>;

export class ReadLogbook extends Query<Page<LogbookEntry> | 'no-right' | undefined> {
  /** Without an edition: the fullest one that the caller may see. */
  constructor(
    readonly caller: Caller,
    readonly trajectoryId: Id,
    readonly edition: Edition | undefined,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(ReadLogbook)
export class ReadLogbookHandler implements IQueryHandler<ReadLogbook> {
  constructor(private readonly runtime: Runtime) {}

  /** Undefined when the trajectory does not exist or the caller may not know of it; `no-right` when only the edition is out of reach. */
  async execute({
    caller,
    trajectoryId,
    edition,
    asked,
  }: ReadLogbook): Promise<Page<LogbookEntry> | 'no-right' | undefined> {
    const sight = await withFolded(this.runtime, caller, `trajectory-${trajectoryId}`, (loaded) =>
      sightIn(caller, municipalitiesOf(loaded)),
    );
    if (!sight) return undefined;
    if (edition === 'internal' && !sight.internal) return 'no-right';
    const isPublic = edition === 'public' || !sight.internal;
    const page = this.runtime.runner
      .ask(logbook)
      .ofTrajectory(trajectoryId, { ...asked, ...(isPublic ? PUBLIC : { sealedText: sight.text }) });
    return { ...page, items: page.items.map((entry) => seen(entry, isPublic ? NOTHING : sight)) };
  }
}

const PUBLIC = { sealedText: false, visibility: 'public' } as const;
const NOTHING: Sight = { internal: false, text: false, contact: false };

/** An entry without what only some may see: the opinion stays internal, with whom may name a person. */
function seen(entry: LogbookEntry, sight: Sight): LogbookEntry {
  const { withWhom, consideration, ...rest } = entry;
  return {
    ...rest,
    ...(sight.contact && withWhom !== undefined ? { withWhom } : {}),
    ...(sight.text && consideration !== undefined ? { consideration } : {}),
  };
}

export class SearchLogbook extends Query<Page<LogbookEntry>> {
  constructor(
    readonly caller: Caller,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(SearchLogbook)
export class SearchLogbookHandler implements IQueryHandler<SearchLogbook> {
  constructor(private readonly runtime: Runtime) {}

  /** Sealed text is searched and shown only where the caller may read it in every municipality of the search. */
  async execute({ caller, asked }: SearchLogbook): Promise<Page<LogbookEntry>> {
    const scope = scopeOf(caller);
    const text = textScopeOf(caller);
    const sealedText = text === 'all' || (scope !== 'all' && scope.every((id) => text.includes(id)));
    const anyInternal = caller.grants.some(({ role }) => sightIn({ ...caller, grants: [{ role }] }, []).internal);
    const page = this.runtime.runner
      .ask(logbook)
      .search(scope, { ...asked, ...(anyInternal ? { sealedText } : PUBLIC) });
    return { ...page, items: page.items.map((entry) => seen(entry, sightIn(caller, entry.municipalityIds))) };
  }
}
