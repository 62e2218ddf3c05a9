// The product in a process of its own with another clock: the moment comes in messages. Prints nothing; answers when it is ready and when
// what fell due was done. Made for tests only: the product has no such switch.
import 'reflect-metadata';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [directory, port, start] = process.argv.slice(2);
/** Where the compiled product lies; a developer may name another build. */
const build = process.env.BUILD_DIR ?? join(import.meta.dirname, '..', '..', 'dist');
const load = (file) => import(pathToFileURL(join(build, file)).href);

const { Runtime } = await load('src/runtime.js');
const { createServer } = await load('src/http/server.js');
const { ClockService } = await load('src/clock/clock-service.js');
const { setUpOrganisation } = await load('src/organisation-setup.js');
const { organisationStream } = await load('src/trajectories/settings-book.js');

let now = start;
const clock = { now: () => now, elapsed: () => performance.now() };
const runtime = await Runtime.open({ directory, clock, demo: false });
const admin = await setUpOrganisation(runtime, 'De Drie Kogen');
const organisationId = runtime.identity.organisation().id;
const made = await runtime.executor.execute({
  stream: organisationStream(organisationId),
  commands: [{ type: 'RegisterMunicipality', payload: { name: 'Oosterkoog' } }],
  key: 'oosterkoog-for-the-test',
  caller: {
    kind: 'person',
    ref: runtime.identity.accounts.byLogin(admin.login).ref,
    organisationId,
    grants: [{ role: 'admin' }],
  },
  arrivedAt: 0,
});
const { municipalityId } = made.ids[0];
await runtime.settings.renew(organisationId);
for (const role of ['processCoordinator', 'projectLeader', 'approver', 'client', 'council']) {
  await runtime.identity.accounts.create({
    name: `${role} Oosterkoog`,
    login: role.toLowerCase(),
    password: 'een-lang-wachtwoord',
    grants: [{ role, municipalityId }],
    createdAt: now,
  });
}
await runtime.start();
const config = {
  port: Number(port),
  host: '127.0.0.1',
  dataDir: directory,
  eventLog: { kind: 'sqlite' },
  publicUrl: `http://127.0.0.1:${port}`,
  logLevel: 'error',
};
const app = await createServer({ config, clock, runtime });
await app.listen(Number(port), '127.0.0.1');

process.on('message', async (moment) => {
  now = moment;
  await app.get(ClockService).tick();
  process.send({ now });
});
process.on('disconnect', () => process.exit(0));
process.send({ url: await app.getUrl(), admin });
