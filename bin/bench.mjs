// npm run bench [-- name … --markdown]: builds the benches beside the product and runs them one after another; without a name all of them.
// With --markdown the tables of docs/performance.md are printed at the end, from this one run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownOf } from './bench-table.mjs';
import { ensureBuilt } from './runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'node_modules/.cache/bench');
/** The order in which a whole run goes: what needs a quiet machine first, what makes large folders last. */
const ORDER = [
  'commands',
  'fold',
  'contributions',
  'replay',
  'http',
  'eventstoredb',
  'rebuild',
  'queries',
  'verify',
  'process',
];

if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error('Run this through npm: npm run bench');
  process.exit(2);
}
const found = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const all = [...ORDER.filter((name) => found.includes(name)), ...found.filter((name) => !ORDER.includes(name))];
const args = process.argv.slice(2);
const wanted = args.filter((arg) => arg !== '--markdown');
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown bench: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}

console.error('Building the benches …');
const run = (rest, env = {}) =>
  spawnSync(process.execPath, rest, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
if (run([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.bench.json']) !== 0) process.exit(1);
const names = wanted.length > 0 ? wanted : all;
if (names.includes('process') || names.includes('verify')) ensureBuilt();

/** Folders and results that the benches of this run share. */
const place = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'rode-draad-bench-run-'));
const results = join(place, 'results.jsonl');
const env = { BENCH_RESULTS: results, BENCH_SHARED: process.env.BENCH_SHARED ?? join(place, 'shared') };
const started = Date.now();
const failed = [];
for (const name of names) {
  const begun = Date.now();
  console.error(`\n=== ${name}`);
  if (run(['--expose-gc', join(out, 'bench', `${name}.bench.js`)], env) !== 0) failed.push(name);
  console.error(`=== ${name}: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}
if (args.includes('--markdown')) {
  const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    markdownOf(
      lines.filter(Boolean).map((line) => JSON.parse(line)),
      { root, names, seconds },
    ),
  );
}
rmSync(place, { recursive: true, force: true });
if (failed.length > 0) {
  console.error(`These did not finish: ${failed.join(', ')}.`);
  process.exit(1);
}
