// Starts the server: reads the configuration, opens the right data directory, sets up what is empty, and stops without losing anything.
import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClockService } from './clock/clock-service.js';
import { systemClock } from './clock/clock.js';
import { BadConfig, readConfig, type Config } from './config.js';
import { dataDirectory } from './data-directory.js';
import { finishErasures } from './erasing/erase-subject.js';
import { LogBehind, LogLocked, LogRefused } from './event-log/errors.js';
import { createServer } from './http/server.js';
import { setUpOrganisation, type NewLogin } from './organisation-setup.js';
import { seedIfEmpty } from './demo/fill.js';
import { DemoFilling, type FillingProgress } from './demo/filling.js';
import { Runtime } from './runtime.js';
import { stopsOnSignal } from './shutdown.js';
import { VaultUnavailable } from './vault/vault.js';

interface Options {
  empty: boolean;
  name: string;
}

const HELP = `Gebruik: npm start [-- --empty --name "Naam van de organisatie"]`;

/** Starts and keeps running. Every expected fault is one sentence on the error stream and exit code 1. */
async function main(): Promise<void> {
  // Everything in the data directory is for this account only: read models hold texts in the clear.
  process.umask(0o077);
  try {
    await start(readConfig(process.env), optionsOf(process.argv.slice(2)));
  } catch (error) {
    const expected =
      error instanceof BadConfig ||
      error instanceof LogLocked ||
      error instanceof LogBehind ||
      error instanceof LogRefused ||
      error instanceof VaultUnavailable ||
      isInUse(error);
    console.error(expected && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function optionsOf(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: { empty: { type: 'boolean' }, name: { type: 'string' } },
      strict: true,
    });
    const name = values.name?.trim() ?? '';
    if (values.name !== undefined && (!values.empty || name === '' || name.length > 200))
      throw new BadConfig(`Bij --empty hoort --name met 1 tot en met 200 tekens.\n${HELP}`);
    return { empty: values.empty ?? false, name: name || 'Naamloze organisatie' };
  } catch (error) {
    throw error instanceof BadConfig
      ? error
      : new BadConfig(`Deze opties worden niet begrepen: ${args.join(' ')}\n${HELP}`);
  }
}

async function start(config: Config, options: Options): Promise<void> {
  const { directory, demo } = options.empty
    ? { directory: resolve(config.dataDir), demo: false }
    : dataDirectory(config);
  const runtime = await Runtime.open({ directory, clock: systemClock, demo, eventLog: config.eventLog });
  try {
    // Shown at once: whatever goes wrong after this, they are nowhere else.
    showLogins(await fill(runtime, options, demo), demo);
    await runtime.start();
    await finishErasures(runtime);
    const app = await createServer({ config, clock: systemClock, runtime });
    stopsOnSignal(app, runtime);
    await app.listen(config.port, config.host);
    app.get(DemoFilling).start(tellFilling, () => app.get(ClockService).start());
    console.log(
      `\nRode Draad${demo ? ' (demo)' : ''} staat klaar op ${process.env['PUBLIC_URL'] ? config.publicUrl : await app.getUrl()}`,
    );
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

/** Sets up an empty directory; answers the logins that were made, to be shown once. */
async function fill(runtime: Runtime, options: Options, demo: boolean): Promise<NewLogin[]> {
  const known = await runtime.organisation();
  if (known !== undefined && options.empty)
    console.log('Deze gegevensmap heeft al een organisatie; die wordt geopend.');
  if (demo) return seedIfEmpty(runtime, (text) => console.log(text));
  return known === undefined ? [await setUpOrganisation(runtime, options.name)] : [];
}

/** One line for every tenth part. */
function tellFilling({ done, of }: FillingProgress): void {
  if (done === of) console.log(`De demo is gevuld: ${of} trajecten.`);
  else if (done % Math.ceil(of / 10) === 0) console.log(`De demo wordt gevuld: ${done} van ${of} trajecten.`);
}

function showLogins(logins: readonly NewLogin[], demo: boolean): void {
  if (logins.length === 0) return;
  console.log(
    `\n${demo ? 'Inloggegevens van de demo' : 'Inloggegevens van de beheerder'}. De wachtwoorden staan hier één keer.\n`,
  );
  const width = Math.max(...logins.map(({ login }) => login.length));
  logins.forEach(({ login, password, name }) => console.log(`  ${login.padEnd(width)}  ${password}  ${name}`));
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

await main();
