// `verify`: holds the log to what it promises and the served rows to rows made anew. Reads only, so it may run beside the server.
import { join, resolve } from 'node:path';
import { projections } from '../../projections/registry.js';
import { readManifest } from '../backup/manifest.js';
import { readConfig } from '../config.js';
import { dataDirectory } from '../data-directory.js';
import { whyUnfinished } from '../moving/unfinished.js';
import { openLogReader, type LogReader } from '../event-log/log-reader.js';
import { readerWith } from '../recording/recorder.js';
import { domainWith } from '../runtime.js';
import { openReadingVault } from '../vault/reading-vault.js';
import { checkLog, type Earlier, type LogReport } from '../verifying/check-log.js';
import { checkProjections, type ProjectionReport } from '../verifying/check-projections.js';
import { withScratch } from '../verifying/scratch.js';
import type { CliAround, Command } from './command.js';
import { optionsOf } from './options.js';
import { counted, eventsIn, reporterOn, type Reporter } from './progress.js';
import { faultLine, projectionLines } from './verify-words.js';

export const verify: Command = {
  name: 'verify',
  summary: 'Loop het logboek en de overzichten na op schade.',
  usage: ['verify [--log-only] [--backup <map>] [--quiet]'],
  about:
    'Controleert elke gebeurtenis (controlegetal, keten, volgnummer, plaats, uniek nummer) en bouwt daarna elk overzicht\n' +
    'opnieuw op, ernaast, om de rijen te vergelijken. Er verandert niets; het mag naast een draaiende server.\n' +
    '--log-only slaat de overzichten over. --backup vergelijkt ook met een reservekopie: alleen zo is te zien dat het\n' +
    'einde van het logboek ontbreekt. Uitkomst 0 = in orde, 1 = er is iets gevonden.',
  async run(args, env, around) {
    const options = optionsOf(args, { 'log-only': 'flag', backup: 'text', quiet: 'flag' });
    const config = readConfig(env);
    const { directory } = dataDirectory(config);
    const earlier = options.backup === undefined ? undefined : readManifest(resolve(options.backup)).log;
    const reporter = reporterOn(around.screen, around.elapsed, options.quiet);
    const log = await openLogReader(config.eventLog, directory, around.err);
    try {
      return await withScratch(directory, async (scratch) => {
        const report = await inspectLog(log, scratch, earlier, reporter, around);
        const rows = options['log-only'] ? [] : await inspectRows(log, directory, scratch, reporter, around);
        return conclude(report, rows, whyUnfinished(directory, config.eventLog.kind), around);
      });
    } finally {
      reporter.stop();
      await log.close();
    }
  },
};

async function inspectLog(
  log: LogReader,
  scratch: string,
  earlier: Earlier | undefined,
  reporter: Reporter,
  { interrupted: signal }: CliAround,
): Promise<LogReport> {
  const task = reporter.task('Logboek nalopen');
  const onProgress = (share: number, events: number): void => task.at(share, eventsIn(events));
  const report = await checkLog(log, { scratch, earlier, signal, onProgress });
  task.done(eventsIn(report.events));
  return report;
}

async function inspectRows(
  log: LogReader,
  directory: string,
  scratch: string,
  reporter: Reporter,
  { interrupted: signal }: CliAround,
): Promise<ProjectionReport[]> {
  const vault = openReadingVault(directory);
  try {
    const task = reporter.task('Overzichten opnieuw opbouwen en vergelijken');
    const reports = await checkProjections({
      log,
      domain: domainWith(readerWith(vault)),
      projections,
      directory: join(directory, 'read'),
      scratch,
      signal,
      onProgress: (share, events) => task.at(share, eventsIn(events)),
    });
    task.done(eventsIn(Math.max(0, ...reports.map(({ events }) => events))));
    return reports;
  } finally {
    vault.close();
  }
}

/** Says what was found; the exit code. */
function conclude(
  report: LogReport,
  rows: readonly ProjectionReport[],
  unfinished: string | undefined,
  around: CliAround,
): number {
  if (unfinished !== undefined) around.out(`FOUT ${unfinished}`);
  report.faults.forEach((fault) => around.out(faultLine(fault)));
  const more = report.faultCount - report.faults.length;
  if (more > 0) around.out(`... en nog ${more} andere.`);
  rows.flatMap(projectionLines).forEach((line) => around.out(line));
  around.out(
    `Logboek: ${eventsIn(report.events)} in ${counted(report.streams, 'stroom', 'stromen')}, einde ${report.head}, ` +
      `hash ${report.digest}.`,
  );
  const inRows = rows.flatMap(projectionLines).filter((line) => line.startsWith('FOUT')).length;
  const wrong = report.faultCount + inRows + Number(unfinished !== undefined);
  around.out(wrong === 0 ? 'Alles in orde.' : `Er ${wrong === 1 ? 'is 1 fout' : `zijn ${wrong} fouten`} gevonden.`);
  return wrong === 0 ? 0 : 1;
}
