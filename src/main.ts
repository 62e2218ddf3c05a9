// Starts the server: reads the configuration, opens the right data directory, sets up what is empty, and stops without losing anything.
import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClockService } from './clock/clock-service.js';
import { systemClock } from './clock/clock.js';
import { BadConfig, readConfig, type Config } from './config.js';
import { dataDirectory } from './data-directory.js';
import { finishErasures } from './erasing/erase-subject.js';
import { sentenceOf } from './fault-words.js';
import { openOrganisation, type StartOptions } from './first-start.js';
import { createServer } from './http/server.js';
import type { NewLogin } from './organisation-setup.js';
import { DemoFilling, type FillingProgress } from './demo/filling.js';
import { Runtime } from './runtime.js';
import { stopsOnSignal } from './shutdown.js';

const HELP = `Gebruik: npm start [-- --empty --name "Naam van de organisatie"]`;

/** Starts and keeps running. Every expected fault is one sentence on the error stream and exit code 1. */
async function main(): Promise<void> {
  // Everything in the data directory is for this account only: read models hold texts in the clear.
  process.umask(0o077);
  try {
    await start(readConfig(process.env), optionsOf(process.argv.slice(2)));
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
  }
}

function optionsOf(args: string[]): StartOptions {
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

async function start(config: Config, options: StartOptions): Promise<void> {
  const place = options.empty ? { directory: resolve(config.dataDir), demo: false } : dataDirectory(config);
  const say = (text: string): void => console.log(text);
  const runtime = await Runtime.open({ ...place, clock: systemClock, eventLog: config.eventLog, waiting: say });
  const { demo } = runtime.options;
  try {
    // Shown at once: whatever goes wrong after this, they are nowhere else.
    showLogins(await openOrganisation(runtime, config, options, say), demo);
    await runtime.start();
    await finishErasures(runtime);
    const app = await createServer({ config, clock: systemClock, runtime });
    stopsOnSignal(app, runtime);
    await app.listen(config.port, config.host);
    runtime.storage.start();
    app.get(DemoFilling).start(tellFilling, () => app.get(ClockService).start());
    console.log(
      `\nRode Draad${demo ? ' (demo)' : ''} staat klaar op ${process.env['PUBLIC_URL'] ? config.publicUrl : await app.getUrl()}`,
    );
  } catch (error) {
    await runtime.close();
    throw error;
  }
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

await main();
