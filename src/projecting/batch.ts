// One batch of events: what must be read beforehand (streams as they stood), and then, inside one transaction, event after event into the
// rows. Nothing here waits inside the transaction, so other work of the process comes in between batches and never in the middle of one.
import type { Left, ProjectionDef, Settled, Stood, Told, Write } from '../../projections/kit/projection.js';
import { markOf } from '../../projections/kit/marks.js';
import { HIDDEN_TEXT } from '../../projections/kit/words.js';
import { personalFields } from '../../workflows/kit/events.js';
import { asItWas } from '../../workflows/kit/as-it-was.js';
import { phaseKeys } from '../../workflows/kit/evolve.js';
import { valueAt, withValue } from '../../workflows/kit/leaves.js';
import { place } from '../../workflows/kit/react.js';
import { happenedOf, localDay } from '../../workflows/kit/time.js';
import type { Change, Recorded, Settings, Trajectory } from '../../workflows/kit/types.js';
import type { Domain } from './domain.js';
import { guarded, take, type Fold, type Folds } from './folds.js';
import { isDamaged, type Found } from './log-pages.js';
import { Poison } from './poison.js';
import type { Parked } from './read-database.js';

type Facts = Settled['trajectory']['facts'];

/** A batch with everything it needs from the log. */
export interface Prepared {
  items: { found: Found; event?: Recorded }[];
  /** Streams of the batch, as they stand before it and while it is applied. */
  folds: Map<string, Fold | undefined>;
  settings: Map<string, Settings>;
}

/** Streams that have a workflow; the events of others go to the `elsewhere` handlers only. */
const isFolded = (stream: string): boolean => stream.startsWith('trajectory-') || stream.startsWith('organisation-');
const isTrajectory = (stream: string): boolean => stream.startsWith('trajectory-');

/** Decodes a page and folds its streams up to it. An organisation without events in the page is folded up to `end`. Streams that turn out to be unreadable are added to `parked`. */
export async function prepare(
  page: readonly Found[],
  end: string,
  folds: Folds,
  domain: Domain,
  parked: Map<string, Parked>,
): Promise<Prepared> {
  const prepared: Prepared = { items: [], folds: new Map(), settings: new Map() };
  for (const found of page) {
    try {
      const event = isBeyond(parked.get(found.stream), found.revision) ? undefined : decoded(found, domain);
      if (event && isFolded(found.stream) && !prepared.folds.has(found.stream)) {
        prepared.folds.set(found.stream, await folds.before(found.stream, found.revision));
      }
      prepared.items.push({ found, event });
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
      parked.set(found.stream, error.parked);
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

const isBeyond = (parked: Parked | undefined, revision: number): boolean =>
  parked !== undefined && revision >= parked.revision;

function decoded(found: Found, domain: Domain): Recorded {
  if (isDamaged(found)) throw new Poison({ stream: found.stream, revision: found.revision, code: 'damaged' });
  return guarded('undecodable', found, () => domain.decode(found));
}

/** Puts a prepared batch into the rows. Throws Poison for the first event that cannot be applied; the transaction must then be undone. */
export class Applying {
  private readonly touched = new Map<string, Fold>();
  /** Touched and not settled since. */
  private readonly open = new Set<string>();

  constructor(
    private readonly projection: ProjectionDef<unknown>,
    private readonly domain: Domain,
    private readonly prepared: Prepared,
    private readonly write: Write,
  ) {}

  /** One event: fold it, then hand it to the handlers. */
  event(stored: Recorded): void {
    const { stream } = stored.meta;
    if (!isFolded(stream)) return this.elsewhere(stored);
    if (!isTrajectory(stream)) this.beforeOrganisation(stored.meta.organisationId);
    else if (this.projection.settles === 'days') this.beforeEvent(stored);
    const { fold, change, event } = take(this.domain, this.prepared.folds.get(stream), stored);
    this.prepared.folds.set(stream, fold);
    if (!isTrajectory(stream)) return this.elsewhere(event);
    this.touched.set(stream, fold);
    this.open.add(stream);
    const told = this.told(fold, change);
    for (const handler of [this.projection.on['*'], this.projection.on[event.type]]) {
      if (handler) this.handle(event, () => handler(event, told, this.write));
    }
  }

  /** After the events: what follows from each touched trajectory as a whole. Answers those trajectories. */
  settle(): Fold[] {
    for (const stream of this.open) this.settleOne(stream);
    return [...this.touched.values()];
  }

  private settleOne(stream: string): void {
    const fold = this.touched.get(stream);
    const settle = this.projection.settle;
    this.open.delete(stream);
    if (fold && settle) this.handle(fold.last, () => settle(this.settled(fold), this.write));
  }

  /** What was touched before a change of the organisation is settled by the settings of that moment, however the log is cut into batches. */
  private beforeOrganisation(organisationId: string): void {
    this.settle();
    this.prepared.settings.delete(organisationId);
  }

  /** Another day, of the world or of the log, closes the one before. */
  private beforeEvent(stored: Recorded): void {
    const { stream } = stored.meta;
    const last = this.open.has(stream) ? this.touched.get(stream)?.last : undefined;
    const sameDay =
      last === undefined ||
      (localDay(last.meta.recordedAt) === localDay(stored.meta.recordedAt) &&
        happenedOf(last).on === happenedOf(stored).on);
    if (!sameDay) this.settleOne(stream);
  }

  private elsewhere(event: Recorded): void {
    const handler = this.projection.elsewhere?.[event.type];
    if (handler) this.handle(event, () => handler(event, this.write));
  }

  /** A handler that fails parks the stream; trouble with the disk does not, it is no fault of the event. */
  private handle(event: Recorded, step: () => void): void {
    try {
      step();
    } catch (error) {
      if (isDiskTrouble(error)) throw error;
      throw new Poison(
        { stream: event.meta.stream, revision: event.meta.revision, code: 'handler-failed' },
        { cause: error },
      );
    }
  }

  private told(fold: Fold, change: Change<unknown>): Told {
    const { workflow, trajectory } = fold;
    return {
      steps: change.steps,
      after: trajectory as Trajectory<Facts>,
      kindOf: (type) => workflow.events.get(type)?.kind ?? 'automatic',
      words: this.domain.words,
      left: (other) => left(fold, other),
    };
  }

  private settled({ workflow, trajectory, last }: Fold): Settled {
    const settings = this.settingsOf(last.meta.organisationId);
    const present = trajectory as Trajectory<Facts>;
    const at = (was: Trajectory<Facts>, lastOfIt: Recorded): Stood => ({
      trajectory: was,
      phases: phaseKeys(workflow, was).map((key) => ({ key, ...place(key) })),
      last: lastOfIt,
      words: this.domain.words,
      owed: this.domain.owedActs(workflow, was, settings, lastOfIt.meta.recordedAt),
      settings,
    });
    return {
      ...at(present, last),
      asItWas: (day, steps) => {
        const was = asItWas(workflow, trajectory, steps, day);
        return was && at(was.trajectory as Trajectory<Facts>, was.last);
      },
    };
  }

  private settingsOf(organisationId: string): Settings {
    const known = this.prepared.settings.get(organisationId);
    if (known) return known;
    const made = this.domain.settingsOf(
      organisationId,
      this.prepared.folds.get(`organisation-${organisationId}`)?.trajectory,
    );
    this.prepared.settings.set(organisationId, made);
    return made;
  }
}

/** The event as it reads without its personal fields, and what of it goes with the key of each person. */
function left({ workflow, trajectory }: Fold, event: Recorded): Left {
  const def = workflow.events.get(event.type);
  const fields = def ? personalFields(def, event, trajectory, workflow.events) : [];
  const sealed = fields.flatMap(({ pointer, subject }, index) =>
    subject === undefined
      ? []
      : [{ person: subject, pointer, mark: markOf(index), value: valueAt(event.data, pointer) }],
  );
  return {
    open: replaced(event.data, fields, () => HIDDEN_TEXT),
    personal: fields.map(({ pointer }) => pointer),
    sealed,
    marked: replaced(event.data, sealed, ({ mark }) => mark),
  };
}

const replaced = <T extends { pointer: string }>(
  data: Record<string, unknown>,
  fields: readonly T[],
  textOf: (field: T) => string,
): Record<string, unknown> => fields.reduce((copy, field) => withValue(copy, field.pointer, textOf(field)), data);

function isDiskTrouble(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM)/.test(code);
}
