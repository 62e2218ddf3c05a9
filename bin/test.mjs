// Runs the tests (`npm test`): the quick project first, the ones that start the product after it, on a fresh build.
// Its promise is the last line, `N passed, N failed, N skipped`: nothing is left out without standing there, and in CI
// (CI=true) a test left out is a failure, unless it asks for a server that is named in an environment variable.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, root, runsOnNewEnoughNode } from './runtime.mjs';
import { asksForServer, countReport, exitCodeOf } from './test-counts.mjs';

const onBuiltProduct = ['journeys', 'kill'];
const chromium = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';

/** One run of jest; its counts, or one failure when jest itself did not get to a report. */
function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-test-'));
  const report = join(folder, 'report.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  spawnSync(process.execPath, [...flags, program, '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
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
  const results = [jest(['--selectProjects', 'unit'])];
  const later = [...onBuiltProduct, 'browser'].filter(exists);
  if (later.length > 0) ensureBuilt();
  for (const project of later) {
    const only = project === 'browser' && !existsSync(chromium) ? ['--testNamePattern', '(?!)'] : [];
    results.push(jest(['--selectProjects', project, ...only]));
  }
  return results;
}

/** What was asked for on the command line, in one run of jest. */
function runAsked(args) {
  ensureBuilt();
  const without = existsSync(chromium) ? [] : ['--ignoreProjects', 'browser'];
  return [jest([...without, ...args])];
}

/** The closing lines: what was left out and why, then the counts alone on the last line. */
function close(results) {
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  const skipped = results.flatMap((result) => result.skipped);
  const totals = { passed: sum('passed'), failed: sum('failed'), skipped };
  const unasked = skipped.filter((test) => !asksForServer(test));
  if (!existsSync(chromium)) {
    console.log(`\n!!! THE BROWSER SUITE WAS NOT RUN: ${unasked.length} TESTS SKIPPED, no Chromium at ${chromium} !!!`);
    console.log('!!! Install Chromium, or name one in CHROMIUM_PATH. !!!');
  }
  if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((test) => `  ${test}`).join('\n')}`);
  const code = exitCodeOf(totals, process.env['CI'] === 'true');
  if (code !== 0 && totals.failed === 0) console.log('\nFailed: in CI nothing may be skipped, and something must run.');
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${skipped.length} skipped`);
  process.exitCode = code;
}

if (runsOnNewEnoughNode()) {
  const args = process.argv.slice(2);
  close(args.length === 0 ? runAll() : runAsked(args));
}
