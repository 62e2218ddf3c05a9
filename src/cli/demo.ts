// `demo`: makes the demo organisation with its years of trajectories, without a server.
import { join, resolve } from 'node:path';
import { systemClock } from '../clock/clock.js';
import { readConfig, type Config } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { DEMO_ORGANISATION, DEMO_STORY, demoOf, fillHistory, seedIfEmpty } from '../demo/fill.js';
import type { DemoStory } from '../identity/demo-state.js';
import { Runtime } from '../runtime.js';
import { BadCall, type CliAround, type Command } from './command.js';
import { optionsOf } from './options.js';
import { reporterOn } from './progress.js';

const OPTIONS = { trajectories: 'text', years: 'text', seed: 'text', quiet: 'flag' } as const;

export const demo: Command = {
  name: 'demo',
  summary: 'Maak de demo, met jaren aan verzonnen trajecten.',
  usage: ['demo [--trajectories 40] [--years 3] [--seed 1] [--quiet]'],
  about:
    'De demo komt in de map demo van de gegevensmap; met EVENT_LOG=eventstoredb in een leeg logboek. Hetzelfde getal bij --seed\n' +
    'geeft op dezelfde dag dezelfde trajecten. Wat is afgebroken, gaat verder als u de opdracht opnieuw geeft.',
  run: async (args, env, around) => {
    const { quiet = false, ...given } = optionsOf(args, OPTIONS);
    const story = storyOf(given);
    const config = readConfig(env);
    const runtime = await Runtime.open({
      directory: directoryOf(config),
      clock: systemClock,
      demo: true,
      eventLog: config.eventLog,
      waiting: around.err,
    });
    try {
      await checkLog(runtime);
      await make(runtime, story, quiet, around);
    } finally {
      await runtime.close();
    }
  },
};

function storyOf({ trajectories, years, seed }: Partial<Record<'trajectories' | 'years' | 'seed', string>>): DemoStory {
  return {
    trajectories: numberOf('trajectories', trajectories, DEMO_STORY.trajectories, 2_000),
    years: numberOf('years', years, DEMO_STORY.years, 20),
    seed: numberOf('seed', seed, DEMO_STORY.seed, 2_147_483_647),
  };
}

function numberOf(name: string, text: string | undefined, usual: number, most: number): number {
  if (text === undefined) return usual;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 1 && value <= most))
    throw new BadCall(`Bij --${name} staat '${text}'. Geef een heel getal van 1 tot en met ${most}.`);
  return value;
}

/** Beside a real organisation a demo would never be opened. */
function directoryOf(config: Config): string {
  if (config.eventLog.kind === 'eventstoredb') return resolve(config.dataDir);
  const { directory, demo: isDemo } = dataDirectory(config);
  if (!isDemo)
    throw new BadCall(`In ${directory} staat al een eigen organisatie. Kies voor de demo een andere map met DATA_DIR.`);
  return join(resolve(config.dataDir), 'demo');
}

/** The demo is never written into a log that holds something else, nor a second one with another today into a demo of elsewhere. */
async function checkLog({ log, identity }: Runtime): Promise<void> {
  const [first] = await log.readAll('-1', 1);
  const isOurs = first?.stream === `organisation-${DEMO_ORGANISATION}` && identity.demo.isBegun();
  if (first && !isOurs) throw new BadCall('Dit logboek is niet leeg. De demo wordt alleen in een leeg logboek gezet.');
}

async function make(runtime: Runtime, story: DemoStory, quiet: boolean, around: CliAround): Promise<void> {
  const begun = demoOf(runtime, story);
  if (begun.reached === 'whole') throw new BadCall('De demo is er al. Haal de map weg voor een nieuwe.');
  if (begun.trajectories !== story.trajectories || begun.years !== story.years || begun.seed !== story.seed)
    throw new BadCall(
      `Hier is al een demo begonnen met --trajectories ${begun.trajectories} --years ${begun.years} --seed ${begun.seed}. ` +
        'Geef die opties om verder te gaan, of haal de map weg.',
    );
  const reporter = reporterOn(around.screen, () => around.elapsed(), quiet);
  const logins = await seedIfEmpty(runtime, () => around.interrupted.throwIfAborted(), story);
  logins.forEach(({ login, password, name }) => around.out(`${login.padEnd(34)}  ${password}  ${name}`));
  const task = reporter.task('Trajecten doorlopen');
  const many = (count: number): string => (count === 1 ? '1 traject' : `${count} trajecten`);
  try {
    await fillHistory(runtime, {
      progress: (done, of) => task.at(done / of, many(done)),
      breathe: () => Promise.resolve(around.interrupted.throwIfAborted()),
    });
    task.done(many(story.trajectories));
  } finally {
    reporter.stop();
  }
}
