// Makes sure that a command runs on a Node that can carry the product, and that what it runs was built from today's sources.
// It must itself run on old versions of Node and load nothing native: better-sqlite3 crashes on Node 20 without a word.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const needed = [22, 12];
const sourceFolders = ['src', 'workflows', 'projections', 'web'];
const buildFiles = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

/** True when a version such as `24.21.0` is one the product runs on. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

/** The Node that `npm ci` brought along, or undefined when it was left out (`--omit=optional`, another platform). */
function broughtNode() {
  const file = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(file)) return undefined;
  const asked = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 && isNewEnough(asked.stdout.trim().slice(1)) ? file : undefined;
}

/**
 * Returns true when this process may go on. Otherwise the same command goes on in the Node that npm brought, with the same
 * input, output and signals, and this process only passes its exit code on; without such a Node it says so and stops.
 */
export function runsOnNewEnoughNode() {
  if (isNewEnough(process.versions.node)) return true;
  const node = broughtNode();
  if (node === undefined) {
    console.error(
      `Rode Draad heeft Node ${needed.join('.')} of nieuwer nodig; dit is Node ${process.versions.node}.\n` +
        `Voer 'npm ci' uit: dat haalt de juiste Node op. Of installeer Node 24 zelf.\n\n` +
        `Rode Draad needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.\n` +
        `Run 'npm ci': it brings the right Node along. Or install Node 24 yourself.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl+C to both processes; passed on as well, the child would see it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  return false;
}

/** The time of the newest file that ends up in the build, in milliseconds; tests do not count. */
function newestSource() {
  const files = sourceFolders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name))
      : [],
  );
  // An image holds the build and not all that it was made from.
  const settings = buildFiles.filter((name) => existsSync(join(root, name)));
  const counted = [...files.filter((name) => !/\.spec\.tsx?$/.test(name)), ...settings];
  return Math.max(...counted.map((name) => statSync(join(root, name)).mtimeMs));
}

/**
 * Builds when `dist` is absent or older than the sources, saying so on the error stream (the output may be read by a script).
 * Stops the process when the build fails: an old build would run other rules than the ones in the folder.
 */
export function ensureBuilt() {
  const result = join(root, 'dist', 'src', 'main.js');
  if (existsSync(result) && statSync(result).mtimeMs >= newestSource()) return;
  console.error('Rode Draad wordt gebouwd; dit duurt enkele seconden. (Building, this takes some seconds.)');
  const started = Date.now();
  const built = spawnSync(process.execPath, [nestCommand(), 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0 || !existsSync(result)) {
    console.error('Het bouwen is niet gelukt; de oorzaak staat hierboven. (The build failed; the cause is above.)');
    process.exit(1);
  }
  console.error(`Gebouwd in ${((Date.now() - started) / 1000).toFixed(1)} s. (Built.)`);
}

/** The file of the build command; absent when only the packages for production were installed. */
function nestCommand() {
  try {
    return createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  } catch {
    console.error(
      `Er is geen gebouwde versie en het bouwgereedschap ontbreekt. Voer 'npm ci' uit zonder --omit=dev, daarna 'npm run build'.\n` +
        `(There is no build, and the build tools are not installed: run 'npm ci' without --omit=dev, then 'npm run build'.)`,
    );
    return process.exit(1);
  }
}
