// G8: idle memory and cold start (from spawn to the first 200) of the built product, against a Nest hello app on Fastify; and the start with
// a hundred thousand trajectories against one that is empty. Starts take turns.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { LARGE, organisationOf } from './large.js';
import { goal, median, note, now, report, ROUNDS, shared } from './support.js';

const MAIN = resolve('dist/src/main.js');
/** After the first answer the process comes to rest. */
const REST_MS = 1_500;
const START_MS = 60_000;

interface Started {
  coldMs: number;
  megabytes: number;
}

async function start(args: string[], path: string, env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const begun = now();
  // Both sides as in production: so do the image and npm start run the product.
  const child = spawn(process.execPath, ['--max-semi-space-size=8', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) },
    stdio: 'ignore',
  });
  try {
    await answers(`http://127.0.0.1:${port}${path}`, child, begun);
    const coldMs = now() - begun;
    await rest(REST_MS);
    return { coldMs, megabytes: residentOf(child) };
  } finally {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
}

async function answers(url: string, child: ChildProcess, begun: number): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    if (child.exitCode !== null || now() - begun > START_MS) throw new Error(`${url} does not answer.`);
    await rest(3);
  }
}

function residentOf({ pid = 0 }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

const LIVE = '/api/v1/health/live';
const product = (dataDir: string) => () => start([MAIN], LIVE, { DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const empty = await shared('empty-organisation', async (directory) => {
  await start([MAIN, '--empty', '--name', 'Bench'], LIVE, { DATA_DIR: directory, LOG_LEVEL: 'error' });
});
const large = await organisationOf(LARGE);
const sides: Record<string, () => Promise<Started>> = {
  'Nest hello app on Fastify': () => start([join(import.meta.dirname, 'hello.js')], '/', {}),
  'Rode Draad, empty organisation': product(empty),
  [`Rode Draad, ${LARGE} trajectories`]: product(large),
};
if (!existsSync(MAIN)) note('G8 needs the built product: npm run build.');
const starts = new Map<string, Started[]>();
for (let round = -1; round < ROUNDS; round += 1) {
  for (const [who, side] of Object.entries(sides)) {
    const one = await side();
    if (round >= 0) starts.set(who, [...(starts.get(who) ?? []), one]);
  }
}
const [hello = '', none = '', many = ''] = Object.keys(sides);
const all = (what: keyof Started): Record<string, number[]> =>
  Object.fromEntries([...starts].map(([who, list]) => [who, list.map((one) => one[what])]));
report('G8: cold start, spawn to first 200', all('coldMs'), hello, ' ms');
report('G8: idle memory', all('megabytes'), hello, ' MiB');
const of = (who: string, what: keyof Started): number => median(all(what)[who] ?? []);
goal('G8', 'idle memory to that of a Nest hello app', of(none, 'megabytes') / of(hello, 'megabytes'), 1.3, true);
goal('G8', 'cold start to that of a Nest hello app', of(none, 'coldMs') / of(hello, 'coldMs'), 1.5, true);
goal(
  'G8',
  `cold start with ${LARGE} trajectories to an empty organisation`,
  of(many, 'coldMs') / of(none, 'coldMs'),
  2,
  true,
);
