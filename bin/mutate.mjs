// Breaks the rules of kern one at a time and runs the scenarios on each broken copy (`npm run mutate`): whatever no scenario
// notices is listed, and fails. Everything runs in one process, so the sources are read through swc while they are imported.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runsOnNewEnoughNode } from './runtime.mjs';

/** Sources name the built file (`./x.js`); beside them stands `./x.ts`. */
function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !context.parentURL?.endsWith('.ts')) return next(specifier, context);
  const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
  return existsSync(url) ? { url: url.href, format: 'module', shortCircuit: true } : next(specifier, context);
}

/** The types taken off; nothing is written to disk. */
function loader(transformSync) {
  return (url, context, next) => {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const jsc = { parser: { syntax: 'typescript' }, target: 'es2023' };
    const options = { filename, jsc, module: { type: 'es6' }, sourceMaps: 'inline', swcrc: false };
    return {
      format: 'module',
      source: transformSync(readFileSync(filename, 'utf8'), options).code,
      shortCircuit: true,
    };
  };
}

if (runsOnNewEnoughNode()) {
  // Loaded here, because the old Node on which this file may start has no such hooks.
  const { registerHooks } = await import('node:module');
  if (registerHooks === undefined)
    throw new Error(`Node ${process.versions.node} cannot run this; use Node 22.15 or newer.`);
  const { transformSync } = await import('@swc/core');
  registerHooks({ resolve, load: loader(transformSync) });
  const { report } = await import('../test/mutate/main.ts');
  process.exitCode = report() === 0 ? 0 : 1;
}
