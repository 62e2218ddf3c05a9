// `migrate`: moves the whole log between the file and EventStoreDB, and proves that both are equal.
import { resolve } from 'node:path';
import { readConfig, type Config } from '../config.js';
import { openLogReader } from '../event-log/log-reader.js';
import type { LogChoice } from '../event-log/open-log.js';
import { intoLog } from '../moving/into-log.js';
import { migrateLog } from '../moving/migrate-log.js';
import { dropReadModels } from '../moving/read-models.js';
import { withScratch } from '../verifying/scratch.js';
import { BadUsage, type CliAround, type Command } from './command.js';
import { optionsOf } from './options.js';
import { counted, eventsIn, reporterOn, stepsOn } from './progress.js';

const STEPS = {
  source: 'Bron nalopen',
  compare: 'Doel vergelijken',
  copy: 'Overzetten',
  verify: 'Doel nalopen',
} as const;

export const migrate: Command = {
  name: 'migrate',
  summary: 'Zet het hele logboek over naar een andere opslag.',
  usage: ['migrate --from sqlite --to eventstoredb [--quiet]', 'migrate --from eventstoredb --to sqlite [--quiet]'],
  about:
    'Het bestand staat in DATA_DIR, EventStoreDB op EVENTSTORE_URL. Stop eerst de server. Het doel moet leeg zijn, of het begin\n' +
    'van de bron bevatten: na een onderbreking gaat dezelfde opdracht verder. Na afloop zijn bron en doel gelijk: zelfde nummers,\n' +
    'volgorde en ketens. De bron blijft staan. De overzichten worden bij de volgende start opnieuw opgebouwd.',
  async run(args, env, around) {
    const { from, to, quiet } = optionsOf(args, { from: 'text', to: 'text', quiet: 'flag' });
    const config = readConfig({ ...env, EVENT_LOG: [from, to].includes('eventstoredb') ? 'eventstoredb' : 'sqlite' });
    const [source, target] = [choiceOf(from, config), choiceOf(to, config)];
    if (source.kind === target.kind) throw new BadUsage('Kies met --from en --to twee verschillende soorten opslag.');
    const directory = resolve(config.dataDir);
    await move(source, target, directory, quiet ?? false, around);
  },
};

function choiceOf(kind: string | undefined, { eventLog }: Config): LogChoice {
  if (kind === 'sqlite') return { kind };
  if (kind === 'eventstoredb' && eventLog.kind === kind) return eventLog;
  throw new BadUsage(`Geef --from en --to: 'sqlite' en 'eventstoredb', of andersom.`);
}

async function move(
  from: LogChoice,
  to: LogChoice,
  directory: string,
  quiet: boolean,
  { screen, elapsed, interrupted, out, err }: CliAround,
): Promise<void> {
  const reporter = reporterOn(screen, elapsed, quiet);
  const source = await openLogReader(from, directory, err);
  const steps = stepsOn(reporter, STEPS);
  const filling = { log: to, directory, command: `migrate --from ${from.kind} --to ${to.kind}`, waiting: err };
  try {
    // Keeps the directory, so that no server writes to the source meanwhile.
    const { events, streams, before, digest } = await intoLog(filling, (target, onWriting) =>
      withScratch(directory, async (scratch) => {
        const migrated = await migrateLog(source, target, {
          scratch,
          signal: interrupted,
          onWriting,
          onProgress: (step, share, count) => steps.at(step, share, eventsIn(count)),
        });
        dropReadModels(directory);
        return migrated;
      }),
    );
    steps.done(eventsIn(events));
    out(
      `${eventsIn(events)} in ${counted(streams, 'stroom', 'stromen')} staan nu ook in ${to.kind}; ${before.toLocaleString('nl-NL')} daarvan al eerder.`,
    );
    out(`Beide logboeken zijn gelijk: hash ${digest}.`);
    out(`Start voortaan met EVENT_LOG=${to.kind}. De overzichten worden dan opnieuw opgebouwd.`);
  } finally {
    reporter.stop();
    await source.close();
  }
}
