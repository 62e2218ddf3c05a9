// `backup`: a copy of everything that must not be lost, made beside the running server and read back.
import { resolve } from 'node:path';
import { makeBackup } from '../backup/make-backup.js';
import { readConfig } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { withScratch } from '../verifying/scratch.js';
import type { Command } from './command.js';
import { needed, optionsOf } from './options.js';
import { eventsIn, reporterOn, stepsOn } from './progress.js';

const STEPS = { log: 'Logboek kopiëren', rest: 'Kluis en overige bestanden', check: 'Kopie nalopen' } as const;

export const backup: Command = {
  name: 'backup',
  summary: 'Maak een reservekopie, ook naast een draaiende server.',
  usage: ['backup --to <nieuwe map> [--quiet]'],
  about:
    'Eerst het logboek, dan de kluis met de sleutels, dan de rest; de overzichten niet, die worden opnieuw opgebouwd. De map krijgt\n' +
    'haar naam pas als alles erin staat en is nagelopen. Zij bevat de sleutels van persoonlijke teksten: bewaar haar veilig en ten\n' +
    'hoogste 30 dagen. Uitkomst 1 als het logboek zelf beschadigd is; de kopie is er dan wel.',
  async run(args, env, around) {
    const { to, quiet } = optionsOf(args, { to: 'text', quiet: 'flag' });
    const target = resolve(needed(to, 'to', 'een nieuwe map'));
    const config = readConfig(env);
    const { directory } = dataDirectory(config);
    const reporter = reporterOn(around.screen, around.elapsed, quiet);
    const steps = stepsOn(reporter, STEPS);
    try {
      const { log, files } = await withScratch(directory, (scratch) =>
        makeBackup({
          from: directory,
          to: target,
          eventLog: config.eventLog,
          scratch,
          madeAt: around.now(),
          signal: around.interrupted,
          waiting: around.err,
          onProgress: (step, share) => steps.at(step, share),
        }),
      );
      steps.done(eventsIn(log.events));
      around.out(`Reservekopie met ${eventsIn(log.events)} en ${files.length} bestanden staat in ${target}.`);
      if (log.faults === 0) return 0;
      around.err(`Let op: het logboek heeft ${log.faults} fouten. Zie 'npx rode-draad verify'.`);
      return 1;
    } finally {
      reporter.stop();
    }
  },
};
