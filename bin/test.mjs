// Runs the tests (`npm test`): the quick project first, the ones that start the product after it, on a fresh build.
// Its promise is the last line, `N passed, N failed, N skipped`: nothing is left out without standing there, and in CI
// (CI=true) a test left out is a failure, unless it asks for a server that is named in an environment variable.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, root, runsOnNewEnoughNode } from './runtime.mjs';
import { asksForServer, countReport, exitCodeOf } from './test-counts.mjs';

const chromium = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';
const shown = 40;

/** What `npm test` runs, in this order; the journeys once on each log, the second time on a fake EventStoreDB. */
const runs = [
  { project: 'unit' },
  { project: 'journeys' },
  { project: 'journeys', env: { EVENT_LOG: 'eventstoredb' } },
  { project: 'kill' },
  { project: 'browser' },
];

/** One run of jest; its counts, or one failure when jest itself did not get to a report. */
function jest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-test-'));
  const report = join(folder, 'report.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  spawnSync(process.execPath, [...flags, program, '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const counts = existsSync(report) ? countReport(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  rmSync(folder, { recursive: true });
  return counts ?? { passed: 0, failed: 1, skipped: [] };
}

/** Whether a project has a folder with tests; `unit` has them everywhere. */
const exists = (project) => project === 'unit' || existsSync(join(root, 'test', project));

/** Everything, one project after the other. Without a browser its tests are listed (no name matches `(?!)`), not run. */
function runAll() {
  const present = runs.filter(({ project }) => exists(project));
  if (present.length > 1) ensureBuilt();
  return present.map(({ project, env = {} }) => {
    const only = project === 'browser' && !existsSync(chromium) ? ['--testNamePattern', '(?!)'] : [];
    const setting = Object.entries(env).map(([name, value]) => `, ${name}=${value}`);
    console.log(`\n== ${project}${setting.join('')}`);
    return { project, ...jest(['--selectProjects', project, ...only], env) };
  });
}

/** What was asked for on the command line, in one run of jest; a path outside the slow suites needs no build. */
function runAsked(args) {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  if (paths.length === 0 || paths.some((path) => /journeys|kill|browser/.test(path))) ensureBuilt();
  // Last, because this option of jest takes every word that follows it.
  const without = existsSync(chromium) ? [] : ['--ignoreProjects', 'browser'];
  return [{ project: 'asked', ...jest([...args, ...without]) }];
}

/** Says loudly that the browser suite was left out, with its number of tests when that is known. */
function shoutWithoutBrowser(results) {
  const count = results.find(({ project }) => project === 'browser')?.skipped.length;
  const number = count === undefined ? '' : `: ${count} TESTS SKIPPED`;
  console.log(`\n!!! THE BROWSER SUITE WAS NOT RUN${number}. There is no Chromium at ${chromium}.`);
  console.log('!!! Install Chromium, or name one in CHROMIUM_PATH.');
}

/** Says loudly that nothing was held against a real server. */
function shoutWithoutServer(skipped) {
  const left = skipped.filter(asksForServer);
  if (left.length === 0) return;
  console.log(`\n!!! NOTHING WAS RUN ON A REAL EVENTSTOREDB: ${left.length} TESTS SKIPPED. They ran on the fake only.`);
  console.log('!!! Name a server in EVENTSTORE_TEST_URL, such as esdb://localhost:2113?tls=false.');
}

/** The closing lines: what was left out, then the counts alone on the last line; sets the exit code. */
function close(results) {
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  const skipped = results.flatMap((result) => result.skipped);
  const totals = { passed: sum('passed'), failed: sum('failed'), skipped };
  if (skipped.length > 0) {
    const more = skipped.length > shown ? `\n  and ${skipped.length - shown} more` : '';
    console.log(`\nSkipped:\n  ${skipped.slice(0, shown).join('\n  ')}${more}`);
  }
  if (!existsSync(chromium)) shoutWithoutBrowser(results);
  shoutWithoutServer(skipped);
  const code = exitCodeOf(totals, process.env['CI'] === 'true');
  if (code !== 0 && totals.failed === 0) console.log('\nFailed: in CI nothing may be skipped, and something must run.');
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${skipped.length} skipped`);
  process.exitCode = code;
}

if (runsOnNewEnoughNode()) {
  const args = process.argv.slice(2);
  close(args.length === 0 ? runAll() : runAsked(args));
}
