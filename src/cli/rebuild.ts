// `rebuild`: throws the rows of one projection or all of them away and builds them anew, with the server stopped.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../projections/registry.js';
import { readConfig } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { openLog } from '../event-log/open-log.js';
import { refuseWithoutLog, shareOf } from '../event-log/log-reader.js';
import { refuseUnfinished } from '../moving/unfinished.js';
import { ProjectionFiles } from '../projecting/files.js';
import { ProjectionRunner } from '../projecting/runner.js';
import { readerWith } from '../recording/recorder.js';
import { domainWith } from '../runtime.js';
import { openReadingVault } from '../vault/reading-vault.js';
import { BadCall, type CliAround, type Command } from './command.js';
import { optionsOf } from './options.js';
import { eventsIn, reporterOn } from './progress.js';

const NAMES = projections.map(({ name }) => name);

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'Bouw de overzichten opnieuw op uit het logboek.',
  usage: ['rebuild [--projection <naam>] [--quiet]'],
  about:
    `Zonder --projection alle: ${NAMES.join(', ')}. Stop eerst de server. Ook nodig nadat een ouder logboek is teruggezet.\n` +
    'Wordt het onderbroken, dan gaat de volgende start verder waar het was.',
  async run(args, env, around) {
    const { projection, quiet } = optionsOf(args, { projection: 'text', quiet: 'flag' });
    const chosen = projections.filter(({ name }) => projection === undefined || name === projection);
    if (chosen.length === 0) throw new BadCall(`Er is geen overzicht '${projection}'. Kies uit: ${NAMES.join(', ')}.`);
    const config = readConfig(env);
    const { directory } = dataDirectory(config);
    // Opening it to write would make one, and rows of nothing.
    if (config.eventLog.kind === 'sqlite') refuseWithoutLog(directory);
    refuseUnfinished(directory, config.eventLog.kind);
    const log = await openLog(config.eventLog, directory, around.err);
    const vault = openReadingVault(directory);
    try {
      const read = join(directory, 'read');
      mkdirSync(read, { recursive: true, mode: 0o700 });
      chosen.forEach(({ name }) => new ProjectionFiles(read, name).keepOnly([]));
      const domain = domainWith(readerWith(vault));
      const runner = new ProjectionRunner({
        directory: read,
        log,
        domain,
        projections: chosen,
        follow: { restMs: 0, pageSize: 500 },
      });
      return await follow(runner, (await log.head()) ?? '-1', quiet ?? false, around);
    } finally {
      vault.close();
      await log.close();
    }
  },
};

async function follow(runner: ProjectionRunner, head: string, quiet: boolean, around: CliAround): Promise<number> {
  const reporter = reporterOn(around.screen, around.elapsed, quiet);
  const task = reporter.task('Overzichten opbouwen');
  try {
    await runner.start();
    for (;;) {
      const reached = await runner.waitFor(head, 250);
      around.interrupted.throwIfAborted();
      const health = await runner.health();
      const events = Math.min(...health.map(({ count }) => count));
      task.at(shareOf(runner.position(), head), eventsIn(events));
      const stuck = health.filter(({ trouble }) => trouble !== undefined);
      if (!reached && stuck.length > 0)
        throw new BadCall(
          `Het opbouwen stopt: ${stuck.map(({ name, trouble }) => `${name} (${trouble})`).join(', ')}.`,
        );
      if (!reached) continue;
      task.done(eventsIn(events));
      const parked = health.flatMap(({ name, parked: streams }) => streams.map((one) => ({ name, ...one })));
      for (const { name, stream, revision, code } of parked)
        around.out(`Overzicht '${name}': stroom ${stream} stopt bij volgnummer ${revision} (${code}).`);
      around.out(`${health.map(({ name }) => name).join(', ')}: opgebouwd uit ${eventsIn(events)}.`);
      return parked.length === 0 ? 0 : 1;
    }
  } finally {
    reporter.stop();
    await runner.stop();
  }
}
