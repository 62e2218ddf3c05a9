// Holds every file to the habits of the code base: short, headed, pure where it must be, registered, and free of leftovers.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as rules from './support/tidy-rules.js';

const root = process.cwd();
const notOurs = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', '.cache', 'tmp']);

const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** All files below a folder, as paths from the root; none when the folder does not exist. */
function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) => {
      const path = relative(root, join(root, folder, entry.name));
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

const all = filesIn('.');
const isSpec = (name: string) => /\.spec\.tsx?$/.test(name);
const code = all.filter((name) => /\.(ts|tsx|mts|mjs|js)$/.test(name) && !name.startsWith('test/fixtures/'));
const product = code.filter((name) => /^(src|workflows|projections|web|bench)\//.test(name) && !isSpec(name));
const core = product.filter((name) => /^(workflows|projections)\//.test(name));
const texts = all.filter((name) => !/\.(png|jpg|gif|ico|woff2?|pdf|zip|gz|sqlite)$/.test(name));

const untidy = (names: string[], rule: rules.Rule) =>
  names.flatMap((name) => rule(read(name), name).map((complaint) => `${name}: ${complaint}`));

describe('every file', () => {
  it.each<[string, string[], rules.Rule]>([
    ['says in its first line what it is', code, rules.hasHeader],
    ['has at most 250 lines', code, rules.isShort],
    ['has functions of at most 50 lines', product, rules.hasShortFunctions],
    ['of the core gets time and chance handed to it', core, rules.isPure],
    ['with tests runs all of them', code, rules.leavesNothingOut],
    ['is free of leftovers', code, rules.hasNoLeftovers],
    ['names no registry and no machine', texts, rules.namesNoMachine],
  ])('%s', (_habit, names, rule) => {
    expect(names.length).toBeGreaterThan(0);
    expect(untidy(names, rule)).toEqual([]);
  });
});

describe('the rules', () => {
  const half = (start: string, end: string) => start + end;
  it.each<[rules.Rule, string]>([
    [rules.hasHeader, 'export const x = 1;\n'],
    [rules.hasHeader, '// kit\n'],
    [rules.isShort, 'x;\n'.repeat(251)],
    [rules.hasShortFunctions, `const f = () => {\n${'x();\n'.repeat(49)}};\n`],
    [rules.isPure, 'const now = new Date();'],
    [rules.isPure, 'const now = Date.now();'],
    [rules.isPure, 'const chance = Math.random();'],
    [rules.isPure, 'const port = process.env.PORT;'],
    [rules.isPure, "import { randomUUID } from 'node:crypto';"],
    [rules.leavesNothingOut, `it.${half('on', 'ly')}('a', () => {});`],
    [rules.leavesNothingOut, `describe.${half('sk', 'ip')}('a', () => {});`],
    [rules.leavesNothingOut, `it.${half('on', 'ly')}.each([1])('a', () => {});`],
    [rules.leavesNothingOut, `${half('x', 'it')}('a', () => {});`],
    [rules.hasNoLeftovers, `// ${half('TO', 'DO')}: later`],
    [rules.namesNoMachine, `see ${half('https://', 'registry.example.org/x')}`],
    [rules.namesNoMachine, half('regis', 'try=https://example.org')],
    [rules.namesNoMachine, `cd ${half('/ho', 'me/somebody')}`],
  ])('find what they forbid (%#)', (rule, sample) => {
    expect(rule(sample, 'sample.ts')).toHaveLength(1);
  });

  it.each<[rules.Rule, string]>([
    [rules.hasHeader, '#!/usr/bin/env node\n// Starts the server on the right Node.\n'],
    [rules.hasShortFunctions, `const f = () => {\n${'x();\n'.repeat(48)}};\n`],
    [rules.isPure, 'const day = new Date(event.occurredAt); // not Date.now()'],
    [rules.leavesNothingOut, "(process.env['EVENTSTORE_TEST_URL'] ? describe : describe.skip)('a', () => {});"],
    [rules.namesNoMachine, "fetch('/api/v1/home/x'); // see https://eupl.eu"],
  ])('leave alone what is fine (%#)', (rule, sample) => {
    expect(rule(sample, 'sample.ts')).toEqual([]);
  });
});

/** The file and the files beside it that it imports, together: what one registry says. */
function registryText(name: string, seen = new Set<string>()): string {
  if (seen.has(name) || !existsSync(join(root, name))) return '';
  seen.add(name);
  const text = read(name);
  const beside = [...text.matchAll(/from '\.\/([\w.-]+)\.js'/g)].map(([, file]) => join(dirname(name), `${file}.ts`));
  return text + beside.map((file) => registryText(file, seen)).join('');
}

describe('every folder with behaviour is registered', () => {
  it.each([
    ['workflows/phases', 'workflows/kern/v1.workflow.ts', '../phases/'],
    ['workflows/entities', 'workflows/kern/v1.workflow.ts', '../entities/'],
    ['projections', 'projections/registry.ts', './'],
  ])('%s in %s', (folder, registry, from) => {
    const folders = new Set(
      filesIn(folder)
        .map((name) => name.slice(folder.length + 1).split('/'))
        .flatMap(([first, rest]) => (rest ? [first] : [])),
    );
    folders.delete('kit');
    const text = registryText(registry);
    expect([...folders].filter((name) => !text.includes(`from '${from}${name}/`))).toEqual([]);
  });
});

describe('the packages', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; resolved?: string }>;
  };
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

  it('have a version in every entry of the lock file, or `npm ci` fails', () => {
    const unversioned = Object.entries(lock.packages).filter(([, entry]) => entry.version === undefined);
    expect(unversioned.map(([name]) => name)).toEqual([]);
  });

  it('are locked by hash, not by the address of a registry', () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(addressed.map(([name]) => name)).toEqual([]);
  });

  it('are pinned to one version each', () => {
    const wanted = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
