/**
 * The exact list of files a browser may fetch, with content type and version: the server hands out this list and nothing else,
 * so no path from a request ever reaches the file system.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Asset = { readonly file: string; readonly contentType: string; readonly version: string };

const STYLES = [
  'fonts',
  'tokens',
  'base',
  'layout',
  'header',
  'tab-bar',
  'buttons',
  'forms',
  'shapes',
  'parts',
  'refusal',
  'strip',
  'strip-bars',
  'strip-narrow',
  'story',
  'figures',
  'learning',
  'chart',
  'lists',
  'screens',
  'past',
  'print',
] as const;
const SCRIPTS = ['app', 'live'] as const;
const FONTS = ['source-sans-3-latin-wght-normal.woff2', 'source-sans-3-latin-ext-wght-normal.woff2'] as const;

/** The folder that holds package.json: the same for the source tree and for the compiled one beneath it. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('web/parts/assets: no package.json above this file');
    folder = parent;
  }
  return folder;
}

function asset(file: string, contentType: string): Asset {
  const version = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  return { file, contentType, version };
}

function collect(): Map<string, Asset> {
  const root = packageRoot();
  const fontFolder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/package.json')),
    'files',
  );
  const found = new Map<string, Asset>();
  for (const name of STYLES) {
    found.set(`/assets/styles/${name}.css`, asset(join(root, 'web/styles', `${name}.css`), 'text/css; charset=utf-8'));
  }
  for (const name of FONTS) found.set(`/assets/fonts/${name}`, asset(join(fontFolder, name), 'font/woff2'));
  for (const name of SCRIPTS) {
    found.set(`/assets/${name}.js`, asset(join(root, 'web/client', `${name}.js`), 'text/javascript; charset=utf-8'));
  }
  found.set('/assets/icon.svg', asset(join(root, 'web/client/icon.svg'), 'image/svg+xml'));
  return found;
}

/** URL path (without query) to file on disk, content type and version; every other path under /assets/ does not exist. */
export const assets: ReadonlyMap<string, Asset> = collect();

/** The style sheets in the order in which they must be linked. */
export const styleSheets: readonly string[] = STYLES.map((name) => `/assets/styles/${name}.css`);

/** The scripts of every page, linked as modules: they run after the page is there. */
export const scripts: readonly string[] = SCRIPTS.map((name) => `/assets/${name}.js`);

/** The address of an asset with its version, so that it can be cached for a year; throws on an address that is not in the list. */
export function assetHref(url: string): string {
  const found = assets.get(url);
  if (found === undefined) throw new Error(`web/parts/assets: unknown asset ${url}`);
  return `${url}?v=${found.version}`;
}
