// How one node takes calls: whether it is there at all, ready, the leader and with a quorum, whether the caller may, and which fault strikes.
import type { Metadata } from '@grpc/grpc-js';
import type { Access } from './access.js';
import { failures } from './answers.js';
import { checkProposed } from './appending.js';
import type { Proposed, StoreAnswer } from './events.js';
import { FaultPlan, type Fault } from './faults.js';
import type { FakeStore } from './store.js';

export interface Endpoint {
  address: string;
  port: number;
}

/** What this node is at the moment. */
export interface NodeState {
  /** `frozen` accepts connections and calls, and answers none. */
  state: 'ready' | 'not-ready' | 'frozen';
  /** Without a quorum appends end in a time-out after `quorumTimeoutMs`, and reads are still answered. */
  hasQuorum: boolean;
  quorumTimeoutMs: number;
  /** The other node that leads; undefined when this one does. */
  leader: Endpoint | undefined;
}

interface Call {
  metadata: Metadata;
  getPeer(): string;
}

const NEVER = new Promise<never>(() => undefined);

export class FakeNode {
  readonly faults = new FaultPlan();
  readonly is: NodeState = { state: 'ready', hasQuorum: true, quorumTimeoutMs: 2_600, leader: undefined };
  /** Appends that were accepted without a quorum; some are written when it is back. */
  private unconfirmed: (() => StoreAnswer)[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    readonly store: FakeStore,
    private readonly access: Access,
    /** Breaks the connection of that peer. */
    private readonly cut: (peer: string) => void,
  ) {}

  /** Whether the fault for this append is that its connection breaks before it has arrived; then it is broken. */
  cutBefore(stream: string, peer: string): boolean {
    const fault = this.faults.take(stream, 'cut-before');
    if (fault) this.cut(peer);
    return fault !== undefined;
  }

  /** One append: resolves with what the store answered, rejects with what the server says, or never settles. */
  async take(call: Call, stream: string, events: readonly Proposed[], commit: () => StoreAnswer): Promise<StoreAnswer> {
    await this.admit(call);
    this.access.checkWrite(call.metadata, stream);
    checkProposed(stream, events);
    if (!this.is.hasQuorum) {
      this.unconfirmed.push(commit);
      await this.wait(this.is.quorumTimeoutMs);
      throw failures.noQuorum();
    }
    const fault = this.faults.take(stream);
    return fault ? this.strike(fault, call.getPeer(), commit) : commit();
  }

  /** Resolves when the caller may read that stream (or `$all`) here; without a quorum too. */
  async admitRead(call: Call, stream: string): Promise<void> {
    await this.admit(call);
    this.access.checkRead(call.metadata, stream);
  }

  /** A delete or a tombstone. */
  async admitDelete(call: Call, stream: string): Promise<void> {
    await this.admit(call);
    this.access.checkWrite(call.metadata, stream, '$d');
  }

  /** The quorum is back: every second append that was waiting for it is written after all. */
  regainQuorum(): void {
    this.is.hasQuorum = true;
    for (const [index, commit] of this.unconfirmed.splice(0).entries()) if (index % 2 === 0) commit();
  }

  /** Forgets what was still to happen. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private async admit(call: Call): Promise<void> {
    if (this.is.state === 'frozen') return NEVER;
    if (this.is.state === 'not-ready') throw failures.notReady();
    const { leader } = this.is;
    const isForLeader = call.metadata.get('requires-leader')[0] === 'true';
    if (leader && isForLeader) throw failures.notLeader(leader.address, leader.port);
  }

  private async strike(fault: Fault, peer: string, commit: () => StoreAnswer): Promise<StoreAnswer> {
    switch (fault.kind) {
      case 'cut-before':
        return NEVER;
      case 'cut-after':
        this.cut(peer);
        this.later(fault.landsAfterMs, commit);
        return NEVER;
      case 'answer-lost':
        commit();
        this.cut(peer);
        return NEVER;
      case 'never':
        if (fault.written) commit();
        return NEVER;
      case 'act':
        if (fault.written) commit();
        fault.act();
        return NEVER;
      case 'delay':
        await this.wait(fault.ms);
        return commit();
      case 'no-quorum':
        await this.wait(fault.ms);
        this.later(fault.landsAfterMs, commit);
        throw failures.noQuorum();
      case 'error':
        throw fault.error;
    }
  }

  /** Writes after that time, also when nobody waits for the answer any more. */
  private later(ms: number | undefined, commit: () => StoreAnswer): void {
    if (ms !== undefined) void this.wait(ms).then(commit);
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        resolve();
      }, ms);
      this.timers.add(timer);
    });
  }
}
