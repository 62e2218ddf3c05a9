// The connection to the server, and a fresh one when it seems dead. The client would close a channel on which others are about to start a
// call, which is an error that nobody can catch; here a connection is closed only when its last call is over and none can begin any more.
import { EventStoreDBClient } from '@eventstore/db-client';
import { connectionString, type Address } from './address.js';
import { LogUnavailable } from '../errors.js';
import { isConnectionLost, leaderOf } from './faults.js';

/** Makes a client whose options no other has, so that it gets a connection of its own. */
export type MakeClient = (generation: number, node?: { address: string; port: number }) => EventStoreDBClient;

interface Connection {
  client: EventStoreDBClient;
  inUse: number;
  retired: boolean;
}

/** One call's hold on a connection. */
export interface Lease {
  client: EventStoreDBClient;
  /** The call is over; also called when it failed. */
  done(error?: unknown): void;
}

export class Connections {
  private generation = 0;
  private current: Connection;
  private isClosed = false;

  constructor(private readonly make: MakeClient) {
    this.current = this.connect();
  }

  /**
   * For a call that starts now. When it fails as a lost connection does, the calls after it get a fresh one.
   * @throws LogUnavailable after `close`: a connection made then would never be let go of.
   */
  lease(): Lease {
    if (this.isClosed) throw new LogUnavailable('closed', 'The event log is closed');
    const connection = this.current;
    let isOver = false;
    connection.inUse += 1;
    return {
      client: connection.client,
      done: (error) => {
        if (isOver) return;
        isOver = true;
        connection.inUse -= 1;
        if (error !== undefined) this.suspect(connection.client, error);
        closeIfIdle(connection);
      },
    };
  }

  /** Renews the connection of that client, once: whoever failed on it with others finds it renewed. */
  suspect(client: EventStoreDBClient, error: unknown): void {
    if (this.isClosed || client !== this.current.client || !isConnectionLost(error)) return;
    const old = this.current;
    this.generation += 1;
    this.current = this.connect(leaderOf(error));
    old.retired = true;
    closeIfIdle(old);
  }

  /** Lets go of the connection as soon as nothing runs on it. */
  close(): void {
    this.isClosed = true;
    this.current.retired = true;
    closeIfIdle(this.current);
  }

  private connect(node?: { address: string; port: number }): Connection {
    return { client: this.make(this.generation, node), inUse: 0, retired: false };
  }
}

const FIRST_INTERVAL_MS = 10_000;
const GENERATIONS = 1_000;

/** Clients for that address; `lane` keeps the connections of the calls and of the following apart. */
export function clientsFor(address: Address, lane: 0 | 1): MakeClient {
  return (generation, node) => {
    const interval = FIRST_INTERVAL_MS + lane * GENERATIONS + (generation % GENERATIONS);
    const client = EventStoreDBClient.connectionString(connectionString(address, interval, node));
    // After some errors the client closes its channel by itself, under calls that are just starting. When to close is decided here.
    Object.assign(client, { handleError: () => Promise.resolve() });
    return client;
  };
}

function closeIfIdle(connection: Connection): void {
  if (!connection.retired || connection.inUse > 0) return;
  const { client } = connection as unknown as { client: { getChannel(): Promise<{ close(): void }> } };
  client.getChannel().then(
    (channel) => channel.close(),
    () => undefined,
  );
}
