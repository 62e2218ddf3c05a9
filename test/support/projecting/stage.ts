// A log, a vault and projections for tests: given these events, when they are projected, then these rows.
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectionDef } from '../../../projections/kit/projection.js';
import { wordsOf } from '../../../projections/kit/words.js';
import { logbook } from '../../../projections/logbook/logbook.projection.js';
import { statusOverview } from '../../../projections/status-overview/status-overview.projection.js';
import { ZERO_CHAIN } from '../../../src/event-log/chain.js';
import type { EventLog } from '../../../src/event-log/event-log.js';
import { MemoryEventLog } from '../../../src/event-log/memory.event-log.js';
import { prepare } from '../../../src/event-log/recorder/codec.js';
import { LABELS } from '../../../src/labels.js';
import type { Domain } from '../../../src/projecting/domain.js';
import { ProjectionRunner, type RunnerOptions } from '../../../src/projecting/runner.js';
import { readerWith } from '../../../src/recording/recorder.js';
import { MemoryVault } from '../../../src/vault/memory.vault.js';
import type { Facts } from '../../../workflows/facts/facts.js';
import { owedActs } from '../../../workflows/kern/owed.js';
import { personalFields } from '../../../workflows/kit/events.js';
import { emptyTrajectory, evolve } from '../../../workflows/kit/evolve.js';
import type { Recorded, Trajectory } from '../../../workflows/kit/types.js';
import { settingsOf, type OrganisationFacts } from '../../../workflows/organisation/v1.workflow.js';
import { workflowOfStream, kern, type AnyWorkflow } from '../../../workflows/registry.js';
import { SETTINGS } from '../kern/world.js';
import { freshDirectory } from '../log/directory.js';

export class Stage {
  readonly log = new MemoryEventLog();
  readonly vault = new MemoryVault();
  private readonly folded = new Map<
    string,
    { workflow: AnyWorkflow; trajectory: Trajectory<unknown>; chain: string }
  >();

  /** Stores events of any streams in this order, sealed as the product seals them. */
  async record(events: readonly Recorded[]): Promise<void> {
    for (const event of events) {
      const { stream, revision } = event.meta;
      const workflow = workflowOfStream(stream, event);
      const known =
        this.folded.get(stream) ??
        (workflow && { workflow, trajectory: emptyTrajectory(workflow, stream), chain: ZERO_CHAIN });
      const def = known?.workflow.events.get(event.type);
      if (known && def) evolve(known.workflow, known.trajectory, event);
      const fields = known && def ? personalFields(def, event, known.trajectory, known.workflow.events) : [];
      const [ready] = await prepare([event], () => fields, known?.chain ?? ZERO_CHAIN, this.vault);
      if (!ready) throw new Error('Nothing was prepared.');
      if (known) this.folded.set(stream, { ...known, chain: ready.chain });
      const result = await this.log.append(stream, revision === 0 ? 'none' : revision - 1, [ready]);
      if (result.kind !== 'appended') throw new Error(`The log did not take ${event.type}: ${JSON.stringify(result)}`);
    }
  }

  /** What the runner gets from the product, on this vault. */
  domain(): Domain {
    return {
      decode: readerWith(this.vault),
      workflowOf: workflowOfStream,
      // The municipality of these tests is not in a stream; what a stream sets counts.
      settingsOf: (id, organisation) =>
        organisation
          ? { ...settingsOf(id, organisation.facts as OrganisationFacts), municipalities: SETTINGS.municipalities }
          : SETTINGS,
      owedActs: (_workflow, trajectory, settings, at) => owedActs(kern, trajectory as Trajectory<Facts>, settings, at),
      words: { nl: wordsOf('nl', LABELS.nl), en: wordsOf('en', LABELS.en) },
    };
  }

  /** A runner that has not been started, on a fresh directory unless one is given. */
  runner(options: Partial<RunnerOptions> = {}): ProjectionRunner {
    return new ProjectionRunner({
      directory: freshDirectory(),
      log: this.log,
      domain: this.domain(),
      projections: [statusOverview, logbook],
      ...options,
    });
  }

  /** Projects everything that is stored and answers the questions of both projections. */
  async projected(options: Partial<RunnerOptions> = {}): Promise<ProjectionRunner> {
    const runner = this.runner(options);
    await runner.start();
    await caughtUp(runner, this.log);
    return runner;
  }
}

/** Resolves when the runner has passed the last event of the log. */
export async function caughtUp(runner: ProjectionRunner, log: EventLog): Promise<void> {
  const reached = await runner.waitFor((await log.head()) ?? '-1', 20_000);
  if (!reached) throw new Error(`The projections stay behind: ${JSON.stringify(await runner.health())}`);
}

/** All rows of the file of a projection, by table, for comparing two of them. Internals of the full-text index are left out. */
export function rowsOf(directory: string, projection: Pick<ProjectionDef<unknown>, 'name'>): Record<string, string[]> {
  const file = readdirSync(directory).find(
    (name) => name.startsWith(`read-${projection.name}-v`) && name.endsWith('.sqlite'),
  );
  if (!file) throw new Error(`There is no file of ${projection.name}.`);
  const db = new Database(join(directory, file), { readonly: true });
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const own = tables.map(({ name }) => name).filter((name) => !/^line_(data|idx|content|docsize|config)$/.test(name));
  const rows = own.map(
    (name) =>
      [
        name,
        db
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ] as const,
  );
  db.close();
  return Object.fromEntries(rows);
}

/** The same events as another trajectory, with ids of its own. */
export function asAnother(events: readonly Recorded[], nr: number): Recorded[] {
  const tail = String(nr).padStart(4, '0');
  const own = [...new Set(events.flatMap(({ meta }) => [meta.id, meta.stream.slice('trajectory-'.length)]))];
  const text = own.reduce((all, id) => all.replaceAll(id, `${id.slice(0, -4)}${tail}`), JSON.stringify(events));
  return JSON.parse(text) as Recorded[];
}
