// `export`: everything, or one trajectory, to a file that is recognised when it was cut and can be imported to an equal log.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { openLogReader } from '../event-log/log-reader.js';
import { exportLog } from '../moving/export-log.js';
import { BadCall, type Command } from './command.js';
import { needed, optionsOf } from './options.js';
import { counted, eventsIn, reporterOn } from './progress.js';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Schrijf alle gebeurtenissen, of één traject, naar een bestand.',
  usage: ['export --to <bestand> [--trajectory <id>] [--quiet]'],
  about:
    'Het bestand heeft één gebeurtenis per regel (JSON) en is beschreven in docs/export-format.md. Persoonlijke teksten blijven\n' +
    'verzegeld: de sleutels gaan niet mee, die zitten in de kluis (zie backup). Mag naast een draaiende server.',
  async run(args, env, around) {
    const { to, trajectory, quiet } = optionsOf(args, { to: 'text', trajectory: 'text', quiet: 'flag' });
    const file = resolve(needed(to, 'to', 'het bestand'));
    if (existsSync(file)) throw new BadCall(`Het bestand ${file} bestaat al. Kies een andere naam.`);
    const config = readConfig(env);
    const reporter = reporterOn(around.screen, around.elapsed, quiet);
    const log = await openLogReader(config.eventLog, dataDirectory(config).directory, around.err);
    try {
      const task = reporter.task('Exporteren');
      const { events, streams } = await exportLog(log, {
        file,
        trajectoryId: trajectory,
        exportedAt: around.now(),
        signal: around.interrupted,
        onProgress: (share, count) => task.at(share, eventsIn(count)),
      });
      task.done(eventsIn(events));
      around.out(`${eventsIn(events)} uit ${counted(streams, 'stroom', 'stromen')} geschreven naar ${file}.`);
    } finally {
      reporter.stop();
      await log.close();
    }
  },
};
