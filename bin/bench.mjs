// npm run bench [name …]: builds the benches beside the product and runs them one after another; without a name all of them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'node_modules/.cache/bench');
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error('Run this through npm: npm run bench');
  process.exit(2);
}
console.error('Building the benches …');
if (run([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.bench.json']) !== 0) process.exit(1);

const all = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown bench: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : all) {
  const status = run(['--expose-gc', join(out, 'bench', `${name}.bench.js`)]);
  if (status !== 0) process.exit(status);
}
