// Three nodes with one log, of which one leads: for clients that look for the leader, and for what happens when another is elected.
// What real nodes need for it (replication, truncation of a deposed leader) is not here: followers see what the leader wrote at once.
import { FakeEventStore } from './fake-event-store.js';
import type { Member } from './gossip.js';
import { FakeStore } from './store.js';

export class FakeCluster {
  readonly store = new FakeStore();
  readonly nodes: FakeEventStore[] = [];
  private leader = 0;
  private readonly dead = new Set<number>();

  static async start(size = 3): Promise<FakeCluster> {
    const cluster = new FakeCluster();
    for (let n = 0; n < size; n++) {
      const { store } = cluster;
      cluster.nodes.push(await FakeEventStore.start({ store, members: () => cluster.members() }));
    }
    cluster.elect(0);
    return cluster;
  }

  /** For a client that knows all nodes and looks for the leader. */
  get url(): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${port}`);
    return `esdb://${hosts.join(',')}?tls=false&gossipTimeout=1`;
  }

  get leading(): FakeEventStore {
    return this.nodes[this.leader] as FakeEventStore;
  }

  /** Makes that node the leader; the others send what must be done by the leader to it. */
  elect(node: number): void {
    this.leader = node;
    const endpoint = { address: '127.0.0.1', port: this.leading.port };
    for (const [index, each] of this.nodes.entries()) each.become({ leader: index === node ? undefined : endpoint });
  }

  /** The next node leads from now on. */
  electNext(): void {
    this.elect((this.leader + 1) % this.nodes.length);
  }

  /** The leader is gone, as killed, and the next one takes over. */
  async killLeader(): Promise<FakeEventStore> {
    const killed = this.leading;
    this.dead.add(this.leader);
    await killed.stop();
    do this.leader = (this.leader + 1) % this.nodes.length;
    while (this.dead.has(this.leader));
    this.elect(this.leader);
    return killed;
  }

  async revive(node: FakeEventStore): Promise<void> {
    await node.start();
    this.dead.delete(this.nodes.indexOf(node));
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
  }

  private members(): Member[] {
    return this.nodes.map(({ port }, index) => ({
      ...{ address: '127.0.0.1', port },
      ...{ isLeader: index === this.leader, isAlive: !this.dead.has(index) },
    }));
  }
}
