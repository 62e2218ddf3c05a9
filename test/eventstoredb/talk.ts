// The real client against a server, real or fake, with names of its own so that the server may hold anything else.
import { EventStoreDBClient, binaryEvent, type AppendResult, type EventData } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';

export type Expected = bigint | 'no_stream';
/** The two ways in which the client appends. */
export type Path = 'per call' | 'batch';

/** An event as it is stored: id, type and text. */
export interface Seen {
  id: string;
  type: string;
  revision: bigint;
  text: string;
}

export class Talk {
  readonly client: EventStoreDBClient;
  private readonly credentials: { username: string; password: string };
  private readonly run = randomUUID().slice(0, 8);
  private names = 0;

  constructor(
    readonly url: string,
    readonly path: Path = 'per call',
  ) {
    this.client = EventStoreDBClient.connectionString(url);
    // An address may name several nodes, which URL does not know.
    const [, username = 'x', password = 'x'] = /:\/\/([^:@/]+):([^@/]+)@/.exec(url) ?? [];
    // An insecure server accepts any; what counts is that there are credentials: they choose the path.
    this.credentials = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }

  /** A stream that nobody else uses. */
  stream(prefix = 'case'): string {
    return `${prefix}-${this.run}-${(this.names += 1)}`;
  }

  append(stream: string, events: readonly EventData[], expected: Expected): Promise<AppendResult> {
    const credentials = this.path === 'per call' ? { credentials: this.credentials } : {};
    return this.client.appendToStream(stream, [...events], { expectedRevision: expected, ...credentials });
  }

  /** What is in the stream; a stream that is not there is empty. */
  async read(stream: string, from: bigint | 'start' = 'start'): Promise<Seen[]> {
    const seen: Seen[] = [];
    try {
      for await (const { event } of this.client.readStream(stream, { fromRevision: from })) {
        if (event) seen.push({ ...event, id: event.id, text: Buffer.from(event.data as Uint8Array).toString() });
      }
    } catch (error) {
      if ((error as { type?: string }).type !== 'stream-not-found') throw error;
    }
    return seen.map(({ id, type, revision, text }) => ({ id, type, revision, text }));
  }

  async close(): Promise<void> {
    await this.client.dispose();
    // Only this closes the connection; the types call it protected.
    (await (this.client as unknown as { getChannel(): Promise<{ close(): void }> }).getChannel()).close();
  }
}

/** An event with an id of its own, or that one. */
export function event(text: string | number, id: string = randomUUID(), type = 'Happened'): EventData {
  const data = typeof text === 'number' ? Buffer.alloc(text, 'a') : Buffer.from(text);
  return binaryEvent({ id, type, data });
}

/** The error of a call that must fail, with what counts of it. */
export async function failing(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const outcome: unknown = await call.then(
    () => 'answered',
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error(`Expected an error, got ${String(outcome)}`);
  const { name, message } = outcome;
  return { ...outcome, class: outcome.constructor.name, name, message };
}
