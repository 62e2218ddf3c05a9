// The folder of generated documents: which files no longer fit, and writing it anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of files that differ, are absent, or do not belong there, in order of the alphabet. */
export function staleFiles(folder: string, documents: ReadonlyMap<string, string>): string[] {
  const differ = [...documents].filter(([name, text]) => read(join(folder, name)) !== text).map(([name]) => name);
  return [...differ, ...filesIn(folder).filter((name) => !documents.has(name))].sort();
}

/** Makes the folder hold exactly these documents; returns the names of what it changed. */
export function writeDocuments(folder: string, documents: ReadonlyMap<string, string>): string[] {
  const stale = staleFiles(folder, documents);
  for (const name of stale) {
    const text = documents.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  return stale;
}

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
