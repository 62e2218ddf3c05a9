// Writes the generated documents (`npm run docs`), or with --check names those that no longer fit the code and fails.
import { join } from 'node:path';
import { ensureBuilt, root, runsOnNewEnoughNode } from './runtime.mjs';

const folder = join(root, 'docs', 'generated');

/** The documents as they should stand in the folder: JSON laid out as all JSON of the repository. */
async function laidOut() {
  const { documents } = await import('../dist/src/docs/documents.js');
  const { format, resolveConfig } = await import('prettier');
  const texts = new Map();
  for (const [name, text] of documents()) {
    const file = join(folder, name);
    const isJson = name.endsWith('.json');
    texts.set(name, isJson ? await format(text, { ...(await resolveConfig(file)), filepath: file }) : text);
  }
  return texts;
}

async function run(args) {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) {
    console.error(`Unknown option '${unknown}'. Use: npm run docs, or npm run docs -- --check`);
    return 2;
  }
  const { staleFiles, writeDocuments } = await import('../dist/src/docs/folder.js');
  const texts = await laidOut();
  if (args.length === 0) {
    const changed = writeDocuments(folder, texts);
    console.log(changed.length === 0 ? 'All generated documents fit the code.' : `Written: ${changed.join(', ')}`);
    return 0;
  }
  const stale = staleFiles(folder, texts);
  if (stale.length === 0) return 0;
  console.error(
    `These documents no longer fit the code; run 'npm run docs' and commit them:\n${stale.map((name) => `  docs/generated/${name}`).join('\n')}`,
  );
  return 1;
}

if (runsOnNewEnoughNode()) {
  ensureBuilt();
  process.exitCode = await run(process.argv.slice(2));
}
