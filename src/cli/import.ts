// `import`: puts an export file into the log of this installation. A file that does not fit changes nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config.js';
import { importLog } from '../moving/import-log.js';
import { intoLog } from '../moving/into-log.js';
import { withScratch } from '../verifying/scratch.js';
import { BadCall, type Command } from './command.js';
import { needed, optionsOf } from './options.js';
import { eventsIn, reporterOn, stepsOn } from './progress.js';

const STEPS = { log: 'Logboek lezen', check: 'Export nalopen', write: 'Toevoegen' } as const;

export const importCommand: Command = {
  name: 'import',
  summary: 'Zet een exportbestand in het logboek.',
  usage: ['import --from <bestand> [--quiet]'],
  about:
    'Het bestand wordt eerst helemaal nagelopen. Is het afgebroken, beschadigd of van een andere organisatie, dan verandert er\n' +
    'niets. Gebeurtenissen die er al staan, tellen als herhaling. Stop eerst de server. In een lege gegevensmap begint hiermee\n' +
    'de organisatie; zet dan ook de kluis terug (zie docs/export-format.md), anders blijven persoonlijke teksten dicht.',
  async run(args, env, around) {
    const { from, quiet } = optionsOf(args, { from: 'text', quiet: 'flag' });
    const file = resolve(needed(from, 'from', 'het bestand'));
    if (!existsSync(file)) throw new BadCall(`Het bestand ${file} bestaat niet.`);
    const config = readConfig(env);
    // Not the demo's directory: what is imported is an organisation of its own.
    const directory = resolve(config.dataDir);
    const filling = { log: config.eventLog, directory, command: `import --from ${file}`, waiting: around.err };
    const reporter = reporterOn(around.screen, around.elapsed, quiet);
    const steps = stepsOn(reporter, STEPS);
    try {
      const { added, repeated } = await intoLog(filling, (log, onWriting) =>
        withScratch(directory, (scratch) =>
          importLog(log, {
            file,
            scratch,
            signal: around.interrupted,
            onWriting,
            onProgress: (step, share, events) => steps.at(step, share, eventsIn(events)),
          }),
        ),
      );
      steps.done(eventsIn(added + repeated));
      around.out(`${eventsIn(added)} toegevoegd, ${eventsIn(repeated)} stonden er al.`);
    } finally {
      reporter.stop();
    }
  },
};
