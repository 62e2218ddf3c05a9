// An EventStoreDB in this process that speaks the protocol, so that the real client runs against it: what it answers was measured on a
// real server. It can be stopped and started again on its port, and be told what goes wrong.
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { Access, type Account } from './access.js';
import { append, batchAppend } from './appending.js';
import type { Certificate } from './certificate.js';
import { removal } from './deleting.js';
import { type FaultPlan, type Aim, type Fault } from './faults.js';
import { readGossip, supportedMethods, type Member } from './gossip.js';
import { Journal } from './journal.js';
import { FakeNode, type NodeState } from './node.js';
import { read } from './reading.js';
import { FakeStore } from './store.js';
import { featuresService, gossipService, streamsService } from './stubs.js';

export interface FakeOptions {
  /** The port to listen on; a free one without it. */
  port?: number;
  /** A log to serve: the same one for all nodes of a cluster, or that of a fake that was stopped. */
  store?: FakeStore;
  /** A file in which the log survives the death of this process. */
  journal?: string;
  /** With accounts every call needs a name and a password; give a certificate too, since the client sends them over TLS only. */
  accounts?: Record<string, Account>;
  certificate?: Certificate;
  /** The nodes that gossip names; this one alone without it. */
  members?: () => Member[];
}

const HOST = '127.0.0.1';
/** A message may be this large; an append is refused long before. */
const MAX_MESSAGE = 17 * 1024 * 1024;

export class FakeEventStore {
  readonly store: FakeStore;
  readonly node: FakeNode;
  port = 0;
  private server: Server | undefined;
  private listener: NetServer | undefined;
  private readonly sockets = new Map<string, Socket>();

  private constructor(private readonly options: FakeOptions) {
    this.store =
      options.store ?? new FakeStore(options.journal === undefined ? undefined : new Journal(options.journal));
    const access = new Access(this.store, options.accounts);
    this.node = new FakeNode(this.store, access, (peer) => this.sockets.get(peer)?.destroy());
  }

  /** Starts on a free port of the loopback address. */
  static async start(options: FakeOptions = {}): Promise<FakeEventStore> {
    const fake = new FakeEventStore(options);
    fake.port = options.port ?? 0;
    await fake.listen();
    return fake;
  }

  /** The address of this node for the client. */
  get url(): string {
    return this.urlFor();
  }

  /** With a name and a password, and with more settings of the connection string. */
  urlFor(account = '', settings: Record<string, string> = {}): string {
    const { certificate } = this.options;
    const query = new URLSearchParams({ tls: String(certificate !== undefined), ...settings });
    if (certificate) query.set('tlsCAFile', settings.tlsCAFile ?? certificate.caFile);
    return `esdb://${account === '' ? '' : `${account}@`}${HOST}:${this.port}?${query}`;
  }

  get faults(): FaultPlan {
    return this.node.faults;
  }

  /** Makes the next append (to which `aim` agrees) go wrong; each call is one fault. */
  inject(fault: Fault, aim?: Aim): void {
    this.node.faults.add(fault, aim);
  }

  /** Changes what the node is: ready, frozen, with a quorum, leader. */
  become(state: Partial<NodeState>): void {
    Object.assign(this.node.is, state);
  }

  /** Breaks every connection; new ones are taken. */
  cutAll(): void {
    for (const socket of this.sockets.values()) socket.destroy();
  }

  /** Gone at once, as killed: connections break, what was answered stays in the store. */
  async stop(): Promise<void> {
    const { server, listener } = this;
    if (!listener) return;
    this.server = this.listener = undefined;
    this.node.stop();
    const closed = new Promise((resolve) => listener.close(resolve));
    this.cutAll();
    server?.forceShutdown();
    await closed;
  }

  /** Starts again on the same port with the same log. */
  async start(): Promise<void> {
    if (!this.listener) await this.listen();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE });
    this.addServices(server);
    const injector = server.createConnectionInjector(credentialsOf(this.options.certificate));
    const listener = createServer((socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.sockets.set(peer, socket);
      socket.on('close', () => this.sockets.delete(peer)).on('error', () => undefined);
      socket.setNoDelay(true);
      injector.injectConnection(socket);
    });
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject).listen(this.port, HOST, resolve);
    });
    this.port = (listener.address() as AddressInfo).port;
    Object.assign(this, { server, listener });
  }

  private addServices(server: Server): void {
    const { node } = this;
    const members = (): Member[] => this.options.members?.() ?? [{ address: HOST, port: this.port, isLeader: true }];
    server.addService(streamsService.StreamsService, {
      append: (call: Parameters<typeof append>[1], answer: Parameters<typeof append>[2]) => append(node, call, answer),
      batchAppend: (call: Parameters<typeof batchAppend>[1]) => batchAppend(node, call),
      read: (call: Parameters<typeof read>[1]) => read(node, call),
      delete: removal(node, 'delete'),
      tombstone: removal(node, 'tombstone'),
    });
    server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods(node) });
    server.addService(gossipService.GossipService, { read: readGossip(node, members) });
  }
}

function credentialsOf(certificate: Certificate | undefined): ServerCredentials {
  if (!certificate) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(certificate.key), cert_chain: Buffer.from(certificate.certificate) };
  return ServerCredentials.createSsl(null, [pair]);
}
