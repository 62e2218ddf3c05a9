// The logbook for this caller: of one trajectory, or a search over all of them. Whoever has no right to the internal edition gets the public one.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { logbook } from '../../projections/logbook/logbook.projection.js';
import type { LogbookEntry, LogbookFilter, Page } from '../../projections/logbook/logbook.queries.js';
import type { Id } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { trajectoryAsOf, type AsOf } from '../trajectories/past.js';
import { scopeOf, sightIn, textScopeOf, type Sight } from '../trajectories/reading.js';
import { municipalitiesOf, withFolded } from './folded.js';
import { lineThen } from './logbook-then.js';

export type Edition = 'internal' | 'public';
export type Asked = Omit<LogbookFilter, 'sealedText' | 'happenedUntil' | 'recordedUntil'>;

export class ReadLogbook extends Query<Page<LogbookEntry> | 'no-right' | undefined> {
  /** Without an edition: the fullest one that the caller may see. */
  constructor(
    readonly caller: Caller,
    readonly trajectoryId: Id,
    readonly edition: Edition | undefined,
    readonly asked: Asked,
    /** Lines of what had happened by then, or of what had been recorded by then, as they read then. */
    readonly past?: AsOf,
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
    past,
  }: ReadLogbook): Promise<Page<LogbookEntry> | 'no-right' | undefined> {
    const found = await withFolded(this.runtime, caller, `trajectory-${trajectoryId}`, async (loaded) => ({
      sight: sightIn(caller, municipalitiesOf(loaded)),
      workflow: loaded.workflow,
      then: past?.knownThen ? await trajectoryAsOf(this.runtime.store, loaded, past, () => []) : undefined,
    }));
    if (!found) return undefined;
    const { sight, workflow, then } = found;
    if (edition === 'internal' && !sight.internal) return 'no-right';
    const isPublic = edition === 'public' || !sight.internal;
    const page = this.runtime.runner.ask(logbook).ofTrajectory(trajectoryId, {
      ...asked,
      ...(past && (past.knownThen ? { recordedUntil: past.day } : { happenedUntil: past.day })),
      ...(isPublic ? PUBLIC : { sealedText: sight.text }),
    });
    const asRead = (entry: LogbookEntry): LogbookEntry =>
      then ? lineThen(entry, workflow, then, !isPublic && sight.text) : entry;
    return { ...page, items: page.items.map((entry) => seen(asRead(entry), isPublic ? NOTHING : sight)) };
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
