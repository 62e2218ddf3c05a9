// Holds docker-compose.yml to the published schema and to what the servers and the product need, and the Dockerfile to its rules. No image is
// built here: that needs a container engine.
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const textOf = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Service {
  image?: string;
  restart?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  healthcheck?: unknown;
  volumes?: string[];
  ports?: string[];
  [key: string]: unknown;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
}

const compose = (): Compose => parse(textOf('docker-compose.yml'), { merge: true }) as Compose;

/** What the schema says of a compose file; nothing when it fits. */
function complaints(file: unknown): string[] {
  const schema = JSON.parse(textOf('test/fixtures/compose/compose-spec.schema.json')) as Record<string, unknown>;
  // Written with the `id` of an older draft, which this draft calls `$id`; the definitions are found without it.
  const { id: _id, ...rest } = JSON.parse(JSON.stringify(schema), (key: string, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  ) as Record<string, unknown>;
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Durations as Docker writes them, not those of ISO 8601.
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  ajv.addFormat('ports', true).addFormat('expose', true).addFormat('subnet_ip_address', true);
  const validate = ajv.compile({ ...rest, $schema: 'https://json-schema.org/draft/2019-09/schema' });
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  it('fits the schema of the Compose specification, which refuses what is misspelt', () => {
    expect(complaints(compose())).toEqual([]);
    const wrong = compose();
    wrong.services.app = { ...wrong.services.app, restrat: 'always', read_only: 'ja' };
    expect(complaints(wrong).join()).toContain('/services/app');
  });

  it('starts every service again whatever its exit code, and watches the health of the servers', () => {
    const { services } = compose();
    const servers = Object.entries(services).filter(([name]) => name !== 'app');
    expect(Object.values(services).map(({ restart }) => restart)).toEqual(Object.keys(services).map(() => 'always'));
    for (const [, { healthcheck, environment }] of servers) {
      expect(healthcheck).toBeDefined();
      expect(environment).toMatchObject({ EVENTSTORE_TELEMETRY_OPTOUT: 'true' });
      for (const unsafe of [
        'EVENTSTORE_UNSAFE_DISABLE_FLUSH_TO_DISK',
        'EVENTSTORE_SKIP_DB_VERIFY',
        'EVENTSTORE_MEM_DB',
      ])
        expect(environment).not.toHaveProperty(unsafe);
    }
  });

  it('has one server without a profile, and three that know each other with the profile cluster', () => {
    const { services } = compose();
    expect(services.eventstore?.profiles).toBeUndefined();
    expect(services.eventstore?.environment?.EVENTSTORE_CLUSTER_SIZE).toBe('1');
    const nodes = Object.entries(services).filter(([, { profiles }]) => profiles?.includes('cluster'));
    expect(nodes.map(([name]) => name)).toEqual(['node1', 'node2', 'node3']);
    for (const [name, { environment = {} }] of nodes) {
      const others = nodes.map(([other]) => other).filter((other) => other !== name);
      expect(environment.EVENTSTORE_CLUSTER_SIZE).toBe('3');
      expect(environment.EVENTSTORE_GOSSIP_SEED).toBe(others.map((other) => `${other}:2113`).join(','));
    }
  });

  it('keeps data in volumes that it names, and lets nobody at the servers', () => {
    const { services, volumes, networks } = compose();
    const used = Object.values(services).flatMap(({ volumes: mounts = [] }) =>
      mounts.map((mount) => mount.split(':')[0]),
    );
    expect([...used].sort()).toEqual(Object.keys(volumes).sort());
    for (const [name, { ports, networks: on }] of Object.entries(services).filter(([service]) => service !== 'app'))
      expect({ name, ports, on }).toEqual({ name, ports: undefined, on: ['log'] });
    expect(networks.log?.internal).toBe(true);
    expect(services.app?.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(services.app).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('says above everything that it is not safe for production, as long as it is not', () => {
    const text = textOf('docker-compose.yml');
    expect(text.includes('EVENTSTORE_INSECURE')).toBe(
      /NOT FOR PRODUCTION/.test(text.slice(0, text.indexOf('services:'))),
    );
  });
});

describe('the images', () => {
  const lines = textOf('Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const after = (word: string): string[] => lines.filter((line) => line.startsWith(`${word} `));
  const run = lines.slice(lines.lastIndexOf(after('FROM').at(-1) ?? ''));

  it('are named by a version, never by what is newest', () => {
    const { services } = compose();
    const [node = ''] = after('ARG').map((line) => line.split('=')[1] ?? '');
    const named = [node, ...Object.values(services).flatMap(({ image }) => image ?? [])];
    expect(named.filter((image) => !/:\d+\.\d+\.\d+/.test(image))).toEqual([]);
    expect(after('FROM').every((line) => line.startsWith('FROM ${NODE_IMAGE}'))).toBe(true);
    expect(node).toMatch(/^node:24\./);
  });

  it('of the product runs as an account without rights, with its data in a volume and a health check', () => {
    expect(run.filter((line) => line.startsWith('USER '))).toEqual(['USER 10001:10001']);
    expect(run.indexOf('USER 10001:10001')).toBeGreaterThan(run.findLastIndex((line) => /^(RUN|COPY) /.test(line)));
    expect(run).toContain('VOLUME ["/data"]');
    expect(run.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(textOf('Dockerfile')).toMatch(/HEALTHCHECK[^[]+\["node", .*\/api\/v1\/health\/live/);
    expect(run.at(-1)).toBe('CMD ["node", "--max-semi-space-size=8", "dist/src/main.js"]');
    expect(textOf('Dockerfile')).toMatch(/ENV NODE_ENV=production/);
  });

  it('of the product starts it with the room for young objects that npm start and the bench give it', () => {
    const flag = '--max-semi-space-size=8';
    expect(run.at(-1)).toContain(flag);
    expect(textOf('package.json')).toContain(`"start": "node ${flag} bin/start.mjs"`);
    expect(textOf('bench/process.bench.ts')).toContain(`'${flag}'`);
  });

  it('of the product are built from the lock file without install scripts, and without tools, tests or data', () => {
    expect(after('RUN').filter((line) => line.includes('npm ci'))).toEqual([
      expect.stringContaining('npm ci --ignore-scripts'),
    ]);
    expect(after('ADD')).toEqual([]);
    const ignored = textOf('.dockerignore').split('\n');
    expect(ignored).toContain('*');
    const copied = after('COPY')
      .filter((line) => !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((name) => !ignored.includes(`!${name}`))).toEqual([]);
  });
});
