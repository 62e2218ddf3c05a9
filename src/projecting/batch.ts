// One batch of events: what must be read beforehand (streams as they stood), and then, inside one transaction per projection, event after
// event into the rows. Whoever applies it may let others have their turn between two of these steps: the transactions stay open meanwhile.
import type { Settled, Told } from '../../projections/kit/projection.js';
import { happenedOf, localDay } from '../../workflows/kit/time.js';
import type { Change, Recorded, Trajectory } from '../../workflows/kit/types.js';
import type { Domain } from './domain.js';
import { guarded, take, type Fold, type Folds } from './folds.js';
import { leftOf } from './left.js';
import { isDamaged, type Found } from './log-pages.js';
import type { Aboard } from './member.js';
import { Poison } from './poison.js';
import type { Parked } from './read-database.js';
import { Settling } from './settling.js';

type Facts = Settled['trajectory']['facts'];

/** A batch with everything it needs from the log. */
export interface Prepared {
  items: { found: Found; event?: Recorded }[];
  /** Streams of the batch, as they stand before it and while it is applied. */
  folds: Map<string, Fold | undefined>;
}

/** Streams that have a workflow; the events of others go to the `elsewhere` handlers only. */
const isFolded = (stream: string): boolean => stream.startsWith('trajectory-') || stream.startsWith('organisation-');
const isTrajectory = (stream: string): boolean => stream.startsWith('trajectory-');

/**
 * Decodes the wanted events of a page and folds their streams up to it. An organisation without events in the page is folded up to `end`.
 * Streams that turn out to be unreadable are added to `poisoned`.
 */
export async function prepare(
  page: readonly Found[],
  end: string,
  folds: Folds,
  domain: Domain,
  isWanted: (found: Found) => boolean,
  poisoned: Map<string, Parked>,
): Promise<Prepared> {
  const prepared: Prepared = { items: [], folds: new Map() };
  for (const found of page) {
    try {
      const event =
        isBeyond(poisoned.get(found.stream), found) || !isWanted(found) ? undefined : decoded(found, domain);
      if (event && isFolded(found.stream) && !prepared.folds.has(found.stream)) {
        prepared.folds.set(found.stream, await folds.before(found.stream, found.revision));
      }
      prepared.items.push({ found, event });
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
      poisoned.set(found.stream, error.parked);
      prepared.items.push({ found });
    }
  }
  for (const id of new Set(prepared.items.map(({ event }) => event?.meta.organisationId))) {
    const stream = `organisation-${id}`;
    if (id !== undefined && !prepared.folds.has(stream))
      prepared.folds.set(stream, await organisation(folds, stream, end));
  }
  return prepared;
}

async function organisation(folds: Folds, stream: string, end: string): Promise<Fold | undefined> {
  try {
    return await folds.at(stream, end);
  } catch (error) {
    if (error instanceof Poison) return undefined;
    throw error;
  }
}

/** Whether a stream that was parked is skipped at this event. */
export const isBeyond = (parked: Parked | undefined, { revision }: { revision: number }): boolean =>
  parked !== undefined && revision >= parked.revision;

function decoded(found: Found, domain: Domain): Recorded {
  if (isDamaged(found)) throw new Poison({ stream: found.stream, revision: found.revision, code: 'damaged' });
  return guarded('undecodable', found, () => domain.decode(found));
}

/**
 * Puts a prepared batch into the rows of everyone aboard: each event is folded once and handed to all. Throws Poison for the first event
 * that does not fit its stream; all transactions must then be undone. What one projection fails at is noted as `failed` of that one.
 */
export class Applying {
  private readonly settling: Settling;

  constructor(
    private readonly domain: Domain,
    private readonly prepared: Prepared,
    private readonly aboard: readonly Aboard[],
  ) {
    this.settling = new Settling(domain, prepared.folds);
  }

  /** One event: fold it, then hand it to the handlers. */
  event(stored: Recorded): void {
    const { stream, organisationId } = stored.meta;
    const takers = this.aboard.filter((one) => !one.failed && !isBeyond(one.parks.get(stream), stored.meta));
    if (!isFolded(stream)) return this.elsewhere(stored, takers);
    if (!isTrajectory(stream)) this.beforeOrganisation(organisationId);
    else this.beforeEvent(stored, takers);
    const { fold, change, event } = take(this.domain, this.prepared.folds.get(stream), stored);
    this.prepared.folds.set(stream, fold);
    if (!isTrajectory(stream)) return this.elsewhere(event, takers);
    const told = this.told(fold, change, event);
    for (const one of takers) {
      one.touched.set(stream, fold);
      one.open.add(stream);
      const { on } = one.member.projection;
      for (const handler of [on['*'], on[event.type]]) {
        if (handler) handle(one, event, () => handler(event, told, one.write));
      }
    }
  }

  /** After the events: what follows from each touched trajectory as a whole, one step for each; together for all that settle it. */
  toSettle(): (() => void)[] {
    const streams = new Set(this.aboard.flatMap(({ open }) => [...open]));
    return [...streams].map((stream) => () => {
      for (const one of this.aboard) if (one.open.has(stream)) this.settleOne(one, stream);
    });
  }

  private settleOne(one: Aboard, stream: string): void {
    const fold = one.touched.get(stream);
    const { settle } = one.member.projection;
    one.open.delete(stream);
    if (!fold || !settle) return;
    handle(one, fold.last, () => {
      const before = one.member.settledBefore(fold.trajectory);
      one.member.remember(fold.trajectory, settle(this.settling.of(fold), one.write, before));
    });
  }

  /** What was touched before a change of the organisation is settled by the settings of that moment, however the log is cut into batches. */
  private beforeOrganisation(organisationId: string): void {
    for (const settle of this.toSettle()) settle();
    this.settling.forget(organisationId);
  }

  /** Another day, of the world or of the log, closes the one before. */
  private beforeEvent(stored: Recorded, takers: readonly Aboard[]): void {
    const { stream } = stored.meta;
    const last = this.prepared.folds.get(stream)?.last;
    const daily = takers.filter((one) => one.member.projection.settles === 'days' && one.open.has(stream));
    if (last === undefined || daily.length === 0) return;
    const sameDay =
      localDay(last.meta.recordedAt) === localDay(stored.meta.recordedAt) &&
      happenedOf(last).on === happenedOf(stored).on;
    if (!sameDay) for (const one of daily) this.settleOne(one, stream);
  }

  private elsewhere(event: Recorded, takers: readonly Aboard[]): void {
    for (const one of takers) {
      const handler = one.member.projection.elsewhere?.[event.type];
      if (!handler) continue;
      handle(one, event, () => handler(event, one.write));
      // It may have written the rows of trajectories anew.
      one.member.forget();
    }
  }

  private told(fold: Fold, change: Change<unknown>, event: Recorded): Told {
    const { workflow, trajectory } = fold;
    let own: ReturnType<Told['left']> | undefined;
    return {
      steps: change.steps,
      after: trajectory as Trajectory<Facts>,
      kindOf: (type) => workflow.events.get(type)?.kind ?? 'automatic',
      words: this.domain.words,
      left: (other) => (other === event ? (own ??= leftOf(fold, other)) : leftOf(fold, other)),
    };
  }
}

/** A handler that fails parks the stream; trouble with the disk does not, it is no fault of the event. */
function handle(one: Aboard, { meta }: Recorded, step: () => void): void {
  if (one.failed) return;
  try {
    step();
  } catch (error) {
    const parked = { stream: meta.stream, revision: meta.revision, code: 'handler-failed' } as const;
    one.failed = { error: isDiskTrouble(error) ? error : new Poison(parked, { cause: error }) };
  }
}

function isDiskTrouble(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM)/.test(code);
}
