// Folded streams, kept while they are used: one command at a time per stream, so that writers of this process never race each other.
import { emptyTrajectory, evolve } from '../../workflows/kit/evolve.js';
import type { Instant, Recorded, Trajectory } from '../../workflows/kit/types.js';
import { workflowOfStream, type AnyWorkflow } from '../../workflows/registry.js';
import { ZERO_CHAIN } from '../event-log/chain.js';
import type { EventLog, StoredEvent } from '../event-log/event-log.js';

export interface Loaded {
  workflow: AnyWorkflow;
  trajectory: Trajectory<unknown>;
  /** Chain value of the last event. */
  chain: string;
  /** When the last event was recorded; the next one is never recorded before it, also when the clock was set back. */
  recordedAt: Instant;
}

const PAGE = 500;
/** Folded streams in memory; the least recently used one is refolded when it is needed again. */
const KEPT_MAX = 2_000;

export class StreamStore {
  private readonly kept = new Map<string, Loaded>();
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly log: EventLog,
    private readonly decode: (stored: StoredEvent) => Recorded,
  ) {}

  /** Runs `work` after everything that was asked before it for the same stream. */
  exclusive<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(stream) ?? Promise.resolve();
    const result = before.then(work, work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.queues.set(stream, settled);
    void settled.then(() => {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    });
    return result;
  }

  /**
   * The stream as folded so far, or undefined when it has no events. The value is a draft: drop it when a decision on it is not stored.
   * `left` tells how many milliseconds reading may still take.
   */
  async load(stream: string, left?: () => number): Promise<Loaded | undefined> {
    const known = this.kept.get(stream);
    if (known) {
      this.keep(stream, known);
      return known;
    }
    const loaded = await this.fold(stream, left);
    if (loaded) this.keep(stream, loaded);
    return loaded;
  }

  /** A stream that does not exist yet, to be opened by its first command. */
  fresh(stream: string, workflow: AnyWorkflow): Loaded {
    return { workflow, trajectory: emptyTrajectory(workflow, stream), chain: ZERO_CHAIN, recordedAt: '' };
  }

  keep(stream: string, loaded: Loaded): void {
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    const oldest = this.kept.size > KEPT_MAX ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
  }

  /** Forgets a draft that may differ from the log; the next load folds it anew. */
  drop(stream: string): void {
    this.kept.delete(stream);
  }

  /** Forgets every folded stream, each in its turn, so that what is being decided does not bring it back: for texts that may not be kept. */
  async forgetAll(): Promise<void> {
    const streams = new Set([...this.kept.keys(), ...this.queues.keys()]);
    const drop = (stream: string) => this.exclusive(stream, () => Promise.resolve(this.drop(stream)));
    await Promise.all([...streams].map(drop));
  }

  /** All events of a stream from that revision, in order. */
  async events(stream: string, from: number, to = Number.MAX_SAFE_INTEGER): Promise<Recorded[]> {
    const events: Recorded[] = [];
    for (let next = from; next <= to;) {
      const page = await this.log.readStream(stream, next, PAGE);
      events.push(...page.filter(({ revision }) => revision <= to).map(this.decode));
      if (page.length < PAGE) break;
      next += page.length;
    }
    return events;
  }

  private async fold(stream: string, left?: () => number): Promise<Loaded | undefined> {
    let loaded: Loaded | undefined;
    for (let from = 0; ; from += PAGE) {
      const page = await this.log.readStream(stream, from, PAGE, left && Math.max(1, left()));
      for (const stored of page) {
        const event = this.decode(stored);
        loaded ??= this.begin(stream, event);
        evolve(loaded.workflow, loaded.trajectory, event);
        loaded.chain = stored.chain;
        loaded.recordedAt = event.meta.recordedAt;
      }
      if (page.length < PAGE) return loaded;
    }
  }

  private begin(stream: string, first: Recorded): Loaded {
    const workflow = workflowOfStream(stream, first);
    if (!workflow)
      throw new Error(`Stream ${stream} begins with '${first.type}', for which this version has no workflow.`);
    return this.fresh(stream, workflow);
  }
}
