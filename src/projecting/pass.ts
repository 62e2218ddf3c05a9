// One pass over the log: each page is read, decoded and folded once, and put into the rows of every projection that takes part. What one of
// them fails at is its own affair: it parks the stream, or stays behind, while the others go on.
import type { Id } from '../../workflows/kit/types.js';
import { comparePositions } from '../event-log/append-rule.js';
import { LogCorrupt } from '../event-log/errors.js';
import type { EventLog } from '../event-log/event-log.js';
import { Applying, isBeyond, prepare, type Prepared } from './batch.js';
import { Breath } from './breath.js';
import type { Domain } from './domain.js';
import { Folds } from './folds.js';
import type { Found } from './log-pages.js';
import { advanceOver, type Aboard, type Advance, type Member } from './member.js';
import { Poison } from './poison.js';
import type { Parked } from './read-database.js';

/** A trajectory whose rows changed. */
export interface Projected {
  position: string;
  trajectoryId: Id;
  municipalityIds: Id[];
}

/** After each commit: the trajectories that it touched. */
export type OnCommit = (projected: Projected[]) => void;

/** A batch to apply: events, up to which position the log counts, and the progress it makes. */
interface Batch {
  page: readonly Found[];
  end: string;
  advance: Advance;
}

type Parks = ReadonlyMap<string, Parked>;

export class Pass {
  private readonly folds: Folds;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: EventLog,
    private readonly domain: Domain,
    private readonly onCommit: OnCommit,
  ) {
    this.folds = new Folds(log, domain);
  }

  /** One thing at a time: pages, retries and changes of who takes part never overlap. */
  inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /**
   * Applies a page that follows on the progress of these members, to be called in turn. Answers who could not store it, with the reason; all
   * others have passed it.
   */
  async page(members: readonly Member[], page: readonly Found[]): Promise<Map<Member, unknown>> {
    const end = page.at(-1)?.position;
    const failures = new Map<Member, unknown>();
    if (end === undefined || members.length === 0) return failures;
    const batch = { page, end, advance: advanceOver(page) };
    await this.apply(batch, new Map(members.map((member) => [member, parksOf(member)])), failures);
    return failures;
  }

  /** Tries a parked stream again, from the event it was parked for up to where the member is. To be called in turn. */
  async retry(member: Member, stream: string): Promise<boolean> {
    const parked = member.parkOf(stream);
    if (!parked) return true;
    const end = member.progress.position;
    const page: Found[] = [];
    try {
      for (let from = parked.revision; ; from += 500) {
        const events = await this.log.readStream(stream, from, 500);
        page.push(...events.filter(({ position }) => comparePositions(position, end) <= 0));
        if (events.length < 500) break;
      }
    } catch (error) {
      if (error instanceof LogCorrupt) return false;
      throw error;
    }
    const parks = parksOf(member);
    parks.delete(stream);
    const failures = new Map<Member, unknown>();
    await this.apply({ page, end, advance: (from) => from }, new Map([[member, parks]]), failures);
    for (const error of failures.values()) throw error;
    return member.parkOf(stream) === undefined;
  }

  /** Applies until nothing more is poisoned; every round parks at least one stream of the page, so it ends. */
  private async apply(
    batch: Batch,
    members: Map<Member, Map<string, Parked>>,
    failures: Map<Member, unknown>,
  ): Promise<void> {
    const poisoned = new Map<string, Parked>();
    for (;;) {
      const isWanted = (found: Found): boolean =>
        [...members.values()].some((parks) => !isBeyond(parks.get(found.stream), found));
      const prepared = await prepare(batch.page, batch.end, this.folds, this.domain, isWanted, poisoned);
      for (const parks of members.values())
        poisoned.forEach((parked, stream) => parks.set(stream, parks.get(stream) ?? parked));
      const aboard = begun(members, failures);
      try {
        await this.round(batch, prepared, aboard, failures);
      } catch (error) {
        aboard.forEach(({ member }) => member.undo());
        // The drafts of this page have gone further than the rows.
        prepared.folds.forEach((_fold, stream) => this.folds.drop(stream));
        if (!(error instanceof Poison)) throw error;
        poisoned.set(error.parked.stream, error.parked);
        continue;
      }
      // Alone, since the others have gone on with the stream that this one parks.
      for (const { member, parks, failed } of aboard)
        if (failed?.error instanceof Poison) {
          const own = new Map(parks).set(failed.error.parked.stream, failed.error.parked);
          await this.apply(batch, new Map([[member, own]]), failures);
        }
      return;
    }
  }

  private async round(
    { advance }: Batch,
    prepared: Prepared,
    aboard: Aboard[],
    failures: Map<Member, unknown>,
  ): Promise<void> {
    const applying = new Applying(this.domain, prepared, aboard);
    const breath = new Breath();
    for (const { event } of prepared.items) {
      if (event) applying.event(event);
      if (breath.isOut) await breath.take();
    }
    for (const settle of applying.toSettle()) {
      settle();
      if (breath.isOut) await breath.take();
    }
    for (const one of aboard) commit(one, advance);
    for (const { member, failed } of aboard)
      if (failed && !(failed.error instanceof Poison)) failures.set(member, failed.error);
    this.keep(
      prepared,
      aboard.filter(({ failed }) => !failed),
    );
  }

  private keep(prepared: Prepared, stored: readonly Aboard[]): void {
    prepared.folds.forEach((fold, stream) => {
      const isCarried = stored.some(({ parks }) => !parks.has(stream));
      if (fold && isCarried) this.folds.keep(stream, fold);
      else this.folds.drop(stream);
    });
    // Folded streams hold opened texts; after an erasure they are folded from the log again.
    if (prepared.items.some(({ event }) => event?.type === 'SubjectErased')) this.folds.clear();
    const touched = new Map(stored.flatMap((one) => [...one.touched]));
    const position = stored[0]?.member.progress.position;
    if (position === undefined) return;
    this.onCommit(
      [...touched.values()].map(({ trajectory, workflow }) => ({
        position,
        trajectoryId: trajectory.id,
        municipalityIds: [...workflow.municipalitiesOf(trajectory.facts, {})],
      })),
    );
  }
}

const parksOf = (member: Member): Map<string, Parked> =>
  new Map(member.parked().map((parked) => [parked.stream, parked]));

/** Everyone whose transaction could be begun. */
function begun(members: ReadonlyMap<Member, Parks>, failures: Map<Member, unknown>): Aboard[] {
  return [...members].flatMap(([member, parks]) => {
    try {
      return [{ member, write: member.begin(parks), parks, touched: new Map(), open: new Set<string>() }];
    } catch (error) {
      member.undo();
      failures.set(member, error);
      return [];
    }
  });
}

/** Stores the batch for one; what cannot be stored is undone. */
function commit(one: Aboard, advance: Advance): void {
  try {
    if (!one.failed) return one.member.commit(advance(one.member.progress), one.parks);
  } catch (error) {
    one.failed = { error };
  }
  one.member.undo();
}
