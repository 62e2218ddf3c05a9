// One server that goes wrong, and the product's own way to it: adapter, executor, and somebody who follows.
import { EventStoreDbEventLog } from '../../src/event-log/eventstoredb/eventstoredb.event-log.js';
import type { StoredEvent } from '../../src/event-log/event-log.js';
import { readerWith, recorderWith } from '../../src/recording/recorder.js';
import { CommandExecutor } from '../../src/trajectories/execute.js';
import { StreamStore } from '../../src/trajectories/stream-store.js';
import { MemoryVault } from '../../src/vault/memory.vault.js';
import { ChaosProxy } from '../support/eventstoredb/chaos-proxy.js';
import { FakeCluster } from '../support/eventstoredb/fake-cluster.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import type { FakeStore } from '../support/eventstoredb/store.js';
import { SETTINGS } from '../support/kern/world.js';

/** What a fault acts on; a single node unless it is about a cluster or about the network. */
export interface Servers {
  fake: FakeEventStore;
  cluster?: FakeCluster;
  proxy?: ChaosProxy;
}

export type Setup = 'single' | 'cluster' | 'proxy';

export class Place {
  private constructor(
    readonly servers: Servers,
    readonly log: EventStoreDbEventLog,
    readonly executor: CommandExecutor,
    private readonly followed: StoredEvent[],
  ) {}

  static async open(setup: Setup): Promise<Place> {
    const cluster = setup === 'cluster' ? await FakeCluster.start() : undefined;
    const fake = cluster?.leading ?? (await FakeEventStore.start());
    const proxy = setup === 'proxy' ? await ChaosProxy.start(fake.port) : undefined;
    const url = cluster?.url ?? proxy?.through(fake.url) ?? fake.url;
    const log = await EventStoreDbEventLog.open({ url });
    const vault = new MemoryVault();
    const executor = new CommandExecutor({
      log,
      store: new StreamStore(log, readerWith(vault)),
      recorder: recorderWith(vault),
      settings: () => Promise.resolve(SETTINGS),
      approverOf: () => undefined,
      now: () => new Date().toISOString(),
      elapsed: () => performance.now(),
    });
    const followed: StoredEvent[] = [];
    log.subscribe('-1', (events) => {
      followed.push(...events);
      return Promise.resolve();
    });
    return new Place({ fake, cluster, proxy }, log, executor, followed);
  }

  get store(): FakeStore {
    return this.servers.fake.store;
  }

  /** Events of the product in the log, as the server has them. */
  stored(): { id: string; stream: string; revision: number; position: string }[] {
    return this.store.all
      .filter(({ stream }) => stream.startsWith('trajectory-'))
      .map(({ id, stream, revision, position }) => {
        return { id, stream, revision: Number(revision), position: String(position) };
      });
  }

  /** How many events were not delivered, delivered twice or out of order, once following had its time to get there. */
  async missed(): Promise<number> {
    const wanted = this.stored().map(({ position }) => position);
    for (const end = performance.now() + 20_000; performance.now() < end && this.followed.length < wanted.length;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const got = this.followed.map(({ position }) => position);
    const wrong = wanted.filter((position, index) => got[index] !== position).length;
    return wrong + Math.max(0, got.length - wanted.length);
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.servers.proxy?.stop();
    await (this.servers.cluster ?? this.servers.fake).stop();
  }
}
