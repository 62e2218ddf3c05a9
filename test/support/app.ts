// The whole application for a journey: in this process, on a temporary data directory, with a clock that the test moves. With
// EVENT_LOG=eventstoredb in the environment its events go to an EventStoreDB of its own, a fake one.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { ClockService } from '../../src/clock/clock-service.js';
import { readConfig } from '../../src/config.js';
import type { LogChoice } from '../../src/event-log/open-log.js';
import { createServer, serverOf } from '../../src/http/server.js';
import { grantOf } from '../../src/identity/roles.js';
import { setUpOrganisation, type NewLogin } from '../../src/organisation-setup.js';
import { Runtime } from '../../src/runtime.js';
import { shutDown } from '../../src/shutdown.js';
import { TTL_MAX } from '../../src/identity/tokens.js';
import { FakeEventStore } from './eventstoredb/fake-event-store.js';
import { TestClock } from './test-clock.js';

export { TestClock };

export interface Answer {
  status: number;
  headers: Headers;
  /** The JSON of the answer, or undefined. */
  body: Record<string, unknown>;
  text: string;
}

export interface Sent {
  method?: string;
  token?: string;
  /** Sent as JSON, or as it is when it is a text or bytes. */
  body?: unknown;
  headers?: Record<string, string>;
}

const MUNICIPALITIES = ['Oosterkoog', 'Middelkoog'] as const;

export class TestApp {
  /** Who a token was given to, and what was stored last and by whom. */
  private readonly holders = new Map<string, string>();
  private stored: { who: string | undefined; position: string } | undefined;

  private constructor(
    readonly directory: string,
    readonly clock: TestClock,
    private readonly server: FakeEventStore | undefined,
    public runtime: Runtime,
    public app: NestFastifyApplication,
    public url: string,
    readonly admin: NewLogin,
    /** Ids by name. */
    readonly municipalities: Record<(typeof MUNICIPALITIES)[number], string>,
  ) {}

  /** Starts an organisation with two municipalities. Moments are UTC. */
  static async start(at = '2026-04-07T08:00:00.000Z'): Promise<TestApp> {
    const directory = mkdtempSync(join(tmpdir(), 'rode-draad-journey-'));
    const clock = new TestClock(at);
    const server = process.env.EVENT_LOG === 'eventstoredb' ? await FakeEventStore.start() : undefined;
    const { runtime, app, url, admin } = await open(directory, clock, server);
    const started = new TestApp(directory, clock, server, runtime, app, url, admin as NewLogin, {
      Oosterkoog: '',
      Middelkoog: '',
    });
    for (const name of MUNICIPALITIES) started.municipalities[name] = await started.registerMunicipality(name);
    return started;
  }

  get organisationId(): string {
    return this.runtime.identity.organisation()?.id ?? '';
  }

  get clockService(): ClockService {
    return this.app.get(ClockService);
  }

  /** A bearer token, as `npx rode-draad token` makes it. */
  token(role: string, municipality?: keyof TestApp['municipalities']): string {
    const { identity } = this.runtime;
    const who = `${role} of ${municipality ?? 'all'}`;
    const known = new Set(identity.municipalities().map(({ id }) => id));
    const grant = grantOf(role, municipality && this.municipalities[municipality], known);
    const token = identity.tokens.issue(this.organisationId, grant, Date.parse(this.clock.now()), TTL_MAX);
    this.holders.set(token, who);
    return token;
  }

  /** A request. Who reads what somebody else stored waits for the rows first, as a person would; for what is their own the product waits. */
  async ask(path: string, { method, token, body, headers = {} }: Sent = {}): Promise<Answer> {
    const who = this.holders.get(token ?? '');
    if (body === undefined && this.stored && this.stored.who !== who)
      await this.runtime.runner.waitForToday(this.stored.position, 20_000);
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const answer = isJson ? (JSON.parse(text) as Answer['body']) : {};
    if (body !== undefined && typeof answer.position === 'string') this.stored = { who, position: answer.position };
    return { status: response.status, headers: response.headers, text, body: answer };
  }

  /** Sends commands under a key of their own unless one is given. */
  send(
    path: string,
    token: string,
    body: unknown,
    key = `key-${(keys += 1)}`,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.ask(path, { token, body, headers: { 'idempotency-key': key, ...headers } });
  }

  /** Position of the last event in the log. */
  head(): Promise<string | undefined> {
    return this.runtime.log.head();
  }

  /** Stops and starts again on the same directory. */
  async restart(): Promise<void> {
    await shutDown(this.app, this.runtime);
    Object.assign(this, await open(this.directory, this.clock, this.server));
  }

  async stop(): Promise<void> {
    await shutDown(this.app, this.runtime);
    await this.server?.stop();
    rmSync(this.directory, { recursive: true });
  }

  private async registerMunicipality(name: string): Promise<string> {
    const command = { type: 'RegisterMunicipality', payload: { name } };
    const { body } = await this.send(
      `/api/v1/organisations/${this.organisationId}/commands`,
      this.token('admin'),
      command,
    );
    return (body.ids as { municipalityId: string }[])[0]?.municipalityId ?? '';
  }
}

let keys = 0;

async function open(
  directory: string,
  clock: TestClock,
  server: FakeEventStore | undefined,
): Promise<{ runtime: Runtime; app: NestFastifyApplication; url: string; admin?: NewLogin }> {
  const eventLog: LogChoice = server ? { kind: 'eventstoredb', url: server.url } : { kind: 'sqlite' };
  const runtime = await Runtime.open({ directory, clock, demo: false, eventLog });
  const admin =
    (await runtime.organisation()) === undefined ? await setUpOrganisation(runtime, 'De Drie Kogen') : undefined;
  await runtime.start();
  const app = await createServer({ config: readConfig({ LOG_LEVEL: 'error', DATA_DIR: directory }), clock, runtime });
  await app.listen(0, '127.0.0.1');
  const { port } = serverOf(app).server.address() as AddressInfo;
  return { runtime, app, url: `http://127.0.0.1:${port}`, admin };
}
