// The product's server as the HTTP bench asks it, in a process of its own; tells its address and a token for each role that sends.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock/clock.js';
import { readConfig } from '../src/config.js';
import { createServer } from '../src/http/server.js';
import { benchRuntime, ORGANISATION } from './workload.js';

const directory = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'rode-draad-http-'));
const { runtime, municipalityId } = await benchRuntime(directory);
await runtime.organisation();
await runtime.start();
const app = await createServer({
  config: readConfig({ LOG_LEVEL: 'error', DATA_DIR: directory }),
  clock: systemClock,
  runtime,
});
await app.listen(0, '127.0.0.1');
const token = (role: 'processCoordinator' | 'projectLeader' | 'approver'): string =>
  runtime.identity.tokens.issue(ORGANISATION, { role }, Date.now(), 3_600_000);
process.send?.({
  url: await app.getUrl(),
  municipalityId,
  tokens: {
    processCoordinator: token('processCoordinator'),
    projectLeader: token('projectLeader'),
    approver: token('approver'),
  },
});
// The bench waits until every projection of today has passed that position.
process.on('message', (position: string) => {
  void runtime.runner.waitForToday(position, 60_000).then((reached) => process.send?.({ reached }));
});
process.on('disconnect', () => {
  void app
    .close()
    .then(() => runtime.close())
    .then(() => rmSync(directory, { recursive: true, force: true }))
    .finally(() => process.exit(0));
});
