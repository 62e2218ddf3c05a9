// `restore`: puts a backup back, proved against what it says of itself, with every erasure carried out again.
import { resolve } from 'node:path';
import { restoreBackup } from '../backup/restore-backup.js';
import { readConfig } from '../config.js';
import type { Command } from './command.js';
import { needed, optionsOf } from './options.js';
import { eventsIn, reporterOn, stepsOn } from './progress.js';

const STEPS = { files: 'Bestanden terugzetten', check: 'Logboek nalopen' } as const;

export const restore: Command = {
  name: 'restore',
  summary: 'Zet een reservekopie terug.',
  usage: ['restore --from <map> [--replace] [--erasures <erasures.sqlite>] [--quiet]'],
  about:
    'Zet terug in DATA_DIR. Die map moet leeg zijn; met --replace gaat wat er staat opzij, naar een map replaced-…\n' +
    'Wie is verwijderd, blijft verwijderd: de lijst van verwijderingen die er stond, telt mee, en ook een nieuwere die u met\n' +
    '--erasures noemt. De overzichten worden bij de volgende start opnieuw opgebouwd. Stop eerst de server.',
  async run(args, env, around) {
    const { from, replace, erasures, quiet } = optionsOf(args, {
      from: 'text',
      replace: 'flag',
      erasures: 'text',
      quiet: 'flag',
    });
    const backup = resolve(needed(from, 'from', 'de map van de reservekopie'));
    const directory = resolve(readConfig(env).dataDir);
    const reporter = reporterOn(around.screen, around.elapsed, quiet);
    const steps = stepsOn(reporter, STEPS);
    try {
      const { manifest, aside } = await restoreBackup({
        from: backup,
        to: directory,
        replace: replace ?? false,
        erasures: erasures === undefined ? undefined : resolve(erasures),
        at: around.now(),
        signal: around.interrupted,
        onProgress: (step, share) => steps.at(step, share),
      });
      steps.done(eventsIn(manifest.log.events));
      around.out(
        `De reservekopie van ${manifest.madeAt} met ${eventsIn(manifest.log.events)} is teruggezet in ${directory}.`,
      );
      if (aside !== undefined)
        around.out(`Wat er stond, ligt in ${aside}. Verwijder die map als zij niet meer nodig is.`);
      if (manifest.eventLog === 'eventstoredb')
        around.out(`Het logboek is nog niet teruggezet: npx rode-draad import --from ${directory}/events.jsonl`);
    } finally {
      reporter.stop();
    }
  },
};
