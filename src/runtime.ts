// Everything of one data directory that lives as long as the process: log, vault, folded streams, projections, identities, joined once.
// It knows no Nest, so that the command line and tests can use it bare.
import { join } from 'node:path';
import type { Facts } from '../workflows/facts/facts.js';
import { owedActs } from '../workflows/kern/owed.js';
import type { Id, Settings, Trajectory } from '../workflows/kit/types.js';
import type { Workflow } from '../workflows/kit/workflow.js';
import { settingsOf, type OrganisationFacts } from '../workflows/organisation/v1.workflow.js';
import { workflowOfStream } from '../workflows/registry.js';
import { wordsOf } from '../projections/kit/words.js';
import { projections } from '../projections/registry.js';
import type { Clock } from './clock/clock.js';
import { DEMO_ORGANISATION } from './demo/demo-organisation.js';
import type { EventLog } from './event-log/event-log.js';
import { openLog, type LogChoice } from './event-log/open-log.js';
import { Identity } from './identity/identity.js';
import { refuseUnfinished } from './moving/unfinished.js';
import { LABELS } from './labels.js';
import type { Domain } from './projecting/domain.js';
import { isDamaged, readPage } from './projecting/log-pages.js';
import { ProjectionRunner } from './projecting/runner.js';
import { StorageWatch } from './storage/storage-watch.js';
import { readerWith, recorderWith } from './recording/recorder.js';
import { CommandExecutor, type Surroundings } from './trajectories/execute.js';
import { SettingsBook } from './trajectories/settings-book.js';
import { StreamStore } from './trajectories/stream-store.js';
import { SqliteVault } from './vault/sqlite.vault.js';
import type { Vault } from './vault/vault.js';

export interface RuntimeOptions {
  directory: string;
  clock: Clock;
  /** Set up as the demo; screens show a banner. */
  demo: boolean;
  /** Where the events are; absent means the file in the directory. */
  eventLog?: LogChoice;
  /** Hears when a server is waited for. */
  waiting?: (sentence: string) => void;
}

export class Runtime {
  readonly store: StreamStore;
  readonly settings: SettingsBook;
  readonly around: Surroundings;
  readonly executor: CommandExecutor;
  readonly runner: ProjectionRunner;
  readonly storage: StorageWatch;

  private constructor(
    readonly options: RuntimeOptions,
    readonly log: EventLog,
    readonly vault: Vault,
    readonly identity: Identity,
  ) {
    const decode = readerWith(vault);
    this.store = new StreamStore(log, decode);
    this.settings = new SettingsBook(this.store);
    this.storage = new StorageWatch({
      directory: options.directory,
      clock: options.clock,
      rooms: [() => log.hasRoom?.() ?? true, () => vault.hasRoom?.() ?? true],
    });
    this.settings.onRenewed((settings) => this.know(settings));
    this.around = {
      log,
      store: this.store,
      recorder: recorderWith(vault),
      settings: (organisationId) => this.settings.of(organisationId),
      approverOf: (organisationId, municipalityIds) => identity.approverOf(organisationId, municipalityIds),
      now: () => options.clock.now(),
      elapsed: () => options.clock.elapsed(),
    };
    this.executor = new CommandExecutor(this.around);
    this.runner = new ProjectionRunner({
      directory: join(options.directory, 'read'),
      log,
      domain: domainWith(decode),
      projections,
    });
  }

  /**
   * Opens everything in the directory and keeps it for this process.
   * @throws LogLocked when another process has it; LogRefused when its log was filled in part only; VaultUnavailable when the key of the organisation is gone.
   */
  static async open(options: RuntimeOptions): Promise<Runtime> {
    const { directory, eventLog = { kind: 'sqlite' } } = options;
    refuseUnfinished(directory, eventLog.kind);
    const log = await openLog(eventLog, directory, options.waiting);
    try {
      const demo =
        options.demo || (eventLog.kind === 'eventstoredb' && (await organisationIn(log)) === DEMO_ORGANISATION);
      return new Runtime({ ...options, demo }, log, SqliteVault.open({ directory }), Identity.open(directory));
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  /** The organisation whose stream is in this log, or undefined for an empty log. Its settings are read and noted. */
  async organisation(): Promise<Id | undefined> {
    const id = await organisationIn(this.log);
    if (id !== undefined) await this.settings.renew(id);
    return id;
  }

  /** A file that does not take it now is tried again by the clock: what was asked of the log is done all the same. */
  private know({ organisationId: id, organisationName: name, municipalities }: Settings): void {
    const towns = [...municipalities].map(([of, town]) => ({ id: of, name: town }));
    try {
      this.identity.know({ id, name, demo: this.options.demo }, towns);
    } catch (error) {
      this.storage.note(error);
    }
  }

  /** Follows the log with the projections. @throws LogBehind when the log does not hold what they have seen. */
  start(): Promise<void> {
    return this.runner.start();
  }

  /** Stops following and closes every file; what is being appended is finished first. */
  async close(): Promise<void> {
    await this.storage.stop();
    await this.runner.stop();
    await this.log.close();
    this.vault.close();
    this.identity.close();
  }
}

/** The log begins with its organisation; what is damaged, or put there by others, does not count. */
async function organisationIn(log: EventLog): Promise<Id | undefined> {
  for (let after = '-1'; ;) {
    const [first] = await readPage(log, after, 1);
    if (!first || !isDamaged(first))
      return first?.stream.startsWith('organisation-') ? first.stream.slice('organisation-'.length) : undefined;
    after = first.position;
  }
}

/** What the projections need from the rest of the product. */
export function domainWith(decode: Domain['decode']): Domain {
  return {
    decode,
    workflowOf: (stream, first) => workflowOfStream(stream, first),
    settingsOf: (organisationId, organisation) =>
      settingsOf(organisationId, (organisation?.facts as OrganisationFacts | undefined) ?? EMPTY),
    owedActs: (workflow, trajectory, settings, at) =>
      owedActs(workflow as unknown as Workflow<Facts>, trajectory as Trajectory<Facts>, settings, at).map((act) => ({
        ...act,
        missing: act.missing.map(({ code, vars, solvableBy }) => ({ code, vars, solvableBy })),
      })),
    words: { nl: wordsOf('nl', LABELS.nl), en: wordsOf('en', LABELS.en) },
  };
}

const EMPTY: OrganisationFacts = { municipalities: new Map(), settings: new Map(), calendar: [] };
